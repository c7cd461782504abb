// Gives the fields of the admin's forms that have no name of their own the words of their label or column.

const BARE = "td input:not([type='hidden'], [aria-label]), td select:not([aria-label], .admin-autocomplete), td textarea:not([aria-label])";
const CHOOSING = "select.admin-autocomplete";

/** Name the widget of one such list by the list's label, or by its column in a table of parts. */
export function nameChoice(list) {
  const boxes = list.nextElementSibling?.querySelectorAll('[role="combobox"], [role="textbox"]') ?? [];
  const label = list.labels?.[0]?.textContent.trim().replace(/:$/, "") || columnOf(list);
  if (label) for (const box of boxes) box.setAttribute("aria-label", label);
}

function columnOf(list) {
  const cell = list.closest("td");
  return cell?.closest("table")?.tHead?.rows[0]?.cells[cell.cellIndex]?.textContent.trim();
}

/** Name the fields of a table of parts that have no label by their columns. */
export function nameCells(root) {
  for (const field of root.querySelectorAll(BARE)) {
    const column = field.labels?.length ? "" : columnOf(field);
    if (column) field.setAttribute("aria-label", column);
  }
}

/** Name each widget when it is put beside its list: when the page is made, and with every row that is added. */
export function startNamingChoices(document, window) {
  const seen = new window.MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.previousElementSibling?.matches?.(CHOOSING)) nameChoice(node.previousElementSibling);
      }
    }
  });
  document.addEventListener("DOMContentLoaded", () => nameCells(document));
  document.addEventListener("formset:added", (event) => nameCells(event.target));
  seen.observe(document.documentElement, { childList: true, subtree: true });
}
