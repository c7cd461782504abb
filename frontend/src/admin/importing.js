// Shows how far an import is, and loads its page anew once there is something else to see.

const EVERY = 1000; // milliseconds
// So many questions in a row go unanswered before it is said: a server may be away for a moment.
const PATIENCE = 5;

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

async function asked(address) {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    // Who is signed out is led to a page, which is no answer either.
    return response.ok && !response.redirected ? await response.json() : null;
  } catch {
    return null;
  }
}

async function follow(box, unanswered = 0) {
  const answer = await asked(box.dataset.address);
  if (answer && isOver(answer)) {
    location.reload();
    return;
  }
  if (answer) show(box, answer);
  else if (unanswered + 1 === PATIENCE) box.querySelector("[role=status]").textContent = box.dataset.lost;
  setTimeout(() => follow(box, answer ? 0 : unanswered + 1), EVERY);
}

const box = globalThis.document?.getElementById("progress");
if (box) follow(box);
