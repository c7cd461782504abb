// Loads the plate and its relief once a page: the map and its inset draw from the same.

import { decodePlate } from "./plate-decode.js";
import { inkRelief } from "./plate-relief.js";

const kept = new Map();

// A failed load is forgotten, so that the next layer tries again.
function once(key, load) {
  if (!kept.has(key)) {
    const loading = load();
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
  }
  return kept.get(key);
}

// A picture, or a rejection with a sentence.
export const loadPicture = (url) => once(url, () => new Promise((resolve, reject) => {
  const picture = new Image();
  picture.onload = () => resolve(picture);
  picture.onerror = () => reject(new Error(`The relief ${url} did not load.`));
  picture.src = url;
}));

// The decoded plate, or a rejection with a sentence.
export const loadPlate = (url) => once(url, async () => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The base plate ${url} answered ${answer.status}.`);
  return decodePlate(await answer.json());
});

const inked = new WeakMap();

// The relief in an ink, as a canvas; the last ink of each picture is kept.
export function inkedRelief(picture, ink) {
  if (inked.get(picture)?.ink !== ink) inked.set(picture, { ink, canvas: inkRelief(picture, ink) });
  return inked.get(picture).canvas;
}
