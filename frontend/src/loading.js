// Loads a script of ours when it is first wanted.

import { RequestFailed } from "./api.js";

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
