// Transparent sheets over the whole view of a Leaflet map, one above the other, carried along by pan and zoom.

import { atRest } from "./rest.js";

// The sheet above all others.
const OVER = "over";

const same = (one, other) => one.length === other.length && one.every((part, i) => part === other[i]);

/**
 * Return a Leaflet layer drawn by `paint(lay, view)`, which lays its sheets bottom up, in the same order each time.
 *
 * `lay(name, draw, parts)` has `draw(context)` fill a sheet; one that is given `parts` stands still
 * until one of them, compared by identity, or the view has changed. The browser puts the sheets
 * together, off the page's own thread, so that a frame of play draws only what moves.
 *
 * Coordinates are pixels of the map's container at the time of drawing; view is {zoom, scale, left,
 * top, width, height}, `scale` pixels of the whole world, `left` and `top` the world pixel in the
 * container's corner. "placed" tells of a new place; "prepare" comes a frame before it with the {view} to come, where
 * there is time to lay out what will be drawn.
 */
export function surfaceLayer(L, paint, { pane = "marchlines", padding = 0.2 } = {}) {
  const Surface = L.Renderer.extend({
    options: { pane, padding },

    _initContainer() {
      this._container = document.createElement("div");
      this._container.className = "map-surface";
      this._container.setAttribute("aria-hidden", "true");
      this._sheets = new Map();
      this._lay = (...sheet) => this._laid(...sheet);
      this._rest = atRest(() => this._prepare());
    },

    _destroyContainer() {
      this._rest.stop();
      this._container.remove();
    },

    // What Leaflet's own renderers do with their paths; here everything is drawn by `paint`.
    _updatePaths() {},

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._moved, moveend: this._ended, resize: this._update };
    },

    _moved() {
      if (!this._origin || this._map._animatingZoom) return;
      this._rest.goOn();
      if (!this._isTrue()) return;
      const size = this._map.getSize();
      const { x, y } = this.shift();
      if (Math.abs(x) > size.x * padding || Math.abs(y) > size.y * padding) this._update();
    },

    // While one zoom or drag follows the other the drawing is stretched and carried along.
    _ended() {
      const { x, y } = this.shift() ?? { x: 1 };
      if (x || y) this._rest.wait();
    },

    /** Whether the drawing is of the zoom that is shown. */
    _isTrue() {
      return this._zoom === this._map.getZoom();
    },

    // What is drawn at rest is laid out in one frame and painted in the next: together they would be a long one.
    _prepare() {
      if (!this._map || this._map._animatingZoom) return;
      this.fire("prepare", { view: this._viewNow() });
      requestAnimationFrame(() => this._map && this._update());
    },

    _viewNow() {
      const corner = this._map.getPixelBounds().min;
      const { x: width, y: height } = this._map.getSize();
      const zoom = this._map.getZoom();
      return { zoom, scale: 256 * 2 ** zoom, left: corner.x, top: corner.y, width, height };
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      this._rest.stop();
      L.Renderer.prototype._update.call(this);
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._origin = this._map.containerPointToLayerPoint([0, 0]);
      const offset = this._origin.subtract(this._bounds.min);
      const extent = this._bounds.getSize();
      this._place = {
        extent, ratio, width: Math.round(extent.x * ratio), height: Math.round(extent.y * ratio),
        transform: [ratio, 0, 0, ratio, offset.x * ratio, offset.y * ratio],
      };
      this.view = this._viewNow();
      this.fire("placed");
      this.draw();
    },

    /** Draw again what may have changed, at the place where the sheets already lie. */
    draw() {
      if (!this._place || !this._map) return;
      this._laidNow = new Set();
      paint(this._lay, this.view);
      for (const [name, sheet] of this._sheets) if (!this._laidNow.has(name)) this._putAway(sheet);
    },

    /** Draw the sheet above all others alone, or with null put it away. */
    drawOver(draw) {
      if (draw && this._place) this._laid(OVER, draw);
      else if (this._sheets.has(OVER)) this._putAway(this._sheets.get(OVER));
    },

    _laid(name, draw, parts = null) {
      const sheet = this._sheets.get(name) ?? this._added(name);
      this._laidNow?.add(name);
      sheet.canvas.hidden = false;
      const now = [this._place, ...(parts ?? [])];
      if (parts && same(sheet.parts, now)) return;
      sheet.parts = now;
      const { extent, width, height, transform } = this._place;
      const { canvas, context } = sheet;
      if (canvas.width !== width || canvas.height !== height) {
        // Setting the size also clears.
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = `${extent.x}px`;
        canvas.style.height = `${extent.y}px`;
      } else {
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, width, height);
      }
      context.setTransform(...transform);
      context.textBaseline = "alphabetic";
      draw(context);
    },

    // A sheet out of use holds no picture.
    _putAway(sheet) {
      sheet.canvas.hidden = true;
      sheet.canvas.width = 0;
      sheet.parts = [];
    },

    _added(name) {
      const canvas = L.DomUtil.create("canvas", "map-sheet");
      this._container.insertBefore(canvas, this._sheets.get(OVER)?.canvas ?? null);
      const sheet = { canvas, context: canvas.getContext("2d"), parts: [] };
      this._sheets.set(name, sheet);
      return sheet;
    },

    /** How far the drawing has been carried, in pixels; null while it is stretched. */
    shift() {
      if (!this._isTrue()) return null;
      return this._origin.subtract(this._map.containerPointToLayerPoint([0, 0]));
    },
  });
  return new Surface();
}
