// Hears when the ground of the page or its typefaces have changed, so that canvases can be drawn anew.

const PAUSE = 80;

/**
 * Call `ground` once a frame when the theme has changed, `faces` when typefaces have arrived.
 *
 * Faces arrive one by one: only a pause between them is worth setting all words again. Returns
 * {themed, stop}; `themed` tells of a change that no event announces.
 */
export function followAppearance({ ground, faces }) {
  let frame = 0;
  let pause = 0;
  const themed = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(ground);
  };
  const arrived = () => {
    clearTimeout(pause);
    pause = setTimeout(faces, PAUSE);
  };
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  const listen = (on) => {
    document[on]("marchlines:theme", themed);
    scheme[on]("change", themed);
    document.fonts[on]("loadingdone", arrived);
  };
  listen("addEventListener");
  return {
    themed,
    stop() {
      cancelAnimationFrame(frame);
      clearTimeout(pause);
      listen("removeEventListener");
    },
  };
}
