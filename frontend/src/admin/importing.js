// Shows how far an import is, and loads its page anew once there is something else to see.

const EVERY = 1000; // milliseconds

/** Write a progress answer into the bar and the sentence below it. */
export function show(box, { done, of, told }) {
  const bar = box.querySelector("progress");
  if (of) {
    bar.max = of;
    bar.value = done;
  }
  const sentence = box.querySelector("[role=status]");
  // Written only where it changed, so that it is not read out again and again.
  if (sentence.textContent !== told) sentence.textContent = told;
}

/** Whether the page shows something else by now than the progress of a job in this state. */
export const isOver = ({ state, dead }) => dead || !["queued", "running"].includes(state);

async function follow(box) {
  let answer = null;
  try {
    const response = await fetch(box.dataset.address, { headers: { Accept: "application/json" } });
    answer = response.ok ? await response.json() : null;
  } catch {
    // The server may be away for a moment; the next question will tell.
  }
  if (answer && isOver(answer)) {
    location.reload();
    return;
  }
  if (answer) show(box, answer);
  setTimeout(() => follow(box), EVERY);
}

const box = globalThis.document?.getElementById("progress");
if (box) follow(box);
