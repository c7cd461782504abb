// Words what the timeline says: labels, sentences of empty lanes, what a screen reader hears.
import { cleanTitle } from "./titles.js";

const HOLLOW = { planned: "timeline.planned", ordered: "timeline.ordered", abandoned: "timeline.abandoned" };
const PERIODS = ["reign", "war", "siege", "assembly"];

const unitOf = (scale) => (scale.to - scale.from < 45 ? "days" : scale.to - scale.from < 800 ? "months" : "years");

/** Return the wordings of one page: `t` its messages, `names` its namer, `language` its code. */
export function createSentences({ t, names, language }) {
  const persian = language.startsWith("fa");
  const own = (label, labelFa) => cleanTitle((persian && labelFa) || label || labelFa);
  const isUndated = ({ when4 }) => when4.every((day) => day === null);
  /** The event's date in words; without one, what its neighbours in the story leave of it. */
  function dateOf(event) {
    if (event.display) return event.display;
    if (!isUndated(event)) return names.span(event.when4, event.shape);
    const [from, to] = event.bracket ?? [null, null];
    if (from === null && to === null) return t("timeline.undated");
    return t("timeline.bracketed", { date: names.span([from, to, from, to], "instant") });
  }
  const titleOf = (event) => own(event.title, event.fa);

  function emptyText(nearest, scale) {
    const unit = unitOf(scale);
    if (!nearest) return t(`timeline.empty.${unit}`);
    const parts = { title: titleOf(nearest.event), date: dateOf(nearest.event) };
    return t(`timeline.${nearest.later ? "empty-next" : "empty-last"}.${unit}`, parts);
  }

  return {
    titleOf,
    dateOf,
    /** The label of a mark: what did not happen says so. */
    labelOf: (event) => (HOLLOW[event.status] ? t(HOLLOW[event.status], { title: titleOf(event) }) : titleOf(event)),
    laneName: (lane) => own(lane.label, lane.labelFa),
    periodName: (period) => own(period.label, period.label_fa),
    periodCaption(periods) {
      const kind = periods.every((period) => period.kind === periods[0].kind) && PERIODS.includes(periods[0].kind) ? periods[0].kind : "other";
      return t(`timeline.periods.${kind}`);
    },
    emptyText,
    /** What a shelf holds, with its lane's name where lanes are named. */
    shelfTitle: ({ entries: { length: count }, name: lane }) => t(lane ? "timeline.shelf-of" : "timeline.shelf-all", { count, lane }),
    /** The words of a lane's shelf, the longest first. */
    shelfTexts: ({ shelf: { length: count } }) =>
      (count ? [t("timeline.shelf", { count }), t("timeline.shelf-short", { count: names.figures(count) })] : []),
    pillText: (count) => t("timeline.pill", { count: names.figures(count) }),
    full(event) {
      const parts = { title: titleOf(event), date: dateOf(event) };
      return t(event.worded ?? (event.disputed ? "timeline.sentence-disputed" : "timeline.sentence"), parts);
    },
    years(calendar, window) {
      const [first] = calendar.fromDay(Math.round(window.from));
      const [last] = calendar.fromDay(Math.round(window.to));
      return first === last ? names.figures(first) : t("timeline.span", { from: names.figures(first), to: names.figures(last) });
    },
    hidden: (count) => t("timeline.hidden", { count }),
    restLabel: (division) => t(`timeline.rest.${division}`),
    cursor: (day) => names.day("gregorian", Math.round(day), { weekday: true }),
    t,
  };
}
