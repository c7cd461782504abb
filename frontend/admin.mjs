// The script of the editors' desk: Leaflet, and what our own modules add to Django's pages.
import "./leaflet.mjs";
import "./src/admin/admin.js";
