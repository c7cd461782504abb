// Marks the moment at which both panes have drawn what they hold.

const PANES = ["marchlines:timeline-dots", "marchlines:map-dots"];

/** Add the mark "marchlines:first-dots" once each pane has set its own. */
export function markFirstDots(performance) {
  const watch = new PerformanceObserver(() => {
    const marks = PANES.map((name) => performance.getEntriesByName(name, "mark")[0]);
    if (!marks.every(Boolean)) return;
    watch.disconnect();
    // The moment of the drawing, not of this later notice of it.
    performance.mark("marchlines:first-dots", { startTime: Math.max(...marks.map((mark) => mark.startTime)) });
  });
  watch.observe({ type: "mark", buffered: true });
}
