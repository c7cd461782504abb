// Gathers, from state and pane, everything that one drawing of the timeline needs.
import { createScale } from "../scale.js";
import { visibleEvents } from "../selectors.js";
import { overviewBins } from "./density.js";
import { lanesOf, mergedLane, nearestOutside } from "./lanes.js";
import { layout } from "./layout.js";
import { overviewExtent } from "./extent.js";
import { shelfBox } from "./lane-drawing.js";
import { createMeasure, fontsOf } from "./lettering.js";
import { metricsOf } from "./metrics.js";
import { readPalette } from "./palette.js";
import { periodRows } from "./period-bands.js";
import { rulerOf } from "./ruler.js";

const BARE = { names: [], figures: [], ticks: [] };

/** Remember the last answer, for as long as the same things are asked about. */
function once(compute) {
  let asked = null;
  let answer;
  return (...things) => {
    if (!asked || asked.some((thing, index) => thing !== things[index])) {
      asked = things;
      answer = compute(...things);
    }
    return answer;
  };
}

/**
 * Return {scene(state, options), refresh()}; a scene that is `wordless` is for marks alone; `refresh` forgets what was read from the page: its
 * size, inks and typefaces.
 */
export function createScenery({ host, context, data, names, calendars, sentences }) {
  const rowsOf = once((periods) => periodRows(periods ?? []));
  let page = null;
  const memory = {};

  function readPage() {
    const root = document.documentElement;
    const type = parseFloat(getComputedStyle(root).fontSize) / 16 || 1;
    const pane = {
      width: host.clientWidth, height: host.clientHeight, type, bands: rowsOf(data.all.atlas.periods).length,
      coarse: matchMedia("(pointer: coarse)").matches,
    };
    const palette = readPalette(host, data.atlas.sides);
    const rightToLeft = getComputedStyle(host).direction === "rtl";
    const fonts = fontsOf(metricsOf(pane), palette, { persian: rightToLeft });
    const measure = createMeasure(context, fonts);
    const metrics = metricsOf({ ...pane, names: widestName(measure) });
    return { metrics, palette, fonts, measure, rightToLeft };
  }

  /** Room for the longest name of a theatre or side and, beside it, the count of its undated. */
  function widestName(measure) {
    const lanes = [...data.atlas.theatres, ...data.atlas.sides];
    const widest = Math.max(0, ...lanes.map(({ label, label_fa }) => measure(sentences.laneName({ label, labelFa: label_fa }), "laneSelected")));
    const undated = data.events.some(({ when4 }) => when4.every((day) => day === null));
    return widest + (undated ? measure(sentences.shelfTexts({ shelf: { length: 88 } })[1], "pill") + 20 : 0);
  }

  const lanes = once((events, division, compact) => {
    const dealt = lanesOf(events, data, division, sentences.restLabel(division));
    return compact ? mergedLane(dealt) : dealt;
  });
  const beginnings = (events) => events.flatMap(({ when4 }) => when4?.[0] ?? when4?.[3] ?? []);
  // The years stay whatever is filtered out, so that the strip does not stretch under the reader.
  const years = overviewExtent(beginnings(data.all.events), { from: data.atlas.window[0], to: data.atlas.window[1] }, calendars.gregorian);
  const overview = once((events, metrics) => {
    const scale = createScale({ window: years, start: metrics.axisStart, length: metrics.axisLength });
    return { scale, years, bins: overviewBins(beginnings(events), years, metrics.axisLength) };
  });
  const byId = once((dealt) => new Map(dealt.map((lane) => [lane.id, lane])));

  function styleOf(event) {
    const { sides, noSide } = page.palette;
    return sides.get(event.sides?.[0]) ?? noSide;
  }

  function scene(state, { moving = false, scroll = 0, ringed = null, wordless = false } = {}) {
    page ??= readPage();
    const { metrics, palette, fonts, measure, rightToLeft } = page;
    const events = visibleEvents(data, state);
    // A second telling stands beside the first, in the same lanes.
    const dealt = lanes(data.second?.beside(events, state) ?? events, state.lanes, metrics.compact);
    const scale = createScale({ window: state.window, start: metrics.axisStart, length: metrics.axisLength });
    const selected = state.selection?.kind === "event" ? state.selection.slug : null;
    const laid = layout({ lanes: dealt, scale, metrics, measure, wordsOf: sentences.labelOf, selected, moving, memory });
    const sources = byId(dealt);
    const ruler = (calendar, name) => rulerOf({ calendar, scale, names, measure: (text, kind) => measure(text, kind === "name" ? name : "figure") });
    for (const lane of laid.lanes) {
      if (lane.empty) lane.next = nearestOutside(sources.get(lane.id), scale.from, scale.to + 1);
    }
    const boxes = laid.lanes.flatMap((lane) => lane.items);
    const drawn = {
      metrics, palette, fonts, measure, rightToLeft, scale, events, names, styleOf,
      inks: palette.inks, sides: palette.sides,
      window: state.window, lanes: laid.lanes, height: laid.height, boxes, scroll,
      selected, selectedLane: laid.lanes.find((lane) => [...lane.items, ...lane.shelf].some(({ event }) => event.id === selected))?.id ?? null,
      hovered: state.hover?.kind === "event" ? state.hover.slug : null,
      cursorAt: scale.at(state.cursor + 0.5),
      wordless,
      rulers: wordless ? { head: BARE, foot: BARE } : {
        head: ruler(calendars.gregorian, "name"), foot: ruler(calendars[state.ruler] ?? calendars.solar_hijri, "name2"),
      },
      overview: overview(events, metrics), calendar: calendars.gregorian,
      periodRows: rowsOf(data.atlas.periods).slice(0, metrics.reigns.rows), ...sentences,
      emptyText: (lane) => sentences.emptyText(lane.next, scale),
      pills: laid.lanes.flatMap((lane) => lane.pills),
      captions: metrics.compact ? {} : {
        head: names.calendar("gregorian"), foot: names.calendar(state.ruler),
        overview: sentences.years(calendars.gregorian, years),
      },
    };
    drawn.shelves = laid.lanes.filter((lane) => lane.shelf.length)
      .map((lane) => ({ ...shelfBox(lane, drawn), key: `${lane.id}?`, entries: lane.shelf, name: sentences.laneName(lane) }));
    drawn.ringed = ringed ? [...boxes, ...drawn.pills, ...drawn.shelves].filter((box) => box.key === ringed && box.top !== undefined) : [];
    return drawn;
  }

  return {
    scene,
    years,
    metrics: () => (page ??= readPage()).metrics,
    isRightToLeft: () => (page ??= readPage()).rightToLeft,
    refresh: () => (page = null),
  };
}
