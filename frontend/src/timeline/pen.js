// Draws on the canvas in inline px: whole device pixels, and time in the direction of reading.
import { mirrored } from "../scale.js";
import { directionOf } from "./titles.js";

/** Return a pen for a 2D context of `width` CSS px at `ratio` device px each; a `wordless` one writes nothing. */
export function createPen(context, { width, ratio, rightToLeft, wordless = false }) {
  const snap = (value) => Math.round(value * ratio) / ratio;
  const hair = 1 / ratio;
  const left = (from, to) => (rightToLeft ? width - to : from);
  const right = (from, to) => (rightToLeft ? width - from : to);
  const x = (inline) => mirrored(inline, width, rightToLeft);
  let font = "";

  const pen = {
    context, snap, hair, x, rightToLeft,
    /** Fill a rectangle, its edges on whole pixels and never thinner than one. */
    rect(from, top, to, bottom, colour) {
      const x0 = snap(left(from, to));
      const y0 = snap(top);
      context.fillStyle = colour;
      context.fillRect(x0, y0, Math.max(hair, snap(right(from, to)) - x0), Math.max(hair, snap(bottom) - y0));
    },
    /** Upright line centred on an inline px. */
    upright(at, top, bottom, colour, thickness = 1) {
      const wide = Math.max(hair, snap(thickness));
      context.fillStyle = colour;
      context.fillRect(snap(x(at) - wide / 2), snap(top), wide, snap(bottom) - snap(top));
    },
    level(from, to, y, colour, thickness = 1) {
      const high = Math.max(hair, snap(thickness));
      const x0 = snap(left(from, to));
      context.fillStyle = colour;
      context.fillRect(x0, snap(y - high / 2), snap(right(from, to)) - x0, high);
    },
    /** Frame inside the edges of a box. */
    frame(from, top, to, bottom, colour, thickness = 1, dash = null, radius = 0) {
      const t = thickness;
      context.strokeStyle = colour;
      context.lineWidth = t;
      context.setLineDash(dash ?? []);
      context.beginPath();
      const [x0, y0] = [snap(left(from, to)) + t / 2, snap(top) + t / 2];
      const [w, h] = [snap(to - from) - t, snap(bottom - top) - t];
      if (radius && context.roundRect) context.roundRect(x0, y0, w, h, radius);
      else context.rect(x0, y0, w, h);
      context.stroke();
      context.setLineDash([]);
    },
    filledRound(from, top, to, bottom, colour, radius) {
      context.fillStyle = colour;
      context.beginPath();
      if (context.roundRect) context.roundRect(snap(left(from, to)), snap(top), snap(to - from), snap(bottom - top), radius);
      else context.rect(snap(left(from, to)), snap(top), snap(to - from), snap(bottom - top));
      context.fill();
    },
    /** Words with their middle on `y`; `at` is their inline beginning, middle or end. */
    words(text, at, y, { face, colour, anchor = "start", halo = null, alpha = 1 }) {
      if (wordless) return;
      if (face !== font) {
        context.font = face;
        font = face;
      }
      const end = rightToLeft ? { start: "right", end: "left", middle: "center" } : { start: "left", end: "right", middle: "center" };
      context.textAlign = end[anchor];
      context.direction = directionOf(text);
      context.textBaseline = "alphabetic";
      const size = Number(/([\d.]+)px/.exec(face)[1]);
      const baseline = snap(y + size * 0.3);
      context.globalAlpha = alpha;
      if (halo) {
        context.strokeStyle = halo;
        context.lineWidth = 3;
        context.lineJoin = "round";
        context.strokeText(text, snap(x(at)), baseline);
      }
      context.fillStyle = colour;
      context.fillText(text, snap(x(at)), baseline);
      context.globalAlpha = 1;
    },
    /** Fading fill; `stops` are [share from the inline beginning, colour, alpha]. */
    fading(from, top, to, bottom, colour, stops) {
      const gradient = context.createLinearGradient(x(from), 0, x(to), 0);
      for (const [share, alpha] of stops) gradient.addColorStop(share, withAlpha(colour, alpha));
      context.fillStyle = gradient;
      const x0 = snap(left(from, to));
      context.fillRect(x0, snap(top), Math.max(hair, snap(right(from, to)) - x0), snap(bottom) - snap(top));
    },
    clip(from, top, to, bottom, draw) {
      context.save();
      context.beginPath();
      context.rect(left(from, to), top, to - from, bottom - top);
      context.clip();
      draw();
      context.restore();
      font = "";
    },
    /** A fresh frame may have lost the font that was set. */
    forget() {
      font = "";
    },
  };
  return pen;
}

const parsed = new Map();

function withAlpha(colour, alpha) {
  if (!parsed.has(colour)) {
    const hex = /^#([0-9a-f]{6})$/i.exec(colour);
    parsed.set(colour, hex ? [0, 2, 4].map((at) => parseInt(hex[1].slice(at, at + 2), 16)).join(" ") : null);
  }
  const channels = parsed.get(colour);
  if (channels) return `rgb(${channels} / ${alpha})`;
  return alpha < 0.5 ? "transparent" : colour;
}
