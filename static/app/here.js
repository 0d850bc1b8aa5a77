// Shows a chosen row of a report at its words: in the text as restored and in the text as published.
// A choice needs no server; it goes into the address, so that it can be shared.
(() => {
  "use strict";
  const marked = (reader, item) => reader.querySelectorAll(`[data-item="${item}"]`);

  // Scrolls the list and each text to the chosen words.
  const bring = (reader) => {
    for (const box of reader.querySelectorAll(".list, .pane")) {
      const mark = box.querySelector(".here");
      if (mark === null || mark.offsetParent === null) continue;
      const above = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
      const below = above + Math.min(mark.getBoundingClientRect().height, box.clientHeight / 2);
      if (above < 0 || below > box.clientHeight) box.scrollTop += above - box.clientHeight / 4;
    }
  };

  // The row says all of its words, as they stand in the text as restored.
  const spell = (reader, row, item) => {
    const said = row.querySelector(".said");
    const words = [...reader.querySelectorAll(`.repaired mark[data-item="${item}"]`)].map((mark) => {
      const own = mark.cloneNode(true);
      for (const number of own.querySelectorAll("sup")) number.remove();
      return own.textContent;
    }).join("");
    if (said !== null && words) said.textContent = words;
  };

  const choose = (reader, item, from) => {
    const row = reader.querySelector(`tr[data-item="${item}"]`);
    const chosen = !row.classList.contains("here");
    for (const was of reader.querySelectorAll(".here")) was.classList.remove("here");
    for (const was of reader.querySelectorAll("[aria-pressed=true]")) was.setAttribute("aria-pressed", "false");
    const address = new URL(location.href);
    address.searchParams.delete("item");
    if (chosen) {
      for (const mark of marked(reader, item)) {
        mark.classList.add("here");
        if (mark.tagName === "BUTTON") mark.setAttribute("aria-pressed", "true");
      }
      row.querySelector("button").setAttribute("aria-pressed", "true");
      spell(reader, row, item);
      if (row.dataset.id) address.searchParams.set("item", row.dataset.id);
      const list = row.closest(".list");
      const kind = list.classList.contains("statements") ? "statements" : "commitments";
      const tab = reader.querySelector(`.items [value="${kind}"]`);
      if (tab) tab.checked = true;
    }
    history.replaceState(history.state, "", address);
    shown = address.href;
    bring(reader);
    if (!chosen) return;
    // Words that are chosen bring their row, a row brings its words.
    if (from.closest(".pane") === null) reader.querySelector(".views").scrollIntoView({ block: "nearest" });
    else if (row.getBoundingClientRect().top < 60) reader.scrollIntoView({ block: "start" });
  };

  // Puts the rules that are written once below the lists where they are named.
  addEventListener("toggle", (event) => {
    const reader = event.target instanceof Element ? event.target.closest(".reader") : null;
    if (reader === null || !event.target.open) return;
    const rules = reader.querySelector(".rules").children;
    for (const name of event.target.querySelectorAll("[data-rule]:empty")) {
      const rule = rules[Number(name.dataset.rule)].cloneNode(true);
      name.title = rule.title;
      name.append(...rule.childNodes);
    }
    bring(reader);
  }, true);

  // The commitment that the address names comes to sight once for each address.
  let shown = "";
  const show = () => {
    if (shown === location.href) return;
    const reader = document.querySelector(".reader");
    if (reader === null || reader.querySelector(".here") === null) return;
    shown = location.href;
    const row = reader.querySelector("tr.here");
    if (row !== null) spell(reader, row, row.dataset.item);
    bring(reader);
    reader.querySelector(".views").scrollIntoView({ block: "nearest" });
  };

  addEventListener("click", (event) => {
    const hit = event.target instanceof Element ? event.target.closest(".reader [data-item]") : null;
    if (hit === null || String(getSelection())) return;
    choose(hit.closest(".reader"), hit.dataset.item, hit);
  });
  addEventListener("change", (event) => {
    const reader = event.target instanceof Element ? event.target.closest(".reader") : null;
    if (reader !== null) bring(reader);
  });
  new MutationObserver(show).observe(document.documentElement, { subtree: true, childList: true });
})();
