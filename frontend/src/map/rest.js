// Waits for a map to come to rest before work that would cost the frames in which it moves.

/** Milliseconds without a move after which a map is at rest; the longest it goes on moving without the work. */
const REST = 200;
const LONGEST = 1500;

/**
 * Return {wait, goOn, stop}: `wait()` has `work` done at rest; `goOn()` puts it off while the map still moves.
 *
 * Whoever does the work before its time calls `stop()`.
 */
export function atRest(work) {
  let timer = 0;
  let since = null;

  function stop() {
    clearTimeout(timer);
    timer = 0;
    since = null;
  }

  function done() {
    stop();
    work();
  }

  function wait() {
    clearTimeout(timer);
    since ??= performance.now();
    if (performance.now() - since > LONGEST) done();
    else timer = setTimeout(done, REST);
  }

  return { wait, stop, goOn: () => timer && wait() };
}
