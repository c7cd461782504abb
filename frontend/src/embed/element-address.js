// Makes the address of a frame from the attributes of its element: pure.

import { REPEATED, SHOWN, STATE } from "./element-keys.js";

const EMBEDDABLE = /^(?:embed\/)?(a|events|movements|lessons)\/([^/]+)\/$/;

/**
 * Return the URL of the frame, or null where `src` is no page of ours that can be shown.
 *
 * `read(name)` gives an attribute or null; `base` is the folder that our script was loaded from: nothing is asked
 * of any other. Without `src`, `event`, `movement`, `atlas` or `lesson` it is the atlas at the front.
 */
export function frameAddress(read, base) {
  const src = read("src");
  const kind = Object.keys(SHOWN).find((name) => read(name));
  let address = new URL("embed/a/", base);
  if (src !== null) address = frameOfPage(src, base);
  else if (kind) address = new URL(`embed/${SHOWN[kind]}/${encodeURIComponent(read(kind))}/`, base);
  if (!address) return null;
  for (const key of STATE) {
    const value = read(key);
    if (value === null || (key === kind && src === null)) continue;
    const values = REPEATED.includes(key) ? value.split(/\s+/) : [value];
    address.searchParams.delete(key);
    for (const each of values) if (each) address.searchParams.append(key, each);
  }
  return address;
}

function frameOfPage(src, base) {
  let page;
  try {
    page = new URL(src, base);
  } catch {
    return null;
  }
  const path = page.href.split(/[?#]/)[0];
  if (!path.startsWith(base)) return null;
  const within = path.slice(base.length);
  const match = EMBEDDABLE.exec(within);
  if (within && !match) return null;
  const address = new URL(match ? `embed/${match[1]}/${match[2]}/` : "embed/a/", base);
  address.search = page.search;
  return address;
}
