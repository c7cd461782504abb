// Keeps the base plate on a Leaflet map: loads it, draws it in a canvas below all panes, frames the map.

import { readColours, reliefInk } from "./plate-colours.js";
import { decodePlate } from "./plate-decode.js";
import { paintFrame } from "./plate-frame.js";
import { paintGraticule } from "./plate-graticule.js";
import { paintNames } from "./plate-names.js";
import { paintGround } from "./plate-paint.js";
import { paintPlans } from "./plate-plans.js";
import { inkRelief } from "./plate-relief.js";
import { paintSpheres } from "./plate-spheres.js";
import { createView } from "./plate-trace.js";

const PANE = "plate";
const PADDING = 0.2;
// Beyond this many pixels a device draws in steps of half pixels rather than slowly.
const MOST_PIXELS = 9e6;

// The plate, its relief and the inked relief are kept for all layers of the page: the inset has one too.
const kept = new Map();

function once(key, load) {
  if (!kept.has(key)) {
    const loading = load();
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
  }
  return kept.get(key);
}

const loadPicture = (url) => once(url, () => new Promise((resolve, reject) => {
  const picture = new Image();
  picture.onload = () => resolve(picture);
  picture.onerror = () => reject(new Error(`The relief ${url} did not load.`));
  picture.src = url;
}));

