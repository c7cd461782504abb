// Lists what the sources say beside date and people: places, numbers, outcomes.

import { el } from "../dom.js";
import { block } from "./head.js";
import { marks } from "./notes-list.js";

const TOLD = ["place", "strength", "casualties", "duration", "route", "outcome"];

function number({ low, high, unit }, wording) {
  if (low === null && high === null) return "";
  const range = low === high || high === null || low === null ? String(low ?? high) : `${low}–${high}`;
  return `${wording.figures(range)} ${unit ?? ""}`.trim();
}

/** Return the words of a claim's value: as printed where it is, else what was read from it. */
export function valueOf(claim, { t, wording, data }) {
  if (claim.as_printed) return t("quoted", { text: claim.as_printed });
  const face = claim.face ?? {};
  if (claim.attribute === "place") {
    const name = face.place?.name ?? "";
    return [face.relation && face.relation !== "at" && t(`place-relation.${face.relation}`), name].filter(Boolean).join(" ");
  }
  if (claim.attribute === "outcome") return face.outcome ? t(`outcome.${face.outcome}`) : "";
  if (claim.attribute === "route") return (face.route ?? []).map((slug) => data.index.place.get(slug)?.name ?? slug).join(" – ");
  return number(face, wording);
}

/** Return the block of statements, grouped by what they speak of, or null. */
export function statements(body, shell, notes) {
  const { t, wording } = shell;
  const groups = TOLD.map((attribute) => [attribute, body.claims.filter((claim) => claim.attribute === attribute)])
    .filter(([, claims]) => claims.length);
  if (!groups.length) return null;
  return block(t("panel.says"), el("dl", { class: "statements" }, groups.map(([attribute, claims]) => {
    const lines = new Map();
    for (const claim of claims) {
      const words = valueOf(claim, shell) || claim.note;
      if (words) lines.set(words, [...(lines.get(words) ?? []), claim]);
    }
    return lines.size > 0 && el("div", {}, el("dt", {}, t(`attribute.${attribute}`)),
      [...lines].map(([words, same]) => el("dd", {}, words, marks(same.map((claim) => notes.numberOf(claim)), { t, wording }))));
  })));
}
