// Marks the moment at which both panes have drawn what they hold.

const PANES = ["marchlines:timeline-dots", "marchlines:map-dots"];

/** Add the mark "marchlines:first-dots" once each pane has set its own. */
export function markFirstDots(performance) {
  const watch = new PerformanceObserver(() => {
    if (!PANES.every((name) => performance.getEntriesByName(name, "mark").length)) return;
    watch.disconnect();
    performance.mark("marchlines:first-dots");
  });
  watch.observe({ type: "mark", buffered: true });
}
