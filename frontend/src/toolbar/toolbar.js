// Puts the toolbar together: playing, the day, what is shown, filters, zoom.

import { el, fill } from "../dom.js";
import { dateOfCursor } from "./cursor-date.js";
import { filterMenus } from "./filter-menus.js";
import { shownSentence } from "./shown.js";
import { transport } from "./transport.js";
import { viewMenu } from "./view-menu.js";
import { zoomButtons } from "./zoom.js";

/** Fill `host` with the toolbar of the shell. */
export function createToolbar(host, shell) {
  fill(host,
    transport(shell),
    dateOfCursor(shell),
    shownSentence(shell),
    el("div", { class: "filters", role: "group", "aria-label": shell.t("toolbar.filters") }, filterMenus(shell), viewMenu(shell)),
    zoomButtons(shell));
}
