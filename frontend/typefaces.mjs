// Names the typefaces the atlas uses and words their @font-face rules.

const garamond = (subset, style) => ({
  package: "@fontsource-variable/eb-garamond",
  css: style === "italic" ? "wght-italic.css" : "wght.css",
  file: `eb-garamond-${subset}-wght-${style}.woff2`,
  name: `eb-garamond-${subset}-${style}.woff2`,
  family: "EB Garamond",
  style,
  weight: "400 800",
});

const fixed = (folder, family, subset, weight) => ({
  package: `@fontsource/${folder}`,
  css: `${weight}.css`,
  file: `${folder}-${subset}-${weight}-normal.woff2`,
  name: `${folder}-${subset}-${weight}.woff2`,
  family,
  style: "normal",
  weight: String(weight),
});

/** One entry a file: where it comes from, its name in build/fonts and what it draws. */
export const FACES = [
  ...["latin", "latin-ext", "cyrillic"].flatMap((subset) => [garamond(subset, "normal"), garamond(subset, "italic")]),
  ...[400, 600].flatMap((weight) => [
    ...["latin", "latin-ext", "cyrillic"].map((subset) => fixed("source-sans-3", "Source Sans 3", subset, weight)),
    fixed("noto-naskh-arabic", "Noto Naskh Arabic", "arabic", weight),
    fixed("vazirmatn", "Vazirmatn", "arabic", weight),
  ]),
];

/** Return the unicode-range that the package gives the named file. */
export function unicodeRange(css, file) {
  const rule = css.split("@font-face").find((part) => part.includes(file));
  const range = rule && /unicode-range:\s*([^;]+);/.exec(rule);
  if (!range) throw new Error(`no unicode-range for ${file}`);
  return range[1];
}

/** Return the rules of all faces, for a sheet beside the folder of the files; `readCss(face)` gives the style sheet of the face's package. */
export async function fontFaceRules(readCss) {
  const rules = await Promise.all(FACES.map(async (face) => `@font-face {
  font-family: "${face.family}";
  font-style: ${face.style};
  font-weight: ${face.weight};
  font-display: swap;
  src: url("../fonts/${face.name}") format("woff2");
  unicode-range: ${unicodeRange(await readCss(face), face.file)};
}
`));
  return rules.join("");
}
