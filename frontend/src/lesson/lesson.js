// Leads through a lesson: shows the card of the step that the state names, and the view that belongs to it.

import { addressOf } from "../config.js";
import { createCard } from "./card.js";
import { isBare, queryOfStep, queryWithout, sameView, stepNumber, viewOfStep } from "./steps.js";
import { isFramed } from "../embed/parent.js";
import { openingState } from "../store.js";
import { sentenceOf } from "../failure.js";

let guide = null;

/** Follow the lesson that the state names; `asked` ({slug, step}) is one to go to. */
export function openLesson(shell, asked = null) {
  guide ??= createGuide(shell);
  return asked ? guide.ask(asked) : guide.follow();
}

function createGuide(shell) {
  const { api, config, data, notes, store, t } = shell;
  const opening = openingState(config);
  let card = null;
  let lesson = null;
  let number = 0;
  let view = null;

  // The page's own way of coming to an address brings the whole state about at once, as the back button does.
  function move(query, { replace = false } = {}) {
    history[replace ? "replaceState" : "pushState"](null, "", location.pathname + (query ? `?${query}` : ""));
    dispatchEvent(new PopStateEvent("popstate"));
  }

  const stepsQuery = (of, to) =>
    queryOfStep({ slug: of.id, number: to, state: of.steps[to - 1].state }, location.search, lesson?.steps[number - 1].state);
  const go = (to, options) => move(stepsQuery(lesson, to), options);
  // A frame that is of the lesson has nothing to leave it for.
  const leave = config.lesson ? null : () => move(queryWithout(location.search));
  const sheetOf = (slug) => addressOf(config, { kind: "lesson", slug }, { page: true });
  const read = (slug) => api.get(addressOf(config, { kind: "lesson", slug }));

  function close() {
    card?.remove();
    card = lesson = view = null;
  }

  function fail(failure) {
    lesson = view = null;
    const known = { 404: "lesson.unknown", 410: "lesson.withdrawn" }[failure.status];
    const all = sheetOf("").replace(/\/\/$/, "/");
    card.fail(known ? t(known, { slug: store.get().lesson }) : sentenceOf(t, failure),
      [failure.there ?? [all, t("lesson.all")]]);
  }

  function wander(state) {
    if (view) card.wander(!sameView(state, view));
  }

  async function follow() {
    const { lesson: slug, step } = store.get();
    if (!slug) return close();
    card ??= createCard(shell, { go, leave, back: () => go(number) });
    let found;
    try {
      found = await read(slug);
      if (found.atlas !== config.atlas) throw Object.assign(new Error(t("lesson.elsewhere")), { there: [sheetOf(found.id), found.title] });
    } catch (failure) {
      if (card && slug === store.get().lesson) fail(failure);
      return undefined;
    }
    if (!card || slug !== store.get().lesson || step !== store.get().step) return undefined;
    lesson = found;
    const named = stepNumber(step, lesson.steps.length);
    number = named ?? 1;
    // An address that names the lesson alone goes to the step's view; another keeps the view that it says.
    if (isBare(location.search)) go(number, { replace: true });
    else if (named === null) store.set({ step: String(number) }, { source: "lesson" });
    // Said last: to come to an address takes away what was wrong with the one before.
    if (named === null && step !== null) notes.problems([{ problem: "lesson.no-step", key: "step", value: step }]);
    view = viewOfStep(lesson.steps[number - 1], opening, data);
    card.show(lesson, number);
    wander(store.get());
    // Keys are for who has some; in a frame the focus is left to the page around.
    if (!isFramed() && matchMedia("(pointer: fine)").matches) card.focus();
    return undefined;
  }

  async function ask({ slug = store.get().lesson, step }) {
    const found = slug && (await read(slug).catch(() => null));
    const to = found?.atlas === config.atlas ? stepNumber(String(step ?? 1), found.steps.length) : null;
    if (to) move(stepsQuery(found, to));
  }

  store.subscribe((state, previous) => {
    if (state.lesson !== previous.lesson || state.step !== previous.step) follow();
    else wander(state);
  });
  return { follow, ask };
}
