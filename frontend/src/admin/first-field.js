// Puts the keyboard where work on a form begins: what is asked, else what is to be mended, else the first field.

const FIELDS = "input, select, textarea, .select2-selection";
const OURS = ":not([type=hidden], [type=submit], [type=button], :disabled, .select2-hidden-accessible)";
const WRONG = ".errors, .leg.has-errors, fieldset:has(> .errorlist)";

const shown = (field) => field.matches(OURS) && !field.closest(".submit-row") && field.checkVisibility();
const firstIn = (part) => [...part.querySelectorAll(FIELDS)].find(shown);

/** Return what is to have the keyboard when a form is opened, or null where the page keeps it. */
export function whereToBegin(form, { isNew }) {
  const asked = form.ownerDocument.querySelector(".asked a, .asked .button:not(.asked-default)");
  if (asked) return asked;
  const wrong = [...form.querySelectorAll(WRONG)].map(firstIn).find(Boolean);
  return wrong ?? (isNew ? firstIn(form) ?? null : null);
}

/** Begin there, unless the address names a part of the page or somebody is typing already. */
export function startAtFirstField(document, location) {
  const form = document.querySelector("body.change-form #content-main > form");
  if (!form || location.hash || document.activeElement !== document.body) return;
  whereToBegin(form, { isNew: location.pathname.endsWith("/add/") })?.focus();
}
