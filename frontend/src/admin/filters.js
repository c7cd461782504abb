// Opens the filters of a list where there is room beside it; elsewhere they wait under their heading.

const WIDE = "(min-width: 1600px)";

/** Open them at once and whenever the window becomes wide enough. */
export function startFilters(document, window) {
  const filters = document.querySelector("details.filters");
  if (!filters) return;
  const wide = window.matchMedia(WIDE);
  const follow = () => { filters.open = wide.matches || filters.hasAttribute("data-active"); };
  follow();
  wide.addEventListener("change", follow);
}
