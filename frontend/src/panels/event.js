// Puts together the panel of an event.

import { el } from "../dom.js";
import { neighboursOf } from "../selectors.js";
import { titleOf } from "../atlas-data.js";
import { cite } from "./cite.js";
import { dateClaims } from "./claim-days.js";
import { contradictions } from "./contradictions.js";
import { disagreement } from "./disagreement.js";
import { fourCalendars } from "./four-calendars.js";
import { block, panelHead, recordLink, signButton } from "./head.js";
import { notesList, numberNotes } from "./notes-list.js";
import { participants } from "./participants.js";
import { printedDates } from "./printed-dates.js";
import { statements } from "./statements.js";
import { story } from "./story.js";

const WIDE = ["country", "province", "region", "sea", "desert"];

function steps(selection, shell) {
  const { data, store, t } = shell;
  const event = data.index.event.get(selection.slug);
  if (!event) return null;
  const { previous, next } = neighboursOf(data, store.get(), event);
  const step = (sign, key, to) => signButton(shell, sign, t(key, { title: to?.title ?? "–" }),
    () => shell.choose({ kind: "event", slug: to.id }), { disabled: !to });
  return [step("u-day-back", "panel.previous", previous), step("u-day-on", "panel.next", next)];
}

function whatAndWhere(body, shell) {
  const { data, t } = shell;
  const kind = data.index.kind.get(body.kind)?.label ?? t(`kind.${body.kind}`);
  const place = body.place && [
    body.place.relation && body.place.relation !== "at" && `${t(`place-relation.${body.place.relation}`)} `,
    recordLink(shell, "place", body.place.id, body.place.name),
  ];
  const parent = body.place && data.index.place.get(data.index.place.get(body.place.id)?.parent);
  // "Iran, Tehran" tells nobody anything; "Tehran, Behjatabad Gate" does.
  const town = parent && !WIDE.includes(parent.kind) && parent;
  return [
    el("span", { class: "kind" }, kind),
    body.status !== "happened" && [" · ", t(`status.${body.status}`)],
    place && [" · ", town && [recordLink(shell, "place", town.id, titleOf(town)), ", "], place],
  ];
}

/** Return the panel of an event's body as the API gives it. */
export function eventPanel(body, selection, shell) {
  const { t } = shell;
  const dates = dateClaims(body.claims);
  const notes = numberNotes([...dates, ...body.claims.filter((claim) => claim.attribute !== "date")]);
  return el("article", { class: "record-panel" },
    panelHead(shell, selection, {
      sign: `k-${body.kind}`,
      side: body.sides[0],
      line: whatAndWhere(body, shell),
      before: steps(selection, shell),
      title: body.title,
      titleFa: body.title_fa,
    }),
    printedDates(body, shell, notes),
    fourCalendars(body.when, shell),
    disagreement(body, shell, notes),
    contradictions(body, shell, notes),
    body.summary && el("p", { class: "summary" }, body.summary),
    participants(t("panel.people"), "person", body.people, shell, notes),
    participants(t("panel.forces"), "force", body.forces, shell, notes),
    statements(body, shell, notes),
    story(body, shell, notes),
    block(t("panel.sources"), notesList(notes, shell)),
    cite(body, selection, shell),
  );
}
