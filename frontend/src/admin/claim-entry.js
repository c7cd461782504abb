// The forms of sources, events and claims: names their choosers; a claim's shows what belongs and what it comes to.

import { showWhatBelongs } from "./field-groups.js";
import { nameAll } from "./name-choosers.js";
import { watchPreview } from "./preview.js";
import { goOnWhereLastRead } from "./same-source.js";

function begin() {
  const form = document.getElementById("claim_form");
  const written = document.getElementById("entering-rules");
  if (!form || !written) return;
  const rules = JSON.parse(written.textContent);
  showWhatBelongs(form, rules);
  watchPreview(form, rules.words);
  goOnWhereLastRead(form);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();

// Django makes its choosers when jQuery is ready, which may be after the page is, and more in rows that are added.
window.addEventListener("load", () => {
  const whenReady = window.django?.jQuery;
  if (whenReady) whenReady(() => nameAll());
  else nameAll();
});
document.addEventListener("formset:added", ({ target }) => setTimeout(nameAll, 0, target));
