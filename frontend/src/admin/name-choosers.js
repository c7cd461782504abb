// Gives names to what Django leaves without one: its choosers while they are empty, and the cells of its tables.

function labelOf(select) {
  const label = select.id && document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  if (label && !label.id) label.id = `${select.id}_label`;
  return label;
}

/** The heading of the column that a cell stands in. */
function headingOf(cell) {
  return cell.closest("table")?.querySelectorAll("thead th")[cell.cellIndex]?.textContent.trim() ?? "";
}

function nameCells(root) {
  for (const control of root.querySelectorAll(".tabular td input:not([type=hidden]), .tabular td select, .tabular td textarea")) {
    if (!labelOf(control) && !control.hasAttribute("aria-label")) {
      const heading = headingOf(control.closest("td"));
      if (heading) control.setAttribute("aria-label", heading);
    }
  }
}

function nameChooser(select) {
  const shown = select.nextElementSibling?.querySelector?.(".select2-selection");
  if (!shown) return;
  const label = labelOf(select);
  const text = shown.querySelector(".select2-selection__rendered");
  for (const part of [shown, text]) {
    if (label && part) part.setAttribute("aria-labelledby", [label.id, text?.id].filter(Boolean).join(" "));
    else if (part && select.hasAttribute("aria-label")) {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", select.getAttribute("aria-label"));
    }
  }
}

/** Name everything in a part of the page, once Django has made its choosers. */
export function nameAll(root = document) {
  nameCells(root);
  for (const select of root.querySelectorAll("select.admin-autocomplete")) nameChooser(select);
}
