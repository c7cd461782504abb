// Reads what the server tells the page: addresses, words and the opening view.

/** Return the JSON block of the page; raises Error where the page has none. */
export function readConfig(document) {
  const block = document.getElementById("atlas-config");
  if (!block) throw new Error("the page holds no atlas-config");
  return JSON.parse(block.textContent);
}

/** Return the address of a record: its JSON, or with `page` the page a reader can be sent to. */
export function addressOf(config, { kind, slug }, { page = false } = {}) {
  const pattern = (page ? config.urls.page : config.urls)[kind];
  return pattern.replace("{slug}", encodeURIComponent(slug));
}
