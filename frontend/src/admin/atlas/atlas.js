// Starts what the form of an atlas does while it is filled in: days, bounds, sides.

import { readSettings } from "../chart/settings.js";
import { chartBounds } from "./bounds.js";
import { followDays } from "./days.js";
import { followSides, offerColours } from "./sides.js";

/** Begin where the page is the form of an atlas. */
export function startAtlas(document) {
  const bounds = document.querySelector("fieldset.atlas-bounds");
  const settings = bounds && readSettings(document);
  if (!settings) return;
  followDays(document, settings.day);
  chartBounds(bounds, settings);
  offerColours(document, settings.t("atlas.colour"));
  const told = document.getElementById("sides-told");
  if (told) followSides(document.getElementById("sides-group"), told, settings);
}
