// What a first view does without: panels of records, search, menus, keys, legend and plans of towns, loaded when first asked for.

import { bearerPanel } from "./panels/bearer.js";
import { claimPanel } from "./panels/claim.js";
import { eventPanel } from "./panels/event.js";
import { movementPanel } from "./panels/movement.js";
import { placePanel } from "./panels/place.js";
import { sourcePanel } from "./panels/source.js";

export { createPopover } from "./timeline/popover.js";
export { choicesOf } from "./toolbar/choices.js";
export { openKeyList } from "./keys-list.js";
export { openLegend } from "./legend/legend.js";
export { searchIn } from "./search/search.js";
export { paintPlans, placePlanWords } from "./map/plate-plans.js";
export { viewSettings } from "./toolbar/view-settings.js";

export const PANELS = {
  event: eventPanel,
  movement: movementPanel,
  place: placePanel,
  person: bearerPanel,
  force: bearerPanel,
  source: sourcePanel,
  claim: claimPanel,
};
