// What is known of marked words of a report, on hover and by keyboard: the reading of a part, the kind of a damage, and
// what the page had in its place. The arrows lead from one number to the next, the steps from one change to the next.
(() => {
  "use strict";
  const bubble = document.createElement("div");
  bubble.id = "note-says";
  bubble.className = "term-says";
  bubble.setAttribute("role", "tooltip");
  bubble.hidden = true;
  document.body.append(bubble);

  // Words that were left out are told of by kind, as the legend names it.
  const LOOKS = ["out", "doubled"];
  const noteOf = (element) => {
    if (element.dataset.note) return element.dataset.note;
    const legend = element.closest(".reader")?.querySelector(`.legend s[class="${LOOKS.find((look) => element.classList.contains(look)) ?? "reading"}"]`);
    return legend?.dataset.note ?? "";
  };
  const find = (event) => {
    const element = event.target instanceof Element ? event.target.closest(".report [data-note], .reader .report s") : null;
    return element !== null && noteOf(element) ? element : null;
  };

  let of = null;
  const hide = () => {
    of?.removeAttribute("aria-describedby");
    of = null;
    bubble.hidden = true;
  };
  const show = (element) => {
    if (of === element) return;
    hide();
    of = element;
    bubble.textContent = noteOf(element);
    bubble.hidden = false;
    element.setAttribute("aria-describedby", bubble.id);
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect(), own = bubble.getBoundingClientRect();
    bubble.style.left = `${Math.min(Math.max(box.left, 8), innerWidth - own.width - 8)}px`;
    bubble.style.top = `${box.top > own.height + 70 ? box.top - own.height - 6 : box.bottom + 6}px`;
  };
  addEventListener("pointerover", (event) => {
    const element = find(event);
    if (element !== null) show(element);
    else if (!bubble.contains(event.target) && of !== document.activeElement) hide();
  }, { passive: true });
  addEventListener("focusin", (event) => { const element = find(event); if (element !== null) show(element); else hide(); });
  addEventListener("scroll", () => { if (of !== document.activeElement) hide(); }, { capture: true, passive: true });

  // From one damaged or left out place to the next.
  const step = (button) => {
    const pane = button.closest("section").querySelector(".pane");
    const places = [...pane.querySelectorAll("s, mark[tabindex]")];
    if (places.length === 0) return;
    const was = places.findIndex((place) => place.classList.contains("at"));
    const by = Number(button.dataset.step);
    const now = was < 0 ? (by > 0 ? 0 : places.length - 1) : (was + by + places.length) % places.length;
    places[was]?.classList.remove("at");
    const place = places[now];
    place.classList.add("at");
    const away = place.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (away < 20 || away > pane.clientHeight - 60) pane.scrollTop += away - pane.clientHeight / 3;
    place.scrollIntoView({ block: "nearest" });
    const said = button.parentElement.querySelector("span");
    said.dataset.all ??= said.textContent;
    said.textContent = `${now + 1} / ${places.length}　${noteOf(place)}`;
    requestAnimationFrame(() => show(place));
  };
  addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest(".reader button[data-step]") : null;
    if (button !== null) step(button);
  });

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const number = event.target instanceof Element ? event.target.closest(".reader .report sup button") : null;
    if (number === null) return;
    const all = [...number.closest(".pane").querySelectorAll("sup button")];
    const here = all.indexOf(number);
    const next = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined || all[next] === undefined) return;
    event.preventDefault();
    number.tabIndex = -1;
    all[next].tabIndex = 0;
    all[next].focus();
  });
})();
