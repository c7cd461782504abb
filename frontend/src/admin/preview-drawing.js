// Draws the preview of a claim from the server's answer: sentences, days, choices, conflicts.

import { el, isolated } from "../dom.js";

const quiet = (...children) => el("p", { class: "quiet" }, children);

function problem(each) {
  return el("li", { data: { code: each.code } },
    each.label && [el("a", { href: `#id_${each.field}` }, each.label), ": "],
    each.message,
    each.at && [" ", el("q", { class: "marked" }, el("bdi", null, each.before, el("mark", null, each.at), each.after))]);
}

function counted(calendars) {
  return calendars.length > 0 && el("dl", { class: "counted" }, calendars.map((each) =>
    el("div", null, el("dt", null, each.calendar), el("dd", null, isolated(each.words)))));
}

function days(date) {
  return date && el("div", { class: "days" },
    el("p", { class: "day" }, isolated(date.words)),
    quiet(el("code", null, date.edtf), date.precision && ` ${date.precision}`),
    counted(date.calendars),
    date.cautions.map((each) => quiet(each)));
}

function choice(name, value, chosen, ...label) {
  return el("label", null, el("input", { type: "radio", name, value, checked: chosen }), " ", label);
}

function readings(choices, words) {
  return choices.length > 0 && el("fieldset", { class: "choices" }, el("legend", null, words.which),
    choices.map((each) => el("div", null,
      choice("reading", each.value, each.chosen, el("b", null, isolated(each.words)), each.calendar && `, ${each.calendar}`),
      each.why && quiet(each.why),
      counted(each.calendars))));
}

function against(claim, words) {
  const facts = `${claim.about}, ${claim.of}; ${claim.source}${claim.spot ? `, ${claim.spot}` : ""}; `;
  return el("li", null,
    el("b", null, isolated(claim.said || claim.printed)),
    claim.printed && claim.said && [" ", el("q", null, isolated(claim.printed))],
    " ",
    el("span", { class: "quiet" }, facts,
      el("a", { href: claim.address, target: "_blank", rel: "noopener" }, isolated(claim.key)),
      !claim.published && `, ${words.unpublished}`));
}

function toldOf(each, words) {
  const list = (claims) => el("ul", null, claims.map((claim) => against(claim, words)));
  return [
    list(each.claims),
    each.agreeing.length > 0 && [quiet(words.agreeing), list(each.agreeing)],
    each.why && el("p", null, each.why),
    each.lines.map((line) => quiet(line)),
  ];
}

function clash(each, words) {
  const heading = el("h3", null, each.between ? words.order : words.values, " ",
    el("span", { class: "quiet" }, `${each.about}, ${each.status}`));
  // What contradicts the order told leads over other things and is long: it opens on demand.
  return each.between
    ? el("details", { class: "clash" }, el("summary", null, heading), toldOf(each, words))
    : el("div", { class: "clash" }, heading, toldOf(each, words));
}

const meaning = (each) => [
  el("b", null, isolated(each.meant)), each.display && [" ", isolated(`(${each.display})`)], `: ${each.method}`,
];

/** The readings proposed: to choose from with a reason, or only to look at where somebody else decides. */
function proposals(preview, words, reason) {
  if (preview.who_takes) {
    return el("div", { class: "proposals" }, el("h3", null, words.meant),
      el("ul", null, preview.proposals.map((each) => el("li", null, meaning(each), quiet(`${each.why} ${each.share}`)))),
      el("p", { class: "who-takes" }, preview.who_takes));
  }
  return preview.proposals.length > 0 && el("fieldset", { class: "choices proposals" },
    el("legend", null, words.meant),
    el("div", null, choice("take", "", !preview.taken, words.stands)),
    preview.proposals.map((each) => el("div", null,
      choice("take", each.name, each.name === preview.taken, meaning(each)),
      quiet(`${each.why} ${each.share}`))),
    reason);
}

function other(each) {
  return quiet(el("a", { href: each.address, target: "_blank", rel: "noopener" }, isolated(each.key)), `: ${each.sentence}`);
}

function leftEmpty(left, words) {
  return left.length > 0 && [
    quiet(words.leftEmpty),
    el("dl", { class: "left-empty" }, left.map((each) =>
      el("div", null, el("dt", null, each.label), el("dd", null, isolated(each.value))))),
  ];
}

/** The elements of a preview; a refusal holds problems alone. `reason` is the field that a proposal asks for. */
export function drawn(preview, words, reason) {
  const wrong = preview.problems.length > 0 && el("ul", { class: "problems" }, preview.problems.map(problem));
  if (!preview.clashes) return [wrong];
  return [
    wrong,
    preview.says && el("p", { class: "says" }, isolated(preview.says)),
    preview.hangs && el("p", null, preview.hangs),
    days(preview.date),
    preview.difference && el("p", { class: "difference" }, preview.difference),
    readings(preview.readings, words),
    preview.held && el("p", { class: "held" }, preview.held),
    preview.clashes.filter((each) => !each.between).map((each) => clash(each, words)),
    preview.agreement && el("p", null, preview.agreement),
    proposals(preview, words, reason),
    preview.others.map(other),
    preview.clashes.filter((each) => each.between).map((each) => clash(each, words)),
    leftEmpty(preview.left_empty, words),
  ];
}
