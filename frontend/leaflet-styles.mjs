// Takes out of Leaflet's style sheet what belongs to parts the atlas leaves out.

const UNUSED = /popup|tooltip|control|leaflet-bar|div-icon|marker|vml|lvml|default-icon/;

/** Return the style sheet without rules all of whose selectors are of unused parts. */
export function withoutUnusedRules(style) {
  const plain = style.replace(/\/\*[\s\S]*?\*\//g, "");
  return plain.replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selectors, body) => {
    const used = selectors.split(",").filter((selector) => !UNUSED.test(selector));
    return used.length ? `${used.join(",")}{${body}}` : "";
  });
}
