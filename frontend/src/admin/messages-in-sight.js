// Brings what the desk says after a save to the part of the page that the address leads to.

/** Set the messages before the part that is named, where one is: at the top nobody would see them. */
export function bringMessages(document, location) {
  const messages = document.querySelector("ul.messagelist");
  const part = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (!messages || !part) return;
  part.prepend(messages);
  part.scrollIntoView();
}
