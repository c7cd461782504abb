// Keeps what stands still on transparent sheets of its own, so that a frame of play only lays them down.

const same = (one, other) => one.length === other.length && one.every((part, i) => part === other[i]);

/**
 * Return lay(context, name, parts, draw): put a sheet on the canvas, drawing it only when one of its
 * `parts` (compared by identity) or the canvas has changed.
 */
export function createCels() {
  const kept = new Map();

  return function lay(context, name, parts, draw) {
    const { width, height } = context.canvas;
    // A pane dragged shut has nothing to draw on, and a sheet without size cannot be laid down.
    if (!width || !height) return;
    const transform = context.getTransform();
    const { a, e, f } = transform;
    const now = [width, height, a, e, f, ...parts];
    if (!kept.has(name)) kept.set(name, { canvas: document.createElement("canvas"), parts: [] });
    const cel = kept.get(name);
    if (!same(cel.parts, now)) {
      cel.parts = now;
      // Setting the size also clears it.
      cel.canvas.width = width;
      cel.canvas.height = height;
      const sheet = cel.canvas.getContext("2d");
      sheet.setTransform(transform);
      draw(sheet);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(cel.canvas, 0, 0);
    context.setTransform(transform);
  };
}
