// Joins the ground in the state and address with the choice kept in this browser.

import { keepTheme, keptTheme, otherTheme, showTheme } from "./theme.js";

/**
 * Show the ground of the address, else the one kept here; the header's button turns it over.
 *
 * Return choose(theme), which shows a ground, keeps it for the next visit ("auto": keeps none) and
 * puts it in the state.
 */
export function startTheme({ store }) {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const storage = localStorageOrNone();
  const show = (theme) => {
    showTheme(root, theme === "auto" ? null : theme);
    root.dispatchEvent(new CustomEvent("marchlines:theme", { bubbles: true }));
  };

  function choose(theme) {
    keepTheme(storage, theme === "auto" ? null : theme);
    store.set({ theme }, { source: "theme" });
    show(theme);
  }

  const { theme: asked } = store.get();
  showTheme(root, asked === "auto" ? keptTheme(storage) : asked);
  store.subscribe((state, previous, source) => {
    if (state.theme !== previous.theme && source !== "theme") show(state.theme);
  });
  dark.addEventListener("change", () => show(root.dataset.theme ?? "auto"));
  document.querySelector('[data-action="theme"]')?.addEventListener("click", () => choose(otherTheme(root.dataset.theme, dark.matches)));
  return choose;
}

function localStorageOrNone() {
  try {
    return window.localStorage;
  } catch {
    // A browser that forbids storage throws at the name itself.
    return { getItem: () => null, setItem() {}, removeItem() {} };
  }
}
