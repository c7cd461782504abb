// The form of a claim: shows the fields that belong together, and what the claim comes to while it is typed.

import { showWhatBelongs } from "./field-groups.js";
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
