// Reads what the server tells charts: where the plate lies, on what they open, and their words.

import { createMessages } from "../../messages.js";

/**
 * Return {plate, relief, bounds, language, sides, t} of the block `chart-settings`, or null where the page has none.
 *
 * `bounds` is [[south, west], [north, east]]; `t` words the interface.
 */
export function readSettings(document) {
  const block = document.getElementById("chart-settings");
  if (!block) return null;
  const { words, ...settings } = JSON.parse(block.textContent);
  return { ...settings, t: createMessages(words, settings.language) };
}
