// Starts what the pages without the atlas need: the choice of ground, links that open in place.
import { openInPlace } from "./open-in-place.js";
import { startThemeSwitch } from "./theme.js";

startThemeSwitch(document, window);
openInPlace(document);
