// Keeps the base plate on a Leaflet map: loads it, draws it in a canvas below all panes, frames the map.

import { drawInBands, sized } from "./plate-bands.js";
import { readColours, reliefInk } from "./plate-colours.js";
import { paintFrame } from "./plate-frame.js";
import { paintGraticule } from "./plate-graticule.js";
import { paintNames, placeNames } from "./plate-names.js";
import { paintBand, paintBorders } from "./plate-paint.js";
import { inkedRelief, loadPicture, loadPlate } from "./plate-sources.js";
import { paintSpheres, placeSpheres } from "./plate-spheres.js";
import { atRest } from "./rest.js";
import { createView } from "./plate-trace.js";

const PANE = "plate";
const PADDING = 0.2;
// Share of the margin that may be left before a drag sets off the next drawing.
const LEAST_SPARE = 0.35;
// Beyond this many pixels a device draws in steps of half pixels rather than slowly.
const MOST_PIXELS = 9e6;
// The frame and its degrees, where no name goes; and how far a map is moved before its names are set anew.
const EDGE = 9;
const DEGREES = 20;
const MOVED = 64;
// Plans of towns begin here; what draws them is asked for then.
const PLANS_FROM = 11;

// A Leaflet layer with the base plate. `show` says which overlays are on at first: spheres, graticule,
// relief, names, plans. `keepOff` gives the boxes, in pixels of the container, that its names keep off; `plans` loads
// what draws the plans of towns. It fires plate:ready once, plate:drawn after each drawing, plate:failed with an error.
export function plateLayer(L, { plateUrl, reliefUrl, show = {}, language = "en", keepOff = () => [], plans = null }) {
  const Plate = L.Layer.extend({
    options: { pane: PANE },

    initialize() {
      this._show = { relief: true, names: true, plans: true, graticule: true, spheres: true, ...show };
      this._language = language;
      this._edition = 0;
      this._boxes = { zoom: null, names: [], spheres: [], plans: [] };
      this._waiting = atRest(() => this._rest());
      this._ruler = document.createElement("canvas").getContext("2d");
    },

    onAdd(map) {
      this._pane = map.getPane(PANE) || map.createPane(PANE);
      Object.assign(this._pane.style, { zIndex: 150, pointerEvents: "none", opacity: 0 });
      this._sheet = L.DomUtil.create("canvas", "plate-ground leaflet-zoom-animated", this._pane);
      this._spare = L.DomUtil.create("canvas", "plate-ground leaflet-zoom-animated", this._pane);
      this._frame = L.DomUtil.create("canvas", "plate-frame", map.getContainer());
      for (const canvas of [this._sheet, this._spare, this._frame]) canvas.setAttribute("aria-hidden", "true");
      Object.assign(this._frame.style, { position: "absolute", inset: "0", zIndex: "750", pointerEvents: "none" });
      this._onFonts = () => this._renew();
      this._load();
    },

    onRemove() {
      this._stop();
      this._waiting.stop();
      for (const canvas of [this._sheet, this._spare, this._frame]) canvas.remove();
      document.fonts.removeEventListener("loadingdone", this._onFonts);
      this._drawn = null;
    },

    getEvents() {
      return {
        zoomanim: this._animate, zoom: this._follow, viewreset: this._rest,
        move: this._drag, moveend: this._waiting.wait, resize: this._rest,
      };
    },

    setOverlay(name, on) {
      this._show[name] = on;
      return this._renew();
    },

    setLanguage(code) {
      this._language = code;
      return this._renew();
    },

    // Reads the colours again; call it when the page's theme has changed.
    setTheme() {
      this._colours = null;
      return this._renew();
    },

    // Boxes of the names in pixels of the map's container, for the placer of other labels. They are right
    // as soon as the map rests, also while the plate is still being drawn.
    labelBoxes() {
      if (!this._isReady() || !this._colours) return [];
      if (this._boxes.zoom !== this._map.getZoom()) this._placeNames(this._view());
      const shift = this._map.layerPointToContainerPoint(this._boxes.origin);
      const { names, spheres, plans } = this._boxes;
      return [...names, ...(this._show.spheres ? spheres : []), ...plans].map(({ box }) => ({ ...box, x: box.x + shift.x, y: box.y + shift.y }));
    },

    // Sets the names anew; call it when what they keep off has changed.
    setNames() {
      return this._renew();
    },

    async _load() {
      try {
        this._plate = await loadPlate(plateUrl);
      } catch (error) {
        return this.fire("plate:failed", { error });
      }
      if (!this._map) return undefined;
      // Type arrives after the first drawing: print the names once more in their own faces.
      document.fonts.addEventListener("loadingdone", this._onFonts);
      this.once("plate:drawn", this._appear);
      this._rest();
      performance.mark("marchlines:plate");
      this.fire("plate:ready");
      try {
        this._picture = reliefUrl ? await loadPicture(reliefUrl) : null;
      } catch (error) {
        this.fire("plate:failed", { error });
      }
      return this._renew();
    },

    _appear() {
      const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      this._pane.style.transition = still ? "" : "opacity 320ms cubic-bezier(.3, 0, .2, 1)";
      this._pane.style.opacity = 1;
    },

    // The map with a margin, so that a short drag needs no drawing.
    _view() {
      const map = this._map;
      const size = map.getSize();
      const origin = map.containerPointToLayerPoint([0, 0]).subtract(size.multiplyBy(PADDING))._round();
      const pixel = origin.add(map.getPixelOrigin());
      const width = Math.round(size.x * (1 + 2 * PADDING));
      const height = Math.round(size.y * (1 + 2 * PADDING));
      const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (width * height)));
      const view = createView({
        zoom: map.getZoom(), left: pixel.x, top: pixel.y, width, height, ratio, unit: this._colours.unit,
      });
      return Object.assign(view, { origin, edition: this._edition });
    },

    _isReady() {
      return this._map && this._plate && this._map.getSize().x > 0;
    },

    // Something other than the view has changed: the sheet is drawn anew.
    _renew() {
      this._edition += 1;
      this._rest();
      return this;
    },

    _rest() {
      this._waiting.stop();
      if (!this._isReady()) return;
      if (!this._colours) {
        this._colours = readColours(this._map.getContainer());
        this._relief = null;
      }
      if (this._picture && !this._relief) this._relief = inkedRelief(this._picture, reliefInk(this._colours));
      this._drawFrame();
      if (!this._covers(this._drawn, 0) || this._isMoved()) this._begin();
    },

    // Names stand where they were free to stand: after a long drag they are set anew.
    _isMoved() {
      const { corner } = this._boxes;
      return Boolean(corner) && corner.distanceTo(this._map.containerPointToLayerPoint([0, 0])) > MOVED;
    },

    // Drawing goes on a band a frame in the spare canvas; the sheet in sight stays until it is whole.
    _begin() {
      if (!this._isReady() || this._covers(this._work?.view, 0)) return;
      this._stop();
      const view = this._view();
      this._placeNames(view);
      this._work = drawInBands(this._spare, view, {
        paintBand: (context, band) => paintBand(context, this._plate, this._colours, this._show.relief ? this._relief : null, band),
        paintOver: (context) => this._paintOver(context, view),
        whole: () => this._bringForward(view),
      });
    },

    _stop() {
      this._work?.stop();
      this._work = null;
    },

    // Without them the ground is still true; the next close view asks again.
    _wantPlans() {
      if (this._plans || this._asked || !plans) return;
      this._asked = plans().then((drawing) => {
        this._plans = drawing;
        if (this._map) this._renew();
      }, () => {
        this._asked = null;
      });
    },

    _placeNames(view) {
      const setting = [this._ruler, this._plate, this._colours, view, this._language];
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      const shift = corner.subtract(view.origin);
      const size = this._map.getSize();
      const clear = {
        sight: { x: shift.x + EDGE, y: shift.y + DEGREES, width: size.x - 2 * EDGE, height: size.y - EDGE - DEGREES },
        taken: keepOff().map((box) => ({ ...box, x: box.x + shift.x, y: box.y + shift.y })),
      };
      const names = this._show.names ? placeNames(...setting, clear) : [];
      const spheres = placeSpheres(...setting, { ...clear, taken: [...clear.taken, ...names.map(({ box }) => box)] });
      if (view.zoom >= PLANS_FROM) this._wantPlans();
      const plans = this._show.plans && this._plans ? this._plans.placePlanWords(...setting, names) : [];
      this._boxes = { zoom: view.zoom, origin: view.origin, corner, names, spheres, plans };
    },

    _paintOver(context, view) {
      const [plate, colours, language] = [this._plate, this._colours, this._language];
      paintBorders(context, plate, colours, view);
      if (this._show.graticule) paintGraticule(context, colours, view);
      if (this._show.spheres) paintSpheres(context, plate, this._boxes.spheres, colours, view, language);
      paintNames(context, this._boxes.names, colours, view, language);
      if (this._show.plans && this._plans) this._plans.paintPlans(context, plate, this._boxes.plans, colours, view, language);
    },

    _bringForward(view) {
      [this._sheet, this._spare] = [this._spare, this._sheet];
      this._sheet.style.visibility = "visible";
      this._spare.style.visibility = "hidden";
      this._work = null;
      this._drawn = view;
      L.DomUtil.setTransform(this._sheet, view.origin, 1);
      this.fire("plate:drawn");
      if (!this._covers(view, 0)) this._begin();
    },

    _drawFrame() {
      const size = this._map.getSize();
      const pixel = this._map.getPixelBounds().min;
      const view = createView({
        zoom: this._map.getZoom(), left: pixel.x, top: pixel.y, width: size.x, height: size.y,
        ratio: window.devicePixelRatio || 1, unit: this._colours.unit,
      });
      const context = sized(this._frame, view);
      context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
      paintFrame(context, this._colours, view, this._language);
    },

    // Whether a view holds what the map shows, with `spare` of the margin left on every side.
    _covers(view, spare) {
      const map = this._map;
      if (!view || view.zoom !== map.getZoom() || view.edition !== this._edition) return false;
      const size = map.getSize();
      const more = size.multiplyBy(PADDING * spare);
      const corner = map.containerPointToLayerPoint([0, 0]);
      const { x, y } = view.origin;
      return corner.x - more.x >= x && corner.y - more.y >= y
        && corner.x + size.x + more.x <= x + view.width && corner.y + size.y + more.y <= y + view.height
        && Math.round(size.x * (1 + 2 * PADDING)) === view.width;
    },

    // A drag that has used up most of the margin sets off the next sheet before an edge comes into sight.
    _drag() {
      this._waiting.goOn();
      if (!this._drawn || this._drawn.zoom !== this._map.getZoom() || this._work) return;
      if (!this._covers(this._drawn, LEAST_SPARE)) this._begin();
    },

    // Stretches the sheet while the zoom changes, as Leaflet's own renderers do.
    _stretch(centre, zoom) {
      this._stop();
      if (!this._drawn) return;
      const scale = this._map.getZoomScale(zoom, this._drawn.zoom);
      const corner = this._map.unproject(L.point(this._drawn.left, this._drawn.top), this._drawn.zoom);
      L.DomUtil.setTransform(this._sheet, this._map._latLngToNewLayerPoint(corner, zoom, centre), scale);
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
