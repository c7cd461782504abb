// Shows that the atlas could not be opened, and where to read it instead.

import { el, fill } from "./dom.js";
import { createMessages } from "./messages.js";
import { readConfig } from "./config.js";

/** Return the sentence of a failure: a failed request says its own, anything else what broke it. */
export function sentenceOf(t, failure) {
  return failure.key ? t(failure.key, failure.params) : String(failure.message ?? failure);
}

/** Put the failure in the panel with two ways out: try again, or the table of all events. */
export function showFailure(failure, document = globalThis.document) {
  const config = readConfig(document);
  const t = createMessages(config.messages, config.language);
  fill(
    document.getElementById("panel"),
    el(
      "div",
      { class: "failure", role: "alert" },
      el("p", {}, t("error.atlas", { reason: sentenceOf(t, failure) })),
      el("p", { class: "ways-out" },
        el("a", { class: "button", href: "" }, t("error.retry")),
        el("a", { class: "button", href: config.urls.chronology }, t("error.chronology")),
      ),
    ),
  );
  if (!failure.key) throw failure;
}
