// Tells the page around a framed event or march what it is and how high it stands.

import { hear, tell } from "./parent.js";

const { body } = document;
// A server has set the ground that the address asks for; a static copy leaves it to the browser.
const ground = new URLSearchParams(location.search).get("theme");
if (["light", "dark"].includes(ground)) document.documentElement.dataset.theme = ground;
const { at = null, kind = null } = body.dataset;
const address = document.querySelector("[data-open]")?.href ?? null;
const title = document.querySelector("h1")?.textContent ?? document.title;
const ready = () => tell("ready", { at, kind, title, address });

let told = 0;
new ResizeObserver(() => {
  const height = Math.ceil(body.getBoundingClientRect().height);
  if (height !== told) tell("size", { height });
  told = height;
}).observe(body);
hear({ ready });
ready();
