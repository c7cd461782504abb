// Draws a view band by band, one a frame, so that no frame waits for the whole plate.

import { bandOf } from "./plate-trace.js";

// Device pixels a band may have: about five milliseconds of work without a graphics card, so that a frame keeps its time.
const BAND_PIXELS = 1.5e5;

// Heights of the bands of a view, in whole pixels, from the top.
export function bandHeights(view, most = BAND_PIXELS) {
  const count = Math.max(1, Math.ceil((view.width * view.height * view.ratio ** 2) / most));
  const height = Math.ceil(view.height / count);
  const heights = [];
  for (let top = 0; top < view.height; top += height) heights.push(Math.min(height, view.height - top));
  return heights;
}

// The canvas at the size of a view, emptied only when that changes; its context.
export function sized(canvas, view) {
  const width = Math.round(view.width * view.ratio);
  const height = Math.round(view.height * view.ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.style.width = `${view.width}px`;
  canvas.style.height = `${view.height}px`;
  return canvas.getContext("2d", { willReadFrequently: true });
}

// Begins the drawing of a view: `paintBand(context, band)` for each band, then `paintOver(context)` for the
// whole, then `whole()`. The canvas is hidden meanwhile. Returns {view, stop()}.
export function drawInBands(canvas, view, { paintBand, paintOver, whole }) {
  const context = sized(canvas, view);
  const waiting = bandHeights(view);
  canvas.style.visibility = "hidden";
  let offset = 0;
  let frame = requestAnimationFrame(step);

  function step() {
    const height = waiting.shift();
    if (height === undefined) {
      context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
      paintOver(context);
      whole();
      return;
    }
    const band = bandOf(view, offset, height);
    offset += height;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.beginPath();
    context.rect(0, band.row, canvas.width, band.rows);
    context.clip();
    context.setTransform(view.ratio, 0, 0, view.ratio, 0, band.offset);
    paintBand(context, band);
    context.restore();
    frame = requestAnimationFrame(step);
  }

  return { view, stop: () => cancelAnimationFrame(frame) };
}
