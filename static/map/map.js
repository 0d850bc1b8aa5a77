// Shows the map that the server has drawn, and tells the server which area was chosen.
export default function ({ data, parentElement, setTriggerValue }) {
  let box = parentElement.querySelector(".map");
  if (!box) {
    box = document.createElement("div");
    box.className = "map";
    box.style.containerType = "inline-size";  // narrow boxes have larger letters
    parentElement.append(box);
  }
  if (box.drawn !== data.svg) {
    box.innerHTML = data.svg;
    box.drawn = data.svg;
  }
  box.onclick = (event) => {
    const area = event.target.closest("[data-adcode]");
    if (!area) return;
    event.preventDefault();
    setTriggerValue("place", area.dataset.adcode);
  };
}
