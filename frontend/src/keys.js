// Acts on the keys of the whole page.

const KEPT = "marchlines-single-keys";

function keptOff() {
  try {
    return window.localStorage.getItem(KEPT) === "off";
  } catch {
    return false;
  }
}

function keep(on) {
  try {
    window.localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // Storage switched off: the choice lasts as long as the page.
  }
}

/** Whether a key pressed there is text being written. */
export function isWriting(element) {
  return Boolean(element?.closest?.("input, textarea, select, [contenteditable]"));
}

/** Listen for the page's own keys; return {show}, which opens the list of keys. */
export function startKeys(shell) {
  const { store } = shell;
  let single = !keptOff();
  const show = () => shell.ask(({ openKeyList }) => openKeyList(shell, {
    single,
    turn(on) {
      single = on;
      keep(on);
    },
  }));

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !isWriting(event.target) && !document.querySelector("dialog[open]")) {
      store.set({ selection: null }, { source: "keys" });
      return;
    }
    if (!single || isWriting(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("search").focus();
    } else if (event.key === "?") {
      event.preventDefault();
      show();
    }
  });
  return { show };
}

