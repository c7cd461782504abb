// Makes the dark ground follow the reader's system until the reader chooses one.

const DARK_BLOCK = /\[data-theme="dark"\]\s*\{([^}]*)\}/;

/** Return the tokens with the dark block repeated for a system set to dark, where the page leaves it to the system. */
export function withSystemDarkTheme(tokens, unchosen = ":root:not([data-theme])") {
  const dark = DARK_BLOCK.exec(tokens);
  if (!dark) throw new Error('tokens.css has no [data-theme="dark"] block');
  const repeated = `@media (prefers-color-scheme: dark) { ${unchosen} {${dark[1]}} }`;
  // Straight after the block itself: the print and forced-colours grounds below still win.
  return tokens.replace(dark[0], `${dark[0]}\n${repeated}`);
}
