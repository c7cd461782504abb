// Talks with the page that frames this one: messages of one shape, heard from that page alone.

const VERSION = 1;
export const isFramed = () => window.parent !== window;

/** Tell the framing page something. Nothing in it is secret, and who frames us is not known: it goes to any origin. */
export function tell(type, body) {
  if (isFramed()) window.parent.postMessage({ marchlines: VERSION, type, ...body }, "*");
}

/** Hear the framing page: `hearers` is a table of functions by type. What is of another shape is passed over. */
export function hear(hearers) {
  window.addEventListener("message", ({ source, data }) => {
    if (!isFramed() || source !== window.parent || data?.marchlines !== VERSION) return;
    if (typeof data.type === "string" && Object.hasOwn(hearers, data.type)) hearers[data.type](data);
  });
}
