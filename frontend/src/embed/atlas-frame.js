// Joins the framed atlas to the page around it: messages both ways, links that lead out, no entries in its history.

import { askedPatch } from "./asked-state.js";
import { hear, isFramed, tell } from "./parent.js";
import { heightOfAtlas } from "./heights.js";
import { isoOfDay } from "../iso-days.js";
import { recordOf, titleOf } from "../atlas-data.js";

// While a window is dragged or a campaign played, the page around hears of it ten times a second.
const BREATH = 100;
// Narrower than this, in pixels, the legend would cover a third of the map.
const ROOMY = 900;
const SLUG = /^[\w-]{1,100}$/;
const iso = (day) => isoOfDay(Math.floor(day));
const nameOf = (selection) => (selection ? `${selection.kind}:${selection.slug}` : null);

function start(shell) {
  const { config, data, store } = shell;
  const linkHere = shell.link;
  // What is copied or opened is the page, not the frame.
  shell.link = () => {
    const page = new URL(config.urls.self, location.href);
    page.search = new URL(linkHere()).search;
    return page.href;
  };
  // The back button belongs to the page around: steps within the frame are no steps of its reader's.
  if (isFramed()) history.pushState = history.replaceState.bind(history);
  if (store.get().theme === "auto") {
    // The ground kept for the site's own pages is not asked for here: the page around chose "as the system says".
    delete document.documentElement.dataset.theme;
    document.documentElement.dispatchEvent(new CustomEvent("marchlines:theme", { bubbles: true }));
  }

  // A frame is small: its legend waits behind its button.
  if (innerWidth < ROOMY) document.querySelector('.map-legend-toggle[aria-expanded="true"]')?.click();

  const parts = {
    select: ({ selection }) => ({ at: nameOf(selection), title: titleOf(recordOf(data, selection)) || null }),
    window: ({ window: { from, to } }) => ({ from: iso(from), to: iso(to) }),
    day: ({ cursor }) => ({ day: iso(cursor) }),
    step: ({ lesson, step }) => ({ lesson, step: Number(step) || null }),
  };
  const all = (state) => Object.assign({}, ...Object.values(parts).map((part) => part(state)));
  const ready = () => tell("ready", { ...all(store.get()), kind: "atlas", title: config.title, address: shell.link() });

  let told = all(store.get());
  let waiting = null;
  function tellChanges() {
    waiting = null;
    const state = store.get();
    for (const [type, part] of Object.entries(parts)) {
      const body = part(state);
      if (Object.entries(body).every(([key, value]) => told[key] === value)) continue;
      Object.assign(told, body);
      tell(type, { ...body, address: shell.link() });
    }
    document.querySelector("[data-open]").href = shell.link();
  }

  store.subscribe((state) => {
    document.body.classList.toggle("panel-shown", Boolean(state.selection));
    waiting ??= setTimeout(tellChanges, BREATH);
  });

  function asked(message) {
    const patch = askedPatch(message, store.get(), data);
    if (!patch) return;
    if (patch.selection) shell.choose(patch.selection);
    else store.set({ ...patch, playing: false }, { source: "host" });
  }

  // What is no lesson or step of this atlas is passed over, like any other message that asks for what cannot be.
  function toStep({ lesson = null, step }) {
    const slug = lesson ?? store.get().lesson;
    if (typeof slug === "string" && SLUG.test(slug) && /^[1-9]\d{0,3}$/.test(step)) shell.lesson({ slug, step: String(step) });
  }
  hear({ ready, select: asked, window: asked, day: asked, step: toStep });

  const size = () => tell("size", { height: heightOfAtlas(innerWidth) });
  window.addEventListener("resize", size);
  document.body.classList.toggle("panel-shown", Boolean(store.get().selection));
  document.querySelector("[data-open]").href = shell.link();
  ready();
  size();
}

document.addEventListener("marchlines:furnished", ({ detail }) => start(detail), { once: true });
