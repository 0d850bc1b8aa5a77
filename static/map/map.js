// The map in the browser: shows what the server has drawn, says which area was chosen, notes beside the pointer, and
// the button that saves a picture.
import { savePicture } from "./picture.js";

let shown = "";  // what the map draws now, for the button that saves it

export default function (mount) {
  const { data, parentElement } = mount;
  if (data.picture) showButton(parentElement, data);
  else showMap(mount);
}

function showMap({ data, parentElement, setTriggerValue }) {
  let box = parentElement.querySelector(".map");
  if (!box) {
    box = document.createElement("div");
    box.className = "map";
    box.style.cssText = "container-type:inline-size;position:relative";  // narrow boxes have larger letters
    box.append(document.createElement("div"), makeNote());
    listen(box);
    parentElement.append(box);
  }
  box.now = { data, choose: (place) => { setTriggerValue("place", place); } };
  const [sheet, note] = box.children;
  if (box.drawn !== data.svg) {
    sheet.innerHTML = data.svg;
    box.drawn = data.svg;
    shown = data.svg;
    note.hidden = true;
  }
}

function listen(box) {
  const note = box.lastElementChild;
  const areaOf = (event) => event.target.closest?.("[data-adcode]");
  const hide = () => { note.hidden = true; };
  const show = (area, x, y) => {
    const { notes, latest } = box.now.data;
    fillNote(note, notes[area.dataset.adcode], latest);
    note.hidden = false;
    note.style.left = `${Math.max(0, Math.min(x + 16, box.clientWidth - note.offsetWidth))}px`;
    const below = y + 18;
    const fits = below + note.offsetHeight < box.clientHeight || y < note.offsetHeight + 12;
    note.style.top = `${fits ? below : y - note.offsetHeight - 12}px`;
  };
  box.addEventListener("click", (event) => {
    const area = areaOf(event);
    if (area?.localName !== "a" || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    area.classList.add("going");  // the answer comes from the server: this says that it was heard
    box.now.choose(area.dataset.adcode);
  });
  box.addEventListener("pointermove", (event) => {
    const area = event.pointerType === "touch" ? null : areaOf(event);
    if (!area) { hide(); return; }
    const frame = box.getBoundingClientRect();
    show(area, event.clientX - frame.left, event.clientY - frame.top);
  });
  box.addEventListener("pointerleave", hide);
  box.addEventListener("focusout", hide);
  box.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  box.addEventListener("focusin", (event) => {
    const area = areaOf(event);
    if (!area?.matches(":focus-visible")) return;
    const [frame, at] = [box.getBoundingClientRect(), area.getBoundingClientRect()];
    show(area, at.left + at.width / 2 - frame.left, at.top + at.height / 2 - frame.top);
  });
}

function makeNote() {
  const note = document.createElement("div");
  note.hidden = true;
  note.setAttribute("role", "tooltip");
  note.style.cssText = "position:absolute;z-index:5;pointer-events:none;box-sizing:border-box;width:max-content;"
    + "max-width:min(24em,100%);padding:.6em .8em;font-size:.86rem;line-height:1.6;color:var(--text);background:var(--ground);"
    + "border:1px solid var(--line);border-radius:4px;box-shadow:0 4px 14px rgba(0,0,0,.16)";
  return note;
}

function fillNote(note, [name, figure, latest], title) {
  const line = (tag, text, style = "") => {
    const element = document.createElement(tag);
    element.textContent = text;
    element.style.cssText = style;
    return element;
  };
  const parts = [line("b", name, "font-weight:600"), line("div", figure)];
  if (latest.length) parts.push(line("div", title, "color:var(--quiet);margin-top:.4em;font-size:.94em"));
  for (const [date, words] of latest) {
    const row = line("div", "", "margin-top:.2em;padding-left:.7em;border-left:2px solid var(--line)");
    row.append(line("span", date, "color:var(--quiet);display:block;font-size:.92em"), line("span", words));
    parts.push(row);
  }
  note.replaceChildren(...parts);
}

function showButton(parentElement, data) {
  let button = parentElement.querySelector("button");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.style.cssText = "font:inherit;font-size:.875rem;color:var(--text);background:var(--ground);border:1px solid var(--line);border-radius:4px;"
      + "padding:.25rem .75rem;min-height:2.5rem;cursor:pointer;white-space:nowrap";
    const paper = document.createElement("style");
    paper.textContent = "@media print { button { display: none !important; } }";
    parentElement.append(paper, button);
  }
  button.textContent = data.save;
  button.onclick = async () => {
    button.disabled = true;
    try { await savePicture(data.svg ?? shown, data.picture); } finally { button.disabled = false; }
  };
}
