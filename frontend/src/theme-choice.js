// Joins the ground in the state and address with the choice kept in this browser.

import { keepTheme, keptTheme, otherTheme, showTheme } from "./theme.js";

/** Show the ground of the state, else the one kept here; the header's button turns it over. */
export function startTheme({ store, t }) {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const show = (theme) => {
    showTheme(root, theme === "auto" ? null : theme);
    root.dispatchEvent(new CustomEvent("marchlines:theme", { bubbles: true }));
  };
  const kept = keptTheme(localStorageOrNone());
  if (store.get().theme === "auto" && kept) showTheme(root, kept);
  else showTheme(root, store.get().theme === "auto" ? null : store.get().theme);

  store.subscribe((state, previous) => {
    if (state.theme !== previous.theme) show(state.theme);
  });
  dark.addEventListener("change", () => show(root.dataset.theme ?? "auto"));
  document.querySelector('[data-action="theme"]')?.addEventListener("click", () => {
    const theme = otherTheme(root.dataset.theme, dark.matches);
    keepTheme(localStorageOrNone(), theme);
    store.set({ theme }, { source: "theme" });
  });
}

function localStorageOrNone() {
  try {
    return window.localStorage;
  } catch {
    // A browser that forbids storage throws at the name itself.
    return { getItem: () => null, setItem() {}, removeItem() {} };
  }
}
