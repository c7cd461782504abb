// Keeps a form from being lost or sent twice: asks before a changed one is left, and lets one go once.

const FORMS = "body.change-form #content-main > form, .step-page form[method=post], .history form[method=post]";
/** Milliseconds after which a form that led nowhere (stopped, or answered by a download) may be sent again. */
const PATIENCE = 10_000;

const written = (form) => new URLSearchParams(new FormData(form)).toString();

/**
 * Watch one form from now on; returns {isChanged(), leaving(event), back()}.
 *
 * `leaving` is for the window's beforeunload, `back` for a page that comes out of the browser's memory and may
 * send again. What scripts and maps write counts as much as what is typed: what would be sent is compared.
 */
export function watchForm(form, { now = () => performance.now(), read = written } = {}) {
  // A form shown again with what was wrong holds work that is not saved.
  const before = form.querySelector(".errornote, .errorlist") ? null : read(form);
  let sent = -Infinity;
  const isChanged = () => read(form) !== before;
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (now() - sent < PATIENCE) event.preventDefault();
    else sent = now();
  });
  return {
    isChanged,
    leaving(event) {
      if (now() - sent >= PATIENCE && isChanged()) event.preventDefault();
    },
    back() { sent = -Infinity; },
  };
}

/** Watch the forms of the page. */
export function startWatchingForms(document, window) {
  for (const form of document.querySelectorAll(FORMS)) {
    const watch = watchForm(form);
    if (form.matches(".change-form *")) window.addEventListener("beforeunload", watch.leaving);
    window.addEventListener("pageshow", watch.back);
  }
}
