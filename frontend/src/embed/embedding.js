// The code for other sites: opened over the page as a dialog, or at work on its own page.

import { openDialog } from "../layout/dialog.js";
import { startBuilder } from "./builder.js";
import { symbolsFrom } from "../dom.js";

function styled(sheet, base) {
  if (document.querySelector("link[data-embedding]")) return null;
  const own = document.importNode(sheet);
  own.href = new URL(sheet.getAttribute("href"), base).href;
  return new Promise((resolve, reject) => {
    own.addEventListener("load", resolve);
    own.addEventListener("error", reject);
    document.head.append(own);
  });
}

/** Open over the page what `link` leads to, for the page as it stands; rejects where it cannot be had. */
export async function open(link) {
  const { pathname, search } = window.location;
  const address = new URL(link.href);
  if (search) address.searchParams.set("url", pathname + search);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const section = document.adoptNode(page.querySelector("[data-embedding].embedding"));
  // What the section names it names as seen from its own page, which in a static copy lies elsewhere.
  const base = answer.url;
  await styled(page.querySelector("link[data-embedding]"), base);
  // The preview is loaded once it is known of what: its own address would be read from the page around the dialog.
  section.querySelector("[data-preview]").removeAttribute("src");
  const [sheet] = link.querySelector("use").getAttribute("href").split("#");
  link.focus();
  openDialog({ title: section.dataset.title, close: section.dataset.close, symbol: symbolsFrom(sheet), className: "page-dialog embedding-dialog" }, section);
  startBuilder(section, search, base);
}

for (const section of document.querySelectorAll("main [data-embedding]")) startBuilder(section);
