// What a first view does without: the panels of records and the legend, loaded when first asked for.

import { bearerPanel } from "./panels/bearer.js";
import { claimPanel } from "./panels/claim.js";
import { eventPanel } from "./panels/event.js";
import { movementPanel } from "./panels/movement.js";
import { placePanel } from "./panels/place.js";
import { sourcePanel } from "./panels/source.js";

export { openLegend } from "./legend/legend.js";

export const PANELS = {
  event: eventPanel,
  movement: movementPanel,
  place: placePanel,
  person: bearerPanel,
  force: bearerPanel,
  source: sourcePanel,
  claim: claimPanel,
};
