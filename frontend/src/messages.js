// Words the interface from the catalogue the server sends with the page.

function filled(text, params) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? String(params[name]) : whole));
}

/**
 * Return t(key, params) over a catalogue of texts and of plural tables ({one, other, …}).
 *
 * A plural table chooses its form by `params.count`, by the rules of the language, and shows
 * the count in the language's own digits. A key that is not in the catalogue raises RangeError:
 * a missing wording is a defect, never a word on the page.
 */
export function createMessages(catalogue, language) {
  // Both made when first needed: the browser loads its tables for them, which for numbers takes a
  // frame. Below a thousand digits are all there is to a number.
  let rules = null;
  let numbers = null;
  const figures = (count) => {
    const figure = language !== "fa" && count >= 0 && count < 1000 && Number.isInteger(count);
    return figure ? String(count) : (numbers ??= new Intl.NumberFormat(language)).format(count);
  };
  return function t(key, params = {}) {
    if (!Object.hasOwn(catalogue, key)) throw new RangeError(`no message “${key}”`);
    const message = catalogue[key];
    if (typeof message === "string") return filled(message, params);
    rules ??= new Intl.PluralRules(language);
    const form = message[rules.select(params.count)] ?? message.other;
    return filled(form, { ...params, count: figures(params.count) });
  };
}