const loadPlate = (url) => once(url, async () => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The base plate ${url} answered ${answer.status}.`);
  return decodePlate(await answer.json());
});

const inked = new WeakMap();

function inkedRelief(picture, ink) {
  if (inked.get(picture)?.ink !== ink) inked.set(picture, { ink, canvas: inkRelief(picture, ink) });
  return inked.get(picture).canvas;
}

function sized(canvas, width, height, ratio) {
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext("2d", { alpha: canvas.dataset.opaque !== "yes", willReadFrequently: true });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

// A Leaflet layer with the base plate. `show` says which overlays are on at first: spheres, graticule,
// relief, names, plans. It fires plate:ready once, plate:drawn after each drawing, plate:failed with an error.
export function plateLayer(L, { plateUrl, reliefUrl, show = {}, language = "en" }) {
  const Plate = L.Layer.extend({
    options: { pane: PANE },

    initialize() {
      this._show = { relief: true, names: true, plans: true, graticule: true, spheres: true, ...show };
      this._language = language;
      this._boxes = [];
    },

    onAdd(map) {
      const pane = map.getPane(PANE) || map.createPane(PANE);
      pane.style.zIndex = 150;
      pane.style.pointerEvents = "none";
      this._canvas = L.DomUtil.create("canvas", "plate-ground leaflet-zoom-animated", pane);
      this._canvas.dataset.opaque = "yes";
      this._frame = L.DomUtil.create("canvas", "plate-frame", map.getContainer());
      for (const canvas of [this._canvas, this._frame]) canvas.setAttribute("aria-hidden", "true");
      Object.assign(this._frame.style, { position: "absolute", inset: "0", zIndex: "750", pointerEvents: "none" });
      this._canvas.style.opacity = "0";
      this._load();
    },

    onRemove() {
      this._canvas.remove();
      this._frame.remove();
      document.fonts.removeEventListener("loadingdone", this._onFonts);
    },

    getEvents() {
      return {
        zoomanim: this._animate, zoom: this._follow, zoomend: this._drawAll, viewreset: this._drawAll,
        move: this._drawWhenBare, moveend: this._rest, resize: this._drawAll,
      };
    },

    setOverlay(name, on) {
      this._show[name] = on;
      this._drawAll();
      return this;
    },

    setLanguage(code) {
      this._language = code;
      this._drawAll();
      return this;
    },

    // Reads the colours again; call it when the page's theme has changed.
    setTheme() {
      this._colours = null;
      this._drawAll();
      return this;
    },

    // Boxes of the printed names in pixels of the map's container, for the placer of other labels.
    labelBoxes() {
      if (!this._map || !this._origin) return [];
      const shift = this._map.layerPointToContainerPoint(this._origin);
      return this._boxes.map((box) => ({ ...box, x: box.x + shift.x, y: box.y + shift.y }));
    },

    async _load() {
      if (this._plate) return this._appear();
      try {
        this._plate = await loadPlate(plateUrl);
      } catch (error) {
        return this.fire("plate:failed", { error });
      }
      if (!this._map) return undefined;
      this._appear();
      performance.mark("marchlines:plate");
      this.fire("plate:ready");
      try {
        this._picture = reliefUrl ? await loadPicture(reliefUrl) : null;
      } catch (error) {
        this.fire("plate:failed", { error });
      }
      return this._drawAll();
    },

    _appear() {
      const style = this._canvas.style;
      this._drawAll();
      // Type arrives after the first drawing: print the names once more in their own faces.
      this._onFonts = () => this._drawAll();
      document.fonts.addEventListener("loadingdone", this._onFonts);
      const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      style.transition = still ? "" : "opacity 320ms cubic-bezier(.3, 0, .2, 1)";
      requestAnimationFrame(() => { style.opacity = "1"; });
      // Leaflet's zoom moves the canvas by its own transition, so this one must be gone by then.
      setTimeout(() => { style.transition = ""; }, 400);
    },

    _view(ratio) {
      const map = this._map;
      const size = map.getSize();
      const corner = map.containerPointToLayerPoint([0, 0]).subtract(size.multiplyBy(PADDING))._round();
      const pixel = corner.add(map.getPixelOrigin());
      const width = Math.round(size.x * (1 + 2 * PADDING));
      const height = Math.round(size.y * (1 + 2 * PADDING));
      const fitting = Math.min(ratio, Math.sqrt(MOST_PIXELS / (width * height)));
      this._origin = corner;
      return createView({
        zoom: map.getZoom(), left: pixel.x, top: pixel.y, width, height, ratio: fitting, unit: this._colours.unit,
      });
    },

    _drawAll() {
      if (!this._map || !this._plate || !this._map.getSize().x) return;
      const ratio = window.devicePixelRatio || 1;
      if (!this._colours) {
        this._colours = readColours(this._map.getContainer());
        this._relief = null;
      }
      if (this._picture && !this._relief) this._relief = inkedRelief(this._picture, reliefInk(this._colours));
      this._drawGround(ratio);
      this._drawFrame(ratio);
      this.fire("plate:drawn");
    },

    _drawGround(ratio) {
      const view = this._view(ratio);
      const colours = this._colours;
      const context = sized(this._canvas, view.width, view.height, view.ratio);
      paintGround(context, this._plate, colours, this._show.relief ? this._relief : null, view);
      if (this._show.graticule) paintGraticule(context, colours, view);
      if (this._show.spheres) paintSpheres(context, this._plate, colours, view, this._language);
      this._boxes = this._show.names ? paintNames(context, this._plate, colours, view, this._language) : [];
      if (this._show.plans) paintPlans(context, this._plate, colours, view, this._language, this._boxes);
      this._drawn = { view, centre: this._map.getCenter(), zoom: this._map.getZoom(), origin: this._origin };
      L.DomUtil.setTransform(this._canvas, this._origin, 1);
    },

    _drawFrame(ratio) {
      const size = this._map.getSize();
      const pixel = this._map.getPixelBounds().min;
      const view = createView({
        zoom: this._map.getZoom(), left: pixel.x, top: pixel.y, width: size.x, height: size.y, unit: this._colours.unit,
      });
      paintFrame(sized(this._frame, size.x, size.y, ratio), this._colours, view, this._language);
    },

    // Whether the drawn canvas still covers what the map shows.
    _covers() {
      if (!this._drawn || this._drawn.zoom !== this._map.getZoom()) return false;
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      const size = this._map.getSize();
      const { view, origin } = this._drawn;
      return corner.x >= origin.x && corner.y >= origin.y
        && corner.x + size.x <= origin.x + view.width && corner.y + size.y <= origin.y + view.height;
    },

    _drawWhenBare() {
      if (this._drawn && this._drawn.zoom === this._map.getZoom() && !this._covers()) this._drawAll();
    },

    _rest() {
      if (!this._plate || !this._colours) return;
      if (this._covers()) this._drawFrame(window.devicePixelRatio || 1);
      else this._drawAll();
    },

    // Stretches the drawing while the zoom changes, as Leaflet's own renderers do.
    _stretch(centre, zoom) {
      if (!this._drawn) return;
      const scale = this._map.getZoomScale(zoom, this._drawn.zoom);
      const corner = this._map.unproject(
        L.point(this._drawn.view.left, this._drawn.view.top), this._drawn.zoom,
      );
      const at = this._map._latLngToNewLayerPoint(corner, zoom, centre);
      L.DomUtil.setTransform(this._canvas, at, scale);
    },

    _animate(event) {
      this._stretch(event.center, event.zoom);
    },

    _follow() {
      this._stretch(this._map.getCenter(), this._map.getZoom());
    },
  });
  return new Plate();
}
