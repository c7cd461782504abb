// Opens in place what a link leads to: its script is loaded when the link is first followed.

/** Let every link with `data-script` be opened by that script's `open(link)`; where it fails, the link leads on. */
export function openInPlace(document) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-script]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    import(link.dataset.script).then(({ open }) => open(link)).catch(() => location.assign(link.href));
  });
}
