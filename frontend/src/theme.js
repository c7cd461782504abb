// Keeps the reader's choice of ground: light, dark, high contrast, or as the system says.

const KEY = "marchlines-theme";
export const THEMES = ["light", "dark", "contrast"];

/** Return the theme kept in this browser, or null where none is kept or nothing may be. */
export function keptTheme(storage) {
  try {
    const theme = storage.getItem(KEY);
    return THEMES.includes(theme) ? theme : null;
  } catch {
    return null;
  }
}

/** Show a theme; null goes back to what the system says. */
export function showTheme(root, theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
}

/** Keep a theme for the next visit; a browser that refuses storage still shows it now. */
export function keepTheme(storage, theme) {
  try {
    if (theme) storage.setItem(KEY, theme);
    else storage.removeItem(KEY);
  } catch {
    // Storage switched off: the choice lasts as long as the page.
  }
}

/** Return the other ground of the one now seen. */
export function otherTheme(current, systemIsDark) {
  const seen = current ?? (systemIsDark ? "dark" : "light");
  return seen === "dark" ? "light" : "dark";
}

/** Make every `[data-action="theme"]` button switch the ground and remember it. */
export function startThemeSwitch(document, window) {
  const root = document.documentElement;
  showTheme(root, root.dataset.theme ?? keptTheme(window.localStorage));
  document.addEventListener("click", (event) => {
    if (!event.target.closest('[data-action="theme"]')) return;
    const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    const theme = otherTheme(root.dataset.theme, systemIsDark);
    showTheme(root, theme);
    keepTheme(window.localStorage, theme);
    root.dispatchEvent(new window.CustomEvent("marchlines:theme", { bubbles: true }));
  });
}
