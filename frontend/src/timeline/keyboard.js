// Says what each key does while the timeline has the focus.
import { panned, spanOf, zoomed } from "../scale.js";

const ZOOM = 1.6;

/**
 * Return a listener for keydown. `act` holds {step, stepEvent, glide, cursor, play, open, scroll};
 * time runs towards the inline end, so in a page read from the right the arrows change places.
 */
export function createKeyboard({ view, act }) {
  const forward = () => (view.isRightToLeft() ? "ArrowLeft" : "ArrowRight");
  const backward = () => (view.isRightToLeft() ? "ArrowRight" : "ArrowLeft");

  // From where a running zoom or page is going to: keys pressed fast add up.
  function zoom(factor) {
    const window = view.target();
    const { cursor } = view.state();
    const inView = cursor >= window.from && cursor <= window.to;
    act.glide(zoomed(window, factor, inView ? cursor + 0.5 : window.from + spanOf(window) / 2, view.limits()));
  }

  function page(sign) {
    const window = view.target();
    act.glide(panned(window, sign * spanOf(window), view.limits()));
  }

  const keys = {
    "+": () => zoom(ZOOM),
    "=": () => zoom(ZOOM),
    "-": () => zoom(1 / ZOOM),
    _: () => zoom(1 / ZOOM),
    Home: () => act.cursor(Math.ceil(view.scene().window.from)),
    End: () => act.cursor(Math.floor(view.scene().window.to)),
    PageUp: () => page(-1),
    PageDown: () => page(1),
    " ": () => act.play(),
    Enter: () => act.open(),
  };

  return function hear(event) {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const { key } = event;
    // A button in the list keeps the keys that press it.
    const pressing = event.target.closest("button") && (key === "Enter" || key === " ");
    if (pressing) return;
    let done = true;
    if (key === forward()) event.shiftKey ? act.stepEvent(1) : act.step(1);
    else if (key === backward()) event.shiftKey ? act.stepEvent(-1) : act.step(-1);
    else if (key === "ArrowDown") done = act.along(1);
    else if (key === "ArrowUp") done = act.along(-1);
    else if (Object.hasOwn(keys, key)) keys[key]();
    else done = false;
    if (done) event.preventDefault();
  };
}
