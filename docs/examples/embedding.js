// What the atlas says is written under it; the buttons choose in it.
const atlas = document.querySelector("march-lines");
const said = document.querySelector("#said");

atlas.addEventListener("marchlines:ready", () => { said.textContent = "Ready: choose an event or a march."; });
atlas.addEventListener("marchlines:select", ({ detail: { title, address } }) => {
  if (!title) return;
  const link = document.createElement("a");
  link.href = address;
  link.textContent = title;
  said.replaceChildren("Chosen: ", link);
});
for (const button of document.querySelectorAll("[data-at]")) {
  button.addEventListener("click", () => atlas.select(button.dataset.at));
}
