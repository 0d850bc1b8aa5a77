// Explains the words of the field where they stand as names: on hover, and by keyboard.
(() => {
  "use strict";
  const NAMES = "th, dt, .tag:not(td .tag, li .tag), .figures span, .legend i, .legend li, [data-testid='stWidgetLabel'] p, .explained";
  const data = document.getElementById("terms");
  if (data === null) return;
  const terms = new Map(Object.entries(JSON.parse(data.textContent)[document.documentElement.dataset.language] ?? {}));
  const bubble = document.createElement("div");
  bubble.id = "term-says";
  bubble.className = "term-says";
  bubble.setAttribute("role", "tooltip");
  bubble.hidden = true;
  document.body.append(bubble);

  const mark = (element) => {
    if (!terms.has(element.textContent.trim()) || element.classList.contains("term")) return;
    element.classList.add("term");
    // What stands in a control is reached with it; a name by itself is a stop of its own.
    if (element.closest("a, button, label, summary, [role=button], [role=tab], [role=option]") === null) element.tabIndex = 0;
  };
  const find = (root) => {
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    if (root.matches(NAMES)) mark(root);
    for (const element of root.querySelectorAll(NAMES)) mark(element);
  };
  new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(find);
  }).observe(document.getElementById("root"), { subtree: true, childList: true });

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
    bubble.textContent = terms.get(element.textContent.trim()) ?? "";
    bubble.hidden = bubble.textContent === "";
    element.setAttribute("aria-describedby", bubble.id);
    const box = element.getBoundingClientRect(), own = bubble.getBoundingClientRect();
    const left = Math.min(Math.max(box.left, 8), innerWidth - own.width - 8);
    const below = box.bottom + 6;
    bubble.style.left = `${left}px`;
    bubble.style.top = `${below + own.height < innerHeight ? below : box.top - own.height - 6}px`;
  };
  const term = (event) => (event.target instanceof Element ? event.target.closest(".term") : null);
  addEventListener("pointerover", (event) => {
    const element = term(event);
    if (element !== null) show(element);
    else if (!bubble.contains(event.target) && of !== document.activeElement) hide();
  }, { passive: true });
  addEventListener("focusin", (event) => { const element = term(event); if (element !== null) show(element); else hide(); });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  addEventListener("scroll", hide, { capture: true, passive: true });
})();
