// Turns what a framing page asks for into a change of the state: pure.

import { checkAgainstAtlas, decodeState } from "../url-state.js";

const KEYS = { select: ["at"], window: ["from", "to"], day: ["day"] };
const WHERE = { select: ["selection"], window: ["window"], day: ["cursor"] };

/**
 * Return the patch of the state that a message asks for, or null where it asks for nothing that can be.
 *
 * The values are those of the address, read by the same table; `at: null` gives a selection up.
 */
export function askedPatch(message, state, data) {
  const keys = KEYS[message.type];
  if (message.type === "select" && message.at === null) return { selection: null };
  const given = keys.filter((key) => message[key] !== undefined && message[key] !== null);
  if (!given.length || given.some((key) => typeof message[key] !== "string" || message[key] === "")) return null;
  const query = new URLSearchParams(given.map((key) => [key, message[key]]));
  const decoded = decodeState(query.toString(), state);
  const checked = checkAgainstAtlas(decoded.state, data);
  if (decoded.problems.length || checked.problems.length) return null;
  return Object.fromEntries(WHERE[message.type].map((part) => [part, checked.state[part]]));
}
