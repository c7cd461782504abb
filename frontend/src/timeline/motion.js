// Moves the window in time: glides, chases the wheel, slides on after a drag, comes to rest.
import { atRest, between, panned, spanOf } from "../scale.js";

const CALM = 320;
const CHASE = 55;
const SLIDE = 300;
const REST = 180;

/** The curve of all motion, cubic-bezier(.3, 0, .2, 1), by its polynomial in the parameter. */
export function eased(share) {
  let low = 0;
  let high = 1;
  const x = (u) => 3 * (1 - u) ** 2 * u * 0.3 + 3 * (1 - u) * u ** 2 * 0.2 + u ** 3;
  for (let turn = 0; turn < 24; turn += 1) {
    const middle = (low + high) / 2;
    if (x(middle) < share) low = middle;
    else high = middle;
  }
  return 3 * (1 - low) * low ** 2 + low ** 3;
}

/**
 * Return {glide, chase, slide, hold, stop, target, isMoving}.
 *
 * `read()` gives the window, `write(window)` shows one, `limits()` what it must keep to,
 * `settled(window)` hears the whole days it comes to rest on, `reduced()` is the reader's wish
 * for less motion.
 */
export function createMotion({ read, write, limits, settled, reduced, schedule = requestAnimationFrame, cancel = cancelAnimationFrame, now = () => performance.now() }) {
  let frame = 0;
  let timer = 0;
  let target = null;
  let chasing = false;

  function halt() {
    cancel(frame);
    frame = 0;
    clearTimeout(timer);
    timer = 0;
    target = null;
    chasing = false;
  }

  function restSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = 0;
      settled(atRest(read(), limits()));
    }, REST);
  }

  function run(step) {
    cancel(frame);
    let last = now();
    const beat = () => {
      const time = now();
      const more = step(time - last);
      last = time;
      frame = more ? schedule(beat) : 0;
      if (!more) {
        target = null;
        chasing = false;
        restSoon();
      }
    };
    frame = schedule(beat);
  }

  return {
    /** Go to a window in `duration` ms along the curve of all motion. */
    glide(to, duration = CALM) {
      halt();
      const goal = atRest(to, limits());
      if (reduced() || !duration) {
        write(goal);
        restSoon();
        return;
      }
      const from = read();
      let passed = 0;
      target = goal;
      run((elapsed) => {
        passed += elapsed;
        write(between(from, goal, eased(Math.min(1, passed / duration))));
        return passed < duration;
      });
    },
    /** Follow a goal that keeps changing, as under a turning wheel. */
    chase(to) {
      clearTimeout(timer);
      if (reduced()) {
        write(to);
        restSoon();
        return;
      }
      target = to;
      if (chasing) return;
      chasing = true;
      run((elapsed) => {
        const current = read();
        const next = between(current, target, 1 - Math.exp(-Math.max(8, elapsed) / CHASE));
        const near = Math.abs(next.from - target.from) + Math.abs(next.to - target.to) < spanOf(target) / 1500;
        write(near ? target : next);
        return !near;
      });
    },
    /** Slide on at so many days a millisecond, ever slower. */
    slide(speed) {
      halt();
      if (reduced() || Math.abs(speed) < spanOf(read()) / 12000) {
        restSoon();
        return;
      }
      let velocity = speed;
      run((elapsed) => {
        velocity *= Math.exp(-elapsed / SLIDE);
        const before = read();
        const next = panned(before, velocity * elapsed, limits());
        write(next);
        return next.from !== before.from && Math.abs(velocity) > spanOf(next) / 60000;
      });
    },
    /** Show a window at once, as under a finger; it comes to rest by itself. */
    hold(to) {
      if (frame) halt();
      clearTimeout(timer);
      write(to);
      timer = -1;
    },
    release: restSoon,
    stop: halt,
    /** The window that is being gone to, or the one shown. */
    target: () => target ?? read(),
    isMoving: () => Boolean(frame || timer),
  };
}
