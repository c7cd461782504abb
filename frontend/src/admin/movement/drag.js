// Lets a row be dragged by its handle to another place in its list, by pointer or finger.

/** Make `handle` drag `row` within its list; `dropped()` is called once it is let go elsewhere. */
export function draggable(handle, row, dropped) {
  let from = null;
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    from = row.nextElementSibling;
    row.classList.add("is-dragged");
  });
  handle.addEventListener("pointermove", (event) => {
    if (!row.classList.contains("is-dragged")) return;
    const others = [...row.parentElement.children].filter((one) => one !== row && one.offsetHeight > 0);
    const below = others.find((one) => {
      const box = one.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    });
    if (below ? below !== row.nextElementSibling : row !== row.parentElement.lastElementChild) {
      const list = row.parentElement;
      // A captured pointer is lost when its element is taken out: the others are moved instead.
      const order = [...list.children].filter((one) => one !== row);
      order.splice(below ? order.indexOf(below) : order.length, 0, row);
      const at = order.indexOf(row);
      for (const one of order.slice(0, at)) list.insertBefore(one, row);
      let last = row;
      for (const one of order.slice(at + 1)) {
        last.after(one);
        last = one;
      }
    }
  });
  const end = () => {
    if (!row.classList.contains("is-dragged")) return;
    row.classList.remove("is-dragged");
    if (row.nextElementSibling !== from) dropped();
  };
  handle.addEventListener("pointerup", end);
  handle.addEventListener("pointercancel", end);
}
