// Keeps the canvas as large and as crisp as its pane and draws scenes on it.
import { drawCursorHead, drawHeadAndFoot } from "./head-drawing.js";
import { drawLanes, drawShelfOnFoot } from "./lane-drawing.js";
import { drawOverview } from "./overview-drawing.js";
import { createPen } from "./pen.js";

/** Return {canvas, context, draw(scene)}. */
export function createSurface() {
  const canvas = document.createElement("canvas");
  canvas.className = "timeline-canvas";
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d");

  function fit(width, height, ratio) {
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  return {
    canvas, context,
    draw(scene) {
      const { metrics, inks, scale } = scene;
      const ratio = globalThis.devicePixelRatio || 1;
      fit(metrics.width, metrics.height, ratio);
      const pen = createPen(context, { width: metrics.width, ratio, rightToLeft: scene.rightToLeft, wordless: scene.wordless });
      context.globalAlpha = 1;
      context.fillStyle = inks.paper;
      context.fillRect(0, 0, metrics.width, metrics.height);
      drawHeadAndFoot(pen, scene);
      drawLanes(pen, scene);
      if (metrics.overview.height) drawOverview(pen, scene);
      const { cursorAt } = scene;
      if (cursorAt >= scale.start - 1 && cursorAt <= scale.end + 1) {
        pen.upright(cursorAt, metrics.head.height, metrics.lanes.top, inks.ink, 1.3 * metrics.type);
        pen.upright(cursorAt, metrics.foot.top, metrics.foot.top + metrics.foot.height, inks.ink, 1.3 * metrics.type);
        drawCursorHead(pen, cursorAt, scene);
      }
      drawShelfOnFoot(pen, scene);
    },
  };
}
