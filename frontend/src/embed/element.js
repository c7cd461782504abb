// Defines <march-lines>, which shows an atlas, an event, a march or a lesson of ours in a frame of another site's page.

import { LIVE, SHOWN, STATE } from "./element-keys.js";
import { frameAddress } from "./element-address.js";

// Our own address is that of this script: a module has no currentScript, and is looked for.
const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"], script[src*="/embed.js?"]');
const BASE = new URL(".", script.src).href;
const { origin } = new URL(BASE);

const USUAL_HEIGHT = 480;
const [LEAST, MOST] = [120, 4000];
// How far below the window a frame begins to load, in pixels.
const NEAR = 300;
const TOLD = ["ready", "select", "window", "day", "step", "size"];

// A sheet of the element's own is no inline style: a strict policy of the page does not stop it.
const sheet = new CSSStyleSheet();
sheet.replaceSync(":host{display:block}:host([hidden]){display:none}iframe{display:block;border:0;inline-size:100%;max-inline-size:100%}");

class MarchLines extends HTMLElement {
  static observedAttributes = ["src", "height", "label", ...Object.keys(SHOWN), ...STATE];

  #frame = null;
  #near = null;
  #ready = false;
  #now = {};
  #asked = new Set();
  #queued = false;
  #hear = (event) => this.#heard(event);

  connectedCallback() {
    window.addEventListener("message", this.#hear);
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.#frame = document.createElement("iframe");
    this.#frame.part = "frame";
    this.#frame.allow = "clipboard-write";
    this.#frame.title = this.getAttribute("label") ?? "Marchlines";
    this.#frame.height = this.#height(USUAL_HEIGHT);
    root.replaceChildren(this.#frame);
    if (this.getAttribute("loading") === "eager") {
      this.#open();
      return;
    }
    this.#near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#open(), { rootMargin: `${NEAR}px` });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    window.removeEventListener("message", this.#hear);
    this.#near?.disconnect();
    this.#ready = false;
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#frame) return;
    if (name === "height") this.#frame.height = this.#height(this.#now.height ?? USUAL_HEIGHT);
    else if (name === "label") this.#frame.title = now ?? this.#now.title ?? "Marchlines";
    else if (LIVE[name] || before !== now) this.#ask(LIVE[name] ?? "open");
  }

  /** The record chosen, as "event:slug", or null; set it, or call `select`, to choose another. */
  get at() { return this.#current("at"); }
  set at(value) { this.#reflect("at", value); }
  /** The first day shown, as 1909-07-13. */
  get from() { return this.#current("from"); }
  set from(value) { this.#reflect("from", value); }
  /** The last day shown. */
  get to() { return this.#current("to"); }
  set to(value) { this.#reflect("to", value); }
  /** The day of the cursor. */
  get day() { return this.#current("day"); }
  set day(value) { this.#reflect("day", value); }
  /** The step of the lesson, counted from 1. */
  get step() { return this.#current("step"); }
  set step(value) { this.#reflect("step", value); }
  /** Whether the frame has said that it runs. */
  get ready() { return this.#ready; }
  /** The address that opens the present view on the site itself, or null before it is known. */
  get address() { return this.#now.address ?? null; }

  /** Choose a record ("event:slug"), or with null none. */
  select(at) {
    this.at = at;
    if (at === null) this.#ask("select");
  }

  /** Show the days from one to another (ISO days). */
  showWindow(from, to) { Object.assign(this, { from, to }); }

  /** Put the cursor on a day (an ISO day). */
  showDay(day) { this.day = day; }

  /** Go to a step of the lesson, counted from 1. */
  showStep(step) { this.step = step; }

  #current(key) { return this.#ready && key in this.#now ? this.#now[key] : this.getAttribute(key); }

  #reflect(key, value) {
    if (value === null || value === undefined) this.removeAttribute(key);
    else this.setAttribute(key, value);
  }

  #height(otherwise) {
    const own = Number(this.getAttribute("height"));
    return String(own > 0 ? Math.min(MOST, Math.max(LEAST, own)) : otherwise);
  }

  #open() {
    this.#near?.disconnect();
    const address = frameAddress((name) => this.getAttribute(name), BASE);
    // What is no page of ours is left to the link that stands in the element.
    this.#ready = false;
    this.#asked.clear();
    if (!address) {
      this.#frame.removeAttribute("src");
      this.shadowRoot.replaceChildren(document.createElement("slot"));
      return;
    }
    if (!this.#frame.isConnected) this.shadowRoot.replaceChildren(this.#frame);
    // Replaced, so that the reader's back button does not step through frames.
    if (this.#frame.src) this.#frame.contentWindow.location.replace(address);
    else this.#frame.src = address;
  }

  // Several attributes set in a row are one question.
  #ask(what) {
    this.#asked.add(what);
    if (!this.#queued) queueMicrotask(() => this.#answer());
    this.#queued = true;
  }

  #answer() {
    this.#queued = false;
    // A frame that is not open yet asks for all of it by its address; one that opens is told once it is ready.
    if (!this.isConnected || !this.#frame.src) this.#asked.clear();
    else if (this.#asked.has("open")) this.#open();
    else if (this.#ready) {
      for (const type of this.#asked) this.#send(type);
      this.#asked.clear();
    }
  }

  #send(type) {
    const body = Object.fromEntries(Object.keys(LIVE).filter((key) => LIVE[key] === type).map((key) => [key, this.getAttribute(key)]));
    this.#frame.contentWindow.postMessage({ marchlines: 1, type, ...body }, origin === "null" ? "*" : origin);
  }

  #heard({ source, origin: sender, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || sender !== origin) return;
    if (data?.marchlines !== 1 || !TOLD.includes(data.type)) return;
    const { marchlines: _version, type, ...said } = data;
    Object.assign(this.#now, said);
    if (type === "size" && said.height > 0) this.#frame.height = this.#height(String(Math.min(MOST, Math.max(LEAST, said.height))));
    if (type === "ready") {
      this.#ready = true;
      this.#frame.title = this.getAttribute("label") ?? `${said.title} · Marchlines`;
      this.#answer();
    }
    this.dispatchEvent(new CustomEvent(`marchlines:${type}`, { bubbles: true, composed: true, detail: said }));
  }
}

// Two scripts on one page, of two posts say, define it once.
if (!customElements.get("march-lines")) customElements.define("march-lines", MarchLines);
