// Puts a line on the clipboard with its italics, for word processors, and as plain text for all else.

const TYPES = { "text/plain": (line) => line.textContent, "text/html": (line) => new XMLSerializer().serializeToString(withoutDress(line)) };

/** A copy of the line that holds its words and italics alone. */
function withoutDress(line) {
  const bare = document.createElement("span");
  bare.append(...line.cloneNode(true).childNodes);
  return bare;
}

function mark(line) {
  const range = document.createRange();
  range.selectNodeContents(line);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

/** Copy a line; where the clipboard is closed mark it for the reader's own keys, and resolve to false. */
export async function copyLine(line) {
  try {
    const parts = Object.entries(TYPES).map(([type, text]) => [type, new Blob([text(line)], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    return true;
  } catch {
    mark(line);
    return false;
  }
}
