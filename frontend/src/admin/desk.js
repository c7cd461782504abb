// Starts what every page of the admin needs: the choice of ground, shared with readers' pages, and names of fields.
import { startThemeSwitch } from "../theme.js";
import { startNamingChoices } from "./named-choices.js";

startThemeSwitch(document, window);
startNamingChoices(document, window);
