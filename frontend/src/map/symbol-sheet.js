// Loads the sheet of symbols and draws them on canvas in one ink.

const SHAPES = {
  path: (shape) => new Path2D(shape.getAttribute("d")),
  circle: (shape) => {
    const path = new Path2D();
    path.arc(...["cx", "cy", "r"].map((name) => Number(shape.getAttribute(name))), 0, 2 * Math.PI);
    return path;
  },
  rect: (shape) => {
    const path = new Path2D();
    path.rect(...["x", "y", "width", "height"].map((name) => Number(shape.getAttribute(name))));
    return path;
  },
};
const GRID = 20;

function parsed(symbol) {
  const outer = (name) => symbol.getAttribute(name);
  const strokes = outer("stroke") === "currentColor";
  return [...symbol.children].flatMap((shape) => {
    const path = SHAPES[shape.localName]?.(shape);
    if (!path) return [];
    return [
      {
        path,
        filled: (shape.getAttribute("fill") ?? outer("fill")) !== "none",
        width: strokes && shape.getAttribute("stroke") !== "none" ? Number(shape.getAttribute("stroke-width") ?? outer("stroke-width")) : 0,
        dash: (shape.getAttribute("stroke-dasharray") ?? outer("stroke-dasharray") ?? "").split(" ").filter(Boolean).map(Number),
      },
    ];
  });
}

function drawn(shapes) {
  return {
    draw(context, x, y, size, colour) {
      context.save();
      context.translate(x - size / 2, y - size / 2);
      context.scale(size / GRID, size / GRID);
      context.lineCap = "round";
      context.lineJoin = "round";
      for (const { path, filled, width, dash } of shapes) {
        if (filled) {
          context.fillStyle = colour;
          context.fill(path);
        }
        if (!width) continue;
        context.setLineDash(dash);
        context.lineWidth = width * 1.1;
        context.strokeStyle = colour;
        context.stroke(path);
      }
      context.restore();
    },
  };
}

let loaded = null;

/** Return the symbols loaded last, or null before the first. */
export const loadedSymbols = () => loaded;

/** Fetch the sheet and return a Map of symbol id → {draw(context, x, y, size, colour)}, x and y its middle. */
export async function loadSymbols(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const sheet = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
  loaded = new Map([...sheet.querySelectorAll("symbol")].map((symbol) => [symbol.id, drawn(parsed(symbol))]));
  return loaded;
}
