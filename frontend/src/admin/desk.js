// Starts what every page of the admin needs: the choice of ground, shared with the reader's pages.
import { startThemeSwitch } from "../theme.js";

startThemeSwitch(document, window);
