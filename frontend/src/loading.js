// Loads a script of ours, with its style sheet, when it is first wanted.

import { RequestFailed } from "./api.js";
import { el } from "./dom.js";

const styled = (address) => new Promise((resolve, reject) => {
  document.head.append(el("link", { rel: "stylesheet", href: address, on: { load: resolve, error: reject } }));
});

/** Return a loader for `onDemand` that waits for words, and for a style sheet where one is named: nothing is shown without. */
export const withWords = (words, style = null) => (script) =>
  Promise.all([import(script), words(), style && styled(style)]).then(([module]) => module);

/**
 * Return a function that gives the module at `address`, asking for it once.
 *
 * A failure rejects with RequestFailed and is forgotten, so that the next try asks again.
 */
export function onDemand(address, load = (wanted) => import(wanted)) {
  let module = null;
  return () => {
    module ??= load(address).catch(() => {
      module = null;
      throw new RequestFailed("error.unreachable", {}, 0);
    });
    return module;
  };
}
