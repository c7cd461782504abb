// Makes the dark ground follow the reader's system until the reader chooses one.

const DARK_BLOCK = /\[data-theme="dark"\]\s*\{([^}]*)\}/;

/** Where nobody has chosen a theme: on readers' pages, and on the admin's, which says so in a word. */
export const UNCHOSEN = ":root:not([data-theme])";
export const UNCHOSEN_IN_ADMIN = `${UNCHOSEN}, :root[data-theme="auto"]`;

/** Return the tokens with the dark block repeated for a system set to dark. */
export function withSystemDarkTheme(tokens, unchosen = UNCHOSEN) {
  const dark = DARK_BLOCK.exec(tokens);
  if (!dark) throw new Error('tokens.css has no [data-theme="dark"] block');
  const repeated = `@media (prefers-color-scheme: dark) { ${unchosen} {${dark[1]}} }`;
  // Straight after the block itself: the print and forced-colours grounds below still win.
  return tokens.replace(dark[0], `${dark[0]}\n${repeated}`);
}
