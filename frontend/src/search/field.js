// Wakes the search field of the header when it is first used.

/** Search the atlas from `field`; until the search is there, Enter leads to the page that needs no script. */
export function startSearch(field, shell) {
  field.addEventListener("focus", () => shell.ask(({ searchIn }) => searchIn(field, shell)), { once: true });
}
