// Puts together the panel of a movement: who marched, leg by leg, how far, how fast, who says so.

import { el } from "../dom.js";
import { block, panelHead, recordLink } from "./head.js";
import { cite } from "./cite.js";
import { contradictions } from "./contradictions.js";
import { disagreement } from "./disagreement.js";
import { marchQuestions } from "./march-questions.js";
import { marks, notesList, numberNotes } from "./notes-list.js";
import { participants } from "./participants.js";
import { statements } from "./statements.js";
import { whyHere } from "./standing.js";
import { sideSign } from "../sides.js";

function stops(leg, shell) {
  const { t } = shell;
  const from = leg.from?.name;
  const to = leg.to?.name;
  if (from && to) return t("movement.leg", { from, to });
  return to ? t("movement.to", { to }) : t("movement.from", { from: from ?? "?" });
}

function daysOf(range, shell) {
  if (!range) return null;
  const [first, last] = Array.isArray(range) ? range : [range.begin_earliest, range.end_latest];
  if (first === null && last === null) return null;
  return shell.wording.stretch(first ?? last, last ?? first);
}

function strengthOf(strength, { t, wording }) {
  if (!strength) return t("movement.no-strength");
  const { low, high, unit, printed } = strength;
  const number = low === high || high === null ? low : `${low ?? ""}–${high}`;
  const words = printed ? t("quoted", { text: printed }) : `${wording.figures(String(number ?? ""))} ${unit ?? ""}`.trim();
  return t("movement.strength", { text: words });
}

function facts(leg, shell) {
  const { t, wording } = shell;
  const round = (value) => wording.figures(String(Math.round(value)));
  const departs = daysOf(leg.departs, shell);
  const arrives = daysOf(leg.arrives, shell);
  return [
    departs && t("movement.departs", { date: departs }),
    arrives && t("movement.arrives", { date: arrives }),
    !departs && !arrives && t("movement.undated"),
    Number.isFinite(leg.distance_km) && t("movement.distance", { km: round(leg.distance_km) }),
    Number.isFinite(leg.km_per_day) && t("movement.pace", { km: round(leg.km_per_day) }),
    leg.implausible && t("movement.implausible"),
    leg.mode && leg.mode !== "unknown" && t(`mode.${leg.mode}`),
    leg.strength && strengthOf(leg.strength, shell),
    leg.inferred && t("movement.inferred"),
    leg.status !== "happened" && t(`status.${leg.status}`),
  ].filter(Boolean);
}

function legs(body, shell, notes) {
  const { t, wording } = shell;
  return el("ol", { class: "legs" }, body.legs.map((leg) => el("li", {},
    el("p", { class: "leg-ends" }, stops(leg, shell)),
    leg.via?.length > 0 && el("p", { class: "leg-via" },
      t("movement.via", { places: leg.via.map((place) => place.name).join(", ") })),
    el("p", { class: "leg-facts" }, facts(leg, shell).join("; "),
      marks((leg.claims ?? []).map((key) => notes.numberOf(key)), { t, wording })))));
}

function movers(body, shell) {
  const { data } = shell;
  return el("ul", { class: "participants" }, body.movers.map((mover) => el("li", {},
    sideSign(shell, mover.side),
    el("span", { class: "who" },
      mover.id && data.index[mover.type] ? recordLink(shell, mover.type, mover.id, mover.name) : mover.name,
      mover.side && el("span", { class: "role" }, data.index.side.get(mover.side)?.label ?? mover.side)))));
}

/** Return the panel of a movement's body as the API gives it. */
export function movementPanel(body, selection, shell) {
  const { t, wording } = shell;
  const notes = numberNotes(body.claims);
  const event = body.event && (body.event.id ?? body.event);
  const total = Number.isFinite(body.distance_km) && t("movement.distance", { km: wording.figures(String(Math.round(body.distance_km))) });
  return el("article", { class: "record-panel" },
    panelHead(shell, selection, {
      sign: "k-march",
      side: body.sides?.[0],
      line: [el("span", { class: "kind" }, t("search.movement")), body.status !== "happened" && [" · ", t(`status.${body.status}`)], total && [" · ", total]],
      title: body.title,
      titleFa: body.title_fa,
    }),
    body.when?.display && el("p", { class: "movement-days" }, body.when.display),
    el("p", { class: "role" }, strengthOf(body.strength, shell)),
    disagreement(body, shell, notes),
    contradictions(body, shell, notes),
    body.summary && el("p", { class: "summary" }, body.summary),
    body.status === "happened" && whyHere(body, shell, notes, (leg) => stops(leg, shell)),
    body.movers?.length > 0 && block(t("movement.movers"), movers(body, shell)),
    participants(t("movement.commanders"), "person", body.commanders ?? [], shell, notes),
    block(t("movement.legs"), legs(body, shell, notes)),
    marchQuestions(body, shell, notes),
    statements({ ...body, claims: body.claims.filter((claim) => claim.attribute !== "place") }, shell, notes),
    event && block(t("movement.of-event"), recordLink(shell, "event", event, shell.data.index.event.get(event)?.title ?? event)),
    block(t("panel.sources"), notesList(notes, shell)),
    cite(body, selection, shell));
}
