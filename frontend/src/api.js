// Fetches JSON from our own server and turns every failure into a sentence.

/** What went wrong; `key` and `params` word it, `status` is the answer's, 0 where none came. */
export class RequestFailed extends Error {
  constructor(key, params, status) {
    super(key);
    this.name = "RequestFailed";
    this.key = key;
    this.params = params;
    this.status = status;
  }
}

const KEYS = { 404: "error.unknown", 410: "error.withdrawn", 429: "error.busy" };

async function refusal(response) {
  const sentence = await response.json().then((body) => body.error?.message, () => null);
  if (KEYS[response.status]) return new RequestFailed(KEYS[response.status], {}, response.status);
  if (sentence) return new RequestFailed("error.said", { sentence }, response.status);
  return new RequestFailed("error.server", { status: response.status }, response.status);
}

/**
 * Return {get(address, {signal})}: parsed JSON, or a rejection with RequestFailed.
 *
 * The browser's own cache answers with its ETag; what this page has already read is not asked
 * for twice. An aborted request rejects with the browser's AbortError.
 */
export function createApi(fetch = globalThis.fetch.bind(globalThis)) {
  const read = new Map();
  return {
    async get(address, { signal } = {}) {
      if (read.has(address)) return read.get(address);
      let response;
      try {
        response = await fetch(address, { signal });
      } catch (failure) {
        if (failure.name === "AbortError") throw failure;
        throw new RequestFailed("error.unreachable", {}, 0);
      }
      if (!response.ok) throw await refusal(response);
      const body = await response.json().catch(() => {
        throw new RequestFailed("error.garbled", {}, response.status);
      });
      read.set(address, body);
      return body;
    },
  };
}
