// Starts what every page of the admin needs: the ground shared with readers' pages, names of fields, care for forms.
import { startThemeSwitch } from "../theme.js";
import { startAtFirstField } from "./first-field.js";
import { startFilters } from "./filters.js";
import { startWatchingForms } from "./leaving.js";
import { bringMessages } from "./messages-in-sight.js";
import { startNamingChoices } from "./named-choices.js";

startThemeSwitch(document, window);
startNamingChoices(document, window);
document.addEventListener("DOMContentLoaded", () => {
  startFilters(document, window);
  bringMessages(document, location);
});
// Choosers are made when jQuery is ready, and other scripts hide what does not belong.
window.addEventListener("load", () => {
  startAtFirstField(document, location);
  startWatchingForms(document, window);
});
