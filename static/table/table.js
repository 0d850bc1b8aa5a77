// What a person does to the table of commitments: ticks are shown at once and told a moment later, all else is told
// the server, which draws the table anew.
const MOMENT = 250;
const state = { tell: null, picked: new Set(), added: new Set(), dropped: new Set(), waiting: 0, page: null, last: null };

const table = () => document.querySelector(".ledger");
const rowsOf = (root) => [...root.querySelectorAll("tr[data-id]")];
const boxOf = (row) => row.querySelector(".tick input");

// Shows what is ticked; a row that stands in several groups is ticked in all of them.
const show = () => {
  const root = table();
  if (root === null) return;
  let ticked = 0;
  const rows = rowsOf(root);
  for (const row of rows) {
    const picked = state.picked.has(row.dataset.id);
    boxOf(row).checked = picked;
    row.classList.toggle("picked", picked);
    ticked += picked;
  }
  const all = root.querySelector("input.all");
  all.checked = ticked > 0 && ticked === rows.length;
  all.indeterminate = ticked > 0 && ticked < rows.length;
};

const tellTicks = () => {
  clearTimeout(state.waiting);
  if (state.added.size + state.dropped.size === 0) return;
  state.tell({ kind: "pick", added: [...state.added], dropped: [...state.dropped] });
  state.added.clear();
  state.dropped.clear();
};

const tick = (id, picked) => {
  state.picked[picked ? "add" : "delete"](id);
  state.added[picked ? "add" : "delete"](id);
  state.dropped[picked ? "delete" : "add"](id);
};

const waitAndTell = () => {
  clearTimeout(state.waiting);
  state.waiting = setTimeout(tellTicks, MOMENT);
  show();
};

const within = (event, selector) => {
  const hit = event.target instanceof Element ? event.target.closest(selector) : null;
  return hit !== null && hit.closest(".ledger") !== null ? hit : null;
};

const onChange = (event) => {
  const box = within(event, ".tick input");
  if (box === null) return;
  if (box.classList.contains("all")) for (const row of rowsOf(table())) tick(row.dataset.id, box.checked);
  else tick(box.closest("tr").dataset.id, box.checked);
  waitAndTell();
};

// With Shift held, all rows between the last tick and this one are ticked alike.
const tickBetween = (event) => {
  const box = within(event, "tr[data-id] .tick input");
  if (box === null) return;
  const rows = rowsOf(table());
  const here = rows.indexOf(box.closest("tr"));
  const from = state.last === null ? -1 : rows.findIndex((row) => row.dataset.id === state.last);
  if (event.shiftKey && from >= 0) {
    for (const row of rows.slice(Math.min(from, here), Math.max(from, here) + 1)) tick(row.dataset.id, box.checked);
  }
  state.last = box.closest("tr").dataset.id;
};

const closeMenus = (but) => {
  for (const menu of document.querySelectorAll(".ledger details[open]")) if (menu !== but) menu.open = false;
};

const onClick = (event) => {
  closeMenus(within(event, "details.menu"));
  tickBetween(event);
  const head = within(event, "button.by");
  if (head !== null) {
    tellTicks();
    state.tell({ kind: "sort", key: head.dataset.sort, more: event.shiftKey });
    return;
  }
  const act = within(event, "button[data-act]");
  if (act !== null) {
    tellTicks();
    const row = act.closest("tr[data-id]");
    if (row !== null) state.tell({ kind: act.dataset.act, id: row.dataset.id });
    else state.tell({ kind: act.dataset.act, column: act.closest("th").dataset.column });
    return;
  }
  const row = within(event, ".dense tr[data-id]");
  if (row !== null && !within(event, "a, input, button") && !String(getSelection())) row.classList.toggle("open");
};

const onKey = (event) => {
  const menu = within(event, "details[open]");
  if (event.key !== "Escape" || menu === null) return;
  menu.open = false;
  menu.querySelector("summary").focus();
};

// A head is dragged before another; its menu does the same without dragging.
let dragged = null;
const onDrag = (event) => {
  const head = within(event, "th[data-column]");
  if (event.type === "dragstart") {
    dragged = head?.dataset.column ?? null;
    return;
  }
  for (const other of document.querySelectorAll(".ledger th.drop")) other.classList.remove("drop");
  if (dragged === null || head === null || event.type === "dragend") return;
  event.preventDefault();
  if (event.type === "dragover") head.classList.add("drop");
  else if (head.dataset.column !== dragged) state.tell({ kind: "move", column: dragged, before: head.dataset.column });
};

const LISTENERS = [
  ["change", onChange], ["click", onClick], ["keydown", onKey],
  ["dragstart", onDrag], ["dragover", onDrag], ["drop", onDrag], ["dragend", onDrag],
];

// Another page is read from its first row.
const toTop = () => {
  const root = table();
  if (root !== null && root.getBoundingClientRect().top < 0) root.scrollIntoView({ block: "start" });
};

// A sheet of ticked rows is printed once; after that the page prints as it is. The root remembers, as it outlives all.
const root = document.documentElement;
const printSheet = () => {
  const sheet = document.querySelector(".sheet");
  if (sheet === null || Number(root.dataset.sheet ?? 0) >= Number(sheet.dataset.number)) return;
  root.dataset.sheet = sheet.dataset.number;
  addEventListener("afterprint", () => root.classList.remove("sheet-prints"), { once: true });
  root.classList.add("sheet-prints");
  setTimeout(() => document.querySelector("button[data-print]")?.click(), MOMENT);
};

export default function ({ data, setTriggerValue }) {
  state.tell = (done) => setTriggerValue("done", done);
  if (state.added.size + state.dropped.size === 0) state.picked = new Set(data.picked);
  show();
  if (state.page !== null && data.page !== state.page) toTop();
  state.page = data.page;
  let shown = null;
  printSheet();
  const watcher = new MutationObserver(() => {
    printSheet();
    const root = table()?.firstElementChild ?? null;
    if (root !== shown) {
      shown = root;
      show();
    }
  });
  watcher.observe(document.querySelector("[data-testid='stMain']") ?? document.body, { childList: true, subtree: true });
  for (const [kind, listener] of LISTENERS) document.addEventListener(kind, listener);
  return () => {
    watcher.disconnect();
    for (const [kind, listener] of LISTENERS) document.removeEventListener(kind, listener);
  };
}
