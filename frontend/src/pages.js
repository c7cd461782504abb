// Starts what the pages without the atlas need: the choice of ground.
import { startThemeSwitch } from "./theme.js";

startThemeSwitch(document, window);
