// Copies citations: at work on the pages of records, and opened over the atlas as a dialog for the view that is seen.

import { copyLine } from "./copying.js";
import { el, symbolsFrom } from "../dom.js";
import { openDialog } from "../layout/dialog.js";

/** Give every line of a section a button that copies it. */
export function startCiting(section) {
  const { copy, copied, byHand } = section.dataset;
  const said = section.querySelector("[role=status]");
  for (const line of section.querySelectorAll("[data-line]")) {
    const named = (line.closest(".cite-line")?.querySelector("dt") ?? line.closest(".cite-style").querySelector("h3")).textContent;
    const press = async () => {
      said.textContent = "";
      said.textContent = (await copyLine(line)) ? copied : byHand;
    };
    line.after(el("button", { class: "button cite-copy", type: "button", "aria-label": `${copy}: ${named}`, on: { click: press } }, copy));
  }
}

function styled(sheet) {
  if (document.querySelector("link[data-citing]")) return null;
  const own = document.importNode(sheet);
  return new Promise((resolve, reject) => {
    own.addEventListener("load", resolve);
    own.addEventListener("error", reject);
    document.head.append(own);
  });
}

/** Open over the page how to cite it as it stands; rejects where that cannot be had. */
export async function open(link) {
  const { pathname, search } = window.location;
  const address = new URL(link.href);
  address.searchParams.set("url", pathname + search);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const section = document.adoptNode(page.querySelector("section.citing"));
  await styled(page.querySelector("link[data-citing]"));
  // Opened from the dialog of embedding, it takes its place.
  document.querySelector("dialog[open]")?.close();
  const [sheet] = document.querySelector("use").getAttribute("href").split("#");
  openDialog({ title: section.dataset.title, close: section.dataset.close, symbol: symbolsFrom(sheet), className: "page-dialog citing-dialog" }, section);
  startCiting(section);
}

for (const section of document.querySelectorAll("section[data-citing]")) startCiting(section);
