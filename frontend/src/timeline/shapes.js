// Draws the token shape of a side at the size of a mark.

function outline(context, shape, x, y, reach) {
  context.beginPath();
  if (shape === "square") context.rect(x - reach * 0.86, y - reach * 0.86, reach * 1.72, reach * 1.72);
  else if (shape === "lozenge" || shape === "diamond") polygon(context, x, y, [[0, -1.16], [1.16, 0], [0, 1.16], [-1.16, 0]], reach);
  else if (shape === "triangle") polygon(context, x, y, [[0, -1.1], [1.12, 0.9], [-1.12, 0.9]], reach);
  else if (shape === "hexagon") polygon(context, x, y, [[0, -1.12], [0.98, -0.56], [0.98, 0.56], [0, 1.12], [-0.98, 0.56], [-0.98, -0.56]], reach);
  else context.arc(x, y, reach, 0, 2 * Math.PI);
}

function polygon(context, x, y, corners, reach) {
  corners.forEach(([dx, dy], index) => context[index ? "lineTo" : "moveTo"](x + dx * reach, y + dy * reach));
  context.closePath();
}

/** Draw a side's shape round an inline point; hollow for what did not happen, ringed over a hatch. */
export function drawShape(pen, { shape, colour }, at, y, size, { hollow = false, ground = null } = {}) {
  const { context } = pen;
  const reach = (size / 2) * 0.96;
  if (ground) {
    outline(context, shape, pen.x(at), y, reach + 1.6);
    context.fillStyle = ground;
    context.fill();
  }
  outline(context, shape, pen.x(at), y, hollow ? reach - 0.6 : reach);
  if (hollow) {
    context.strokeStyle = colour;
    context.lineWidth = 1.3;
    context.stroke();
  } else {
    context.fillStyle = colour;
    context.fill();
  }
}
