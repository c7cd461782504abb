// Asks the server what the claim typed comes to, a moment after the last key, and shows the answer.

import { fill } from "../dom.js";
import { hearChanges } from "./heard.js";
import { drawn } from "./preview-drawing.js";

const PAUSE_MS = 350;
const OWN = "entering-placeholder";

async function asked(section, form, signal, words) {
  const sent = new URLSearchParams(new FormData(form));
  if (section.dataset.claim) sent.set("claim", section.dataset.claim);
  const lost = (error) => (error.name === "AbortError"
    ? null
    : { problems: [{ message: words.unreachable, code: "unreachable" }] });
  let answer;
  try {
    answer = await fetch(section.dataset.address, {
      method: "POST", body: sent, signal, headers: { Accept: "application/json" },
    });
  } catch (error) {
    return lost(error);
  }
  const isJson = (answer.headers.get("content-type") ?? "").includes("json");
  if (answer.redirected || !isJson) {
    const message = answer.redirected || answer.status === 403 ? words.signedOut : words.unreachable;
    return { problems: [{ message, code: "unreachable" }] };
  }
  return answer.json().catch(lost);
}

/** What stands in an empty field when it is kept: shown in it, and never put into it. */
function showLeftEmpty(form, left) {
  for (const field of form.querySelectorAll(`[data-${OWN}]`)) {
    field.placeholder = "";
    field.removeAttribute(`data-${OWN}`);
  }
  for (const { field: name, value } of left ?? []) {
    const field = form.elements.namedItem(name);
    if (!field || !("placeholder" in field)) continue;
    field.placeholder = value;
    field.setAttribute(`data-${OWN}`, "");
  }
}

/** Unfold the group in which something is to be mended: "five days later" asks what it is counted from. */
function openWhatIsAskedFor(form, problems) {
  for (const { field } of problems) {
    const details = field && form.querySelector(`.field-${field}`)?.closest("details");
    if (details) details.open = true;
  }
}

/** Put new content in place without taking the focus away from a choice. */
function putIn(place, content) {
  const held = place.contains(document.activeElement) ? document.activeElement : null;
  fill(place, content);
  if (!held?.name) return;
  if (place.contains(held)) held.focus();
  else [...place.querySelectorAll("input")].find((each) => each.name === held.name && each.value === held.value)?.focus();
}

/** Keep the preview true to the form, from now on. */
export function watchPreview(form, words) {
  const section = document.getElementById("entry-preview");
  if (!section) return;
  const place = section.querySelector("#comes-to");
  const announced = section.querySelector(".announced");
  const reason = section.querySelector(".take-reason");
  let timer = 0;
  let asking = null;
  let shown = "";

  async function look() {
    clearTimeout(timer);
    asking?.abort();
    asking = new AbortController();
    section.setAttribute("aria-busy", "true");
    const preview = await asked(section, form, asking.signal, words);
    if (!preview) return;
    section.removeAttribute("aria-busy");
    const text = JSON.stringify(preview);
    if (text === shown) return;
    shown = text;
    if (!preview.asks_why) section.append(reason);
    reason.classList.toggle("hidden", !preview.asks_why);
    putIn(place, drawn(preview, words, reason));
    showLeftEmpty(form, preview.left_empty);
    openWhatIsAskedFor(form, preview.problems);
    announced.textContent = preview.summary || preview.problems[0]?.message || "";
  }

  hearChanges(form, (event) => {
    if (event.target.name === "take_reason" && event.type === "input") return;
    clearTimeout(timer);
    // An answer to what was typed before would be drawn over what was chosen since.
    asking?.abort();
    timer = setTimeout(look, PAUSE_MS);
  });
  section.querySelector("[name=_check]").addEventListener("click", async (event) => {
    event.preventDefault();
    shown = "";
    await look();
    place.focus();
  });
  look();
}
