// Keeps how far the lanes are scrolled down when they do not all fit.

/** Return a scroller; `room()` and `height()` give what is seen and what there is, in px. */
export function createLaneScroll({ room, height, changed }) {
  let offset = 0;
  const most = () => Math.max(0, height() - room());
  const clamp = (value) => Math.max(0, Math.min(most(), value));
  return {
    offset: () => (offset = clamp(offset)),
    isNeeded: () => most() > 0,
    by(px) {
      const next = clamp(offset + px);
      if (next === offset) return false;
      offset = next;
      changed();
      return true;
    },
    reveal(top, bottom) {
      if (top < offset) this.by(top - offset);
      else if (bottom > offset + room()) this.by(bottom - offset - room());
    },
  };
}
