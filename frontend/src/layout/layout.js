// Lets the reader drag the dividers, by pointer or keys, and keeps where they stand.

import { DIVISIONS, bounded, shareAfterKey, shareAt } from "./divisions.js";
import { startSheet } from "./sheet.js";

const KEPT = "marchlines-divisions";

function kept() {
  try {
    return JSON.parse(window.localStorage.getItem(KEPT)) ?? {};
  } catch {
    // Nothing kept, nothing readable, or storage switched off: the usual division.
    return {};
  }
}

function keep(shares) {
  try {
    window.localStorage.setItem(KEPT, JSON.stringify(shares));
  } catch {
    // Storage switched off: the division lasts as long as the page.
  }
}

function divider(element, name, label, shares, { upright }) {
  const main = document.getElementById("atlas");
  const rightToLeft = () => getComputedStyle(main).direction === "rtl";

  function divide(share) {
    shares[name] = bounded(name, share);
    main.style.setProperty(`--${name}-share`, `${(shares[name] * 100).toFixed(2)}%`);
    element.setAttribute("aria-valuenow", String(Math.round(shares[name] * 100)));
    window.dispatchEvent(new Event("resize"));
  }

  function drag(event) {
    const box = main.getBoundingClientRect();
    const position = upright ? event.clientX - box.left : event.clientY - box.top;
    const length = upright ? box.width : box.height;
    const share = shareAt(position, length);
    divide(upright && rightToLeft() ? 1 - share : share);
  }

  element.setAttribute("aria-label", label);
  element.setAttribute("aria-valuemin", String(DIVISIONS[name].least * 100));
  element.setAttribute("aria-valuemax", String(DIVISIONS[name].most * 100));
  element.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    element.addEventListener("pointermove", drag);
  });
  element.addEventListener("pointerup", () => {
    element.removeEventListener("pointermove", drag);
    keep(shares);
  });
  element.addEventListener("lostpointercapture", () => element.removeEventListener("pointermove", drag));
  element.addEventListener("dblclick", () => {
    divide(DIVISIONS[name].usual);
    keep(shares);
  });
  element.addEventListener("keydown", (event) => {
    const towards = rightToLeft() ? "ArrowRight" : "ArrowLeft";
    const away = rightToLeft() ? "ArrowLeft" : "ArrowRight";
    const keys = upright ? { grow: towards, shrink: away } : { grow: "ArrowUp", shrink: "ArrowDown" };
    const share = shareAfterKey(name, shares[name], event.key, keys);
    if (share === null) return;
    event.preventDefault();
    divide(share);
    keep(shares);
  });
  divide(shares[name]);
}

/** Start the dividers and, on a narrow screen, the sheet. */
export function startLayout(shell) {
  const { t } = shell;
  const before = kept();
  const shares = { panel: bounded("panel", before.panel), timeline: bounded("timeline", before.timeline) };
  divider(document.getElementById("panel-divider"), "panel", t("divider.panel"), shares, { upright: true });
  divider(document.getElementById("timeline-divider"), "timeline", t("divider.timeline"), shares, { upright: false });
  startSheet(shell);
}
