// A canvas over the whole view of a Leaflet map, drawn by a function and carried along by pan and zoom.

/**
 * Return a Leaflet layer whose canvas is drawn by `paint(context, view)`.
 *
 * Coordinates are pixels of the map's container at the time of drawing; view is {zoom, scale, left,
 * top, width, height}, `scale` pixels of the whole world, `left` and `top` the world pixel in the
 * container's corner. `layer.shift()` is how far the drawing has been carried since.
 */
export function surfaceLayer(L, paint, { pane = "marchlines", padding = 0.2 } = {}) {
  const Surface = L.Renderer.extend({
    options: { pane, padding },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.className = "map-surface";
      this._container.setAttribute("aria-hidden", "true");
      this._context = this._container.getContext("2d");
    },

    _destroyContainer() {
      this._container.remove();
    },

    // What Leaflet's own renderers do with their paths; here everything is drawn by `paint`.
    _updatePaths() {},

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._whenBare, resize: this._update };
    },

    _whenBare() {
      if (!this._origin || this._map._animatingZoom) return;
      const size = this._map.getSize();
      const { x, y } = this.shift();
      if (Math.abs(x) > size.x * padding || Math.abs(y) > size.y * padding) this._update();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const ratio = window.devicePixelRatio || 1;
      const canvas = this._container;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      const [width, height] = [Math.round(size.x * ratio), Math.round(size.y * ratio)];
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = `${size.x}px`;
        canvas.style.height = `${size.y}px`;
      }
      this._origin = this._map.containerPointToLayerPoint([0, 0]);
      this._ratio = ratio;
      const corner = this._map.getPixelBounds().min;
      const shown = this._map.getSize();
      const zoom = this._map.getZoom();
      this.view = { zoom, scale: 256 * 2 ** zoom, left: corner.x, top: corner.y, width: shown.x, height: shown.y };
      this.fire("placed");
      this.draw();
    },

    /** Draw again what may have changed, at the place where the canvas already lies. */
    draw() {
      if (!this._origin || !this._map) return;
      const context = this._context;
      const ratio = this._ratio;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, this._container.width, this._container.height);
      const { x, y } = this._origin.subtract(this._bounds.min);
      context.setTransform(ratio, 0, 0, ratio, x * ratio, y * ratio);
      paint(context, this.view);
    },

    shift() {
      return this._origin.subtract(this._map.containerPointToLayerPoint([0, 0]));
    },
  });
  return new Surface();
}
