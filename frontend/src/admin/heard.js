// Hears what is typed and chosen in a form: Django's own choosers tell of it through jQuery alone.

/** Call `hear(event)` after every change in `form`. */
export function hearChanges(form, hear) {
  form.addEventListener("input", hear);
  form.addEventListener("change", hear);
  const jquery = window.django?.jQuery;
  if (jquery) jquery(form).on("change", (event) => { if (event.isTrigger) hear(event); });
}

/** Tell Django's chooser and everybody else that a value was put into `field`. */
export function tellChange(field) {
  const jquery = window.django?.jQuery;
  if (jquery) jquery(field).trigger("change");
  else field.dispatchEvent(new Event("change", { bubbles: true }));
}
