// Opens everything around timeline and map: state, address, toolbar, panel, search, keys.

import { createMessages } from "./messages.js";
import { createNotes } from "./notes.js";
import { createPanel } from "./panels/panel.js";
import { createStore, openingState } from "./store.js";
import { createToolbar } from "./toolbar/toolbar.js";
import { createWording } from "./wording.js";
import { followAddress, linkTo, stateOfAddress } from "./address.js";
import { sentenceOf } from "./failure.js";
import { followSelection } from "./selection.js";
import { onDemand, withWords } from "./loading.js";
import { openInPlace } from "./open-in-place.js";
import { positionsOn } from "./map/positions.js";
import { startClock } from "./play.js";
import { startKeys } from "./keys.js";
import { startLayout } from "./layout/layout.js";
import { startSearch } from "./search/field.js";
import { startTheme } from "./theme-choice.js";
import { symbolsFrom } from "./dom.js";
import { choosing, wholeWindow } from "./sync.js";
import { asAllTell } from "./filter-state.js";

const page = (id) => document.getElementById(id);

/**
 * Return {store, t, vocabulary, attempt, furnish}: the running shell of an atlas page.
 *
 * What the first picture needs is there on return; `furnish()` brings toolbar, panel, search and
 * keys, and is called when map and timeline have been painted: 60 ms of the first render.
 */
export function openShell({ config, api, data }) {
  const t = createMessages(config.messages, config.language);
  const symbol = symbolsFrom(config.urls.symbols);
  const wording = createWording(config.vocabulary);
  const notes = createNotes(page("notes"), { t, symbol });
  const opening = openingState(config);
  const { state, problems } = stateOfAddress(window.location.search, opening, data);
  const store = createStore(asAllTell(state));
  store.data = data;

  const learn = async () => Object.assign(config.messages, await api.get(config.urls.records_words));
  const records = onDemand(config.urls.records, withWords(learn, config.urls.records_style));
  const telling = onDemand(config.urls.telling, withWords(learn));
  const lesson = onDemand(config.urls.lesson_script, withWords(learn, config.urls.lesson_style));
  const shell = { api, config, data, notes, positionsOn, records, store, symbol, t, wording };
  shell.choose = (selection) => {
    const event = selection.kind === "event" && data.index.event.get(selection.slug);
    store.set(event ? choosing(data, store.get(), event) : { selection }, { source: "shell" });
  };
  shell.link = () => linkTo(window.location, store.get(), opening);
  // What is not there in time is said in a sentence; the page goes on.
  const asking = (script) => (use) => script().then(use, (failure) => notes.say(sentenceOf(t, failure)));
  shell.ask = asking(records);
  shell.lesson = (asked) => asking(lesson)(({ openLesson }) => openLesson(shell, asked));
  // Go to a state (or patch with filters), fetching first what the source it names tells.
  shell.arrive = (next, source) => {
    const { according_to, compare } = next.filters;
    if (!according_to && !compare && !data.told) return store.set(next, { source });
    return telling().then(({ tell }) => tell(shell, next, source), (failure) => {
      notes.say(sentenceOf(t, failure));
      store.set(asAllTell(next), { source });
    });
  };
  shell.opened = () => shell.arrive(state, "address");
  shell.legend = () => shell.ask(({ openLegend }) => openLegend(shell));
  document.addEventListener("marchlines:legend", shell.legend);
  shell.ground = startTheme(shell);
  startLayout(shell);
  followSelection(store, data);
  followAddress(store, { opening, data, window, arrive: shell.arrive, onProblems: notes.problems });

  function furnish() {
    shell.keys = startKeys(shell);
    createToolbar(page("toolbar"), shell);
    shell.dressed?.();
    createPanel(page("panel"), shell);
    startSearch(page("search"), shell);
    startClock(store, { end: Math.floor(wholeWindow(data).to), reducedMotion: matchMedia("(prefers-reduced-motion: reduce)") });
    notes.problems(problems);
    openInPlace(document);
    // The framed atlas joins itself to the page around it (embed/atlas-frame.js).
    document.dispatchEvent(new CustomEvent("marchlines:furnished", { detail: shell }));
    if (state.lesson) shell.lesson();
  }

  /** Do what may fail without taking the page down: a sentence tells the reader. */
  function attempt(key, work) {
    try {
      work();
    } catch (failure) {
      notes.say(t(key));
      reportError(failure);
    }
  }
  return { ...shell, attempt, furnish, vocabulary: config.vocabulary };
}
