// Words the claim that a step discusses: as it is printed, and by whom.

import { addressOf } from "../config.js";
import { el, isolated } from "../dom.js";
import { recordLink } from "../panels/head.js";

/** Return the line of a claim; it names the claim at once, and quotes it when the claim itself is here. */
export function claimLine(shell, claim, isWanted) {
  const { api, config, t } = shell;
  const words = el("span", { class: "lesson-claim-words" }, recordLink(shell, "claim", claim.id, claim.id));
  const quoted = ({ as_printed: printed, citation }) => {
    if (!isWanted()) return;
    const link = recordLink(shell, "claim", claim.id, printed ? t("quoted", { text: printed }) : claim.id);
    words.replaceChildren(link, ", ", el("cite", {}, isolated(citation.source_title)));
  };
  // Without the claim itself its name leads to it all the same.
  api.get(addressOf(config, { kind: "claim", slug: claim.id })).then(quoted, () => {});
  return el("p", { class: "lesson-claim" }, el("span", { class: "lesson-claim-label" }, t("lesson.claim")), " ", words);
}
