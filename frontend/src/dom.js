// Builds elements from tag, attributes and children; text only ever becomes text.

const SVG = "http://www.w3.org/2000/svg";

function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return parent;
}

function dress(element, attributes) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.setAttribute("class", value);
    else if (name === "on") Object.entries(value).forEach(([type, hear]) => element.addEventListener(type, hear));
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  return element;
}

/** Return an HTML element; `on` is a table of listeners, `data` of data attributes. */
export function el(tag, attributes, ...children) {
  return append(dress(document.createElement(tag), attributes), children);
}

/** Return an SVG element. */
export function svg(tag, attributes, ...children) {
  return append(dress(document.createElementNS(SVG, tag), attributes), children);
}

/** Return a function drawing symbols of the sheet at `address`: `symbol("u-play")`. */
export function symbolsFrom(address) {
  return (id, className = "symbol") =>
    svg("svg", { class: className, "aria-hidden": "true", focusable: "false" }, svg("use", { href: `${address}#${id}` }));
}

/** Put children in place of whatever the element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

/** Return text in its own direction, so that a name cannot turn its surroundings round. */
export function isolated(text, language = null) {
  return el("bdi", { lang: language }, text);
}
