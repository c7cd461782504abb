// Asks the server about a place that is being entered; of several questions only the last is answered.

/**
 * Return ask(address, parameters): parsed JSON, or null where a later question came first.
 *
 * A parameter that is a list is given once for each of its values. Rejects with the server's sentence,
 * or with "" where it did not answer. ask.stop() lets the last question go unanswered.
 */
export function asker(fetch = globalThis.fetch.bind(globalThis)) {
  let last = null;
  async function ask(address, parameters) {
    last?.abort();
    const now = new AbortController();
    last = now;
    const query = new URLSearchParams(
      Object.entries(parameters).flatMap(([name, given]) => [given].flat().map((one) => [name, one ?? ""])),
    );
    try {
      const answer = await fetch(`${address}?${query}`, { signal: now.signal, headers: { Accept: "application/json" } });
      const body = await answer.json();
      if (!answer.ok) throw new Error(body.error?.message ?? "");
      return now.signal.aborted ? null : body;
    } catch (failure) {
      if (now.signal.aborted) return null;
      throw new Error(failure instanceof SyntaxError || failure instanceof TypeError ? "" : failure.message);
    }
  }
  return Object.assign(ask, { stop: () => last?.abort() });
}
