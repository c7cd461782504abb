// Asks the desk's own server again and again while somebody types: the last question alone is answered.

const PAUSE = 250;

/**
 * Return a function that asks for an address after a pause and hands its JSON to `answer`.
 *
 * A later question ends an earlier one, and `.stop()` the last; `options` are those of fetch. Where no answer
 * comes, `failed` is called.
 */
export function createQuestion(answer, failed = () => {}) {
  let timer = 0;
  let asked = null;
  const stop = () => {
    clearTimeout(timer);
    asked?.abort();
  };
  const ask = (address, options = {}) => {
    stop();
    timer = setTimeout(async () => {
      asked = new AbortController();
      try {
        const response = await fetch(address, { ...options, signal: asked.signal, headers: { Accept: "application/json" } });
        const body = await response.json();
        if (response.ok) answer(body);
        else failed(body.error?.message);
      } catch (failure) {
        if (failure.name !== "AbortError") failed();
      }
    }, PAUSE);
  };
  return Object.assign(ask, { stop });
}
