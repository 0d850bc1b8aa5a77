// The timeline: draws what the server has laid into lanes, zooms and moves without asking it, and tells it which days
// are seen and what was chosen.
import { hit, layBars, layMarks } from "./layout.js";
import { AXIS, drawAxis, drawItems, drawToday, line, readColours, SYMBOLS, trace } from "./paint.js";
import { DAY, iso, say } from "./scale.js";
import { makeFrame, setPressed } from "./frame.js";

const PRESETS = { decade: 3652, lustrum: 1826, year: 365, quarter: 91, month: 31 };
const LEAST = 7;       // days
const QUIET = 450;     // milliseconds without a change until the server hears of it
const STILL = 4;       // pixels that a click may move

export default function ({ data, parentElement, setTriggerValue }) {
  const chart = parentElement.chart ?? (parentElement.chart = makeChart(parentElement));
  chart.update(data, setTriggerValue);
  return () => chart.rest();
}

const readDay = (text) => Math.round(Date.parse(`${text}T00:00:00Z`) / DAY);
const readSpan = (text) => { const [since, until] = text.split("_"); return [readDay(since), readDay(until) + 1]; };

function makeChart(parent) {
  const state = { from: 0, to: 1, pending: 0, told: null, items: [], at: -1, drag: null, touches: new Map() };
  const frame = makeFrame(parent, { preset, shift, zoom: (by) => zoom(by) });
  const { canvas, host } = frame;
  const context = canvas.getContext("2d");
  let data = null;
  let send = () => {};
  let waiting = 0;
  let asked = 0;

  const view = () => {
    const width = canvas.clientWidth;
    const perDay = width / (state.to - state.from);
    return { width, height: canvas.clientHeight, perDay, from: state.from, to: state.to, row: data.row, x: (day) => (day - state.from) * perDay };
  };

  function draw() {
    asked = 0;
    if (!data || !canvas.clientWidth) return;
    const ratio = devicePixelRatio || 1;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
    if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const colours = readColours(host);
    context.clearRect(0, 0, width, height);
    const seen = view();
    drawAxis(context, seen, colours, data.words, data.months);
    context.strokeStyle = colours.grid;
    for (let lane = 0; lane <= data.lanes.length; lane += 1) line(context, 0, AXIS + lane * data.row, width, AXIS + lane * data.row);
    const laid = (data.mode === "bars" ? layBars : layMarks)(data, seen);
    state.items = laid.items;
    drawItems(context, laid.items, colours, laid.most, width);
    drawToday(context, seen, colours, data.today);
    const chosen = laid.items[state.at];
    if (chosen) outline(chosen, colours);
    frame.legend(data, laid.unit, colours, { SYMBOLS, trace });
    setPressed(frame.presets, pressed());
    frame.span.textContent = `${say(data.words.long, Math.ceil(state.from), data.months)} — ${say(data.words.long, Math.ceil(state.to) - 1, data.months)}`;
  }

  function outline(item, colours) {
    context.strokeStyle = colours.accent;
    context.lineWidth = 2;
    if (item.shape === "mark") { trace(context, "circle", item.x, item.y, 9); context.stroke(); }
    else context.strokeRect(item.left - 6, item.top + 1, item.width + 12, item.height - 2);
    context.lineWidth = 1;
  }

  const redraw = () => { if (!asked) asked = requestAnimationFrame(draw); };

  function pressed() {
    const days = state.to - state.from;
    if (state.from <= data.extent[0] && state.to >= data.extent[1]) return "all";
    return Object.keys(PRESETS).find((name) => Math.abs(PRESETS[name] - days) < 0.5) ?? "";
  }

  function look(from, to, quiet = false) {
    const [first, last] = data.extent;
    const days = Math.min(Math.max(to - from, LEAST), last - first);
    let begin = from + (to - from - days) / 2;
    begin = Math.min(Math.max(begin, first), last - days);
    if (begin === state.from && begin + days === state.to) return;
    [state.from, state.to] = [begin, begin + days];
    state.at = -1;
    frame.hush();
    redraw();
    if (!quiet) tellLater();
  }

  function tellLater() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const whole = pressed() === "all";
      const said = whole ? "" : `${iso(Math.ceil(state.from))}_${iso(Math.ceil(state.to) - 1)}`;
      if (said === state.told) return;
      state.told = said;
      state.pending += 1;
      send("span", said || "all");
    }, QUIET);
  }

  function preset(name) {
    if (name === "all") return look(...data.extent);
    const days = PRESETS[name];
    const end = Math.min(data.extent[1], Math.max(data.today + 1, data.last + 1));
    const anchor = state.to >= end - 0.5 ? end : (state.from + state.to) / 2 + days / 2;  // who sees the end goes on seeing it
    return look(anchor - days, anchor);
  }

  function shift(part) {
    const by = (state.to - state.from) * part;
    look(state.from + by, state.to + by);
  }

  function zoom(by, x = canvas.clientWidth / 2) {
    const fixed = state.from + x / view().perDay;
    look(fixed - (fixed - state.from) * by, fixed + (state.to - fixed) * by);
  }

  function open(item) {
    if (item.shape === "count") return look(item.begin, item.end);
    send("open", `${data.mode}:${item.key}`);
    return undefined;
  }

  const words = (item) => frame.words(data, item);

  function point(event) {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  function hover(event) {
    const [x, y] = point(event);
    const item = hit(state.items, x, y);
    canvas.style.cursor = item ? "pointer" : "grab";
    if (item) frame.tell(words(item), item.shape === "bar" ? x : item.x, item.shape === "mark" ? item.y : item.top);
    else frame.hush();
  }

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    state.touches.set(event.pointerId, event.clientX);
    state.drag = { x: event.clientX, from: state.from, to: state.to, moved: false };
    if (state.touches.size === 2) state.pinch = { wide: spread(), from: state.from, to: state.to };
  });
  const spread = () => { const [one, other] = state.touches.values(); return Math.max(10, Math.abs(one - other)); };
  canvas.addEventListener("pointermove", (event) => {
    if (!state.drag) { if (event.pointerType === "mouse") hover(event); return; }
    state.touches.set(event.pointerId, event.clientX);
    if (state.touches.size === 2) {
      const { wide, from, to } = state.pinch;
      const by = wide / spread();
      const middle = (from + to) / 2;
      state.drag.moved = true;
      look(middle - (middle - from) * by, middle + (to - middle) * by);
      return;
    }
    const moved = event.clientX - state.drag.x;
    if (Math.abs(moved) > STILL) state.drag.moved = true;
    if (state.drag.moved) {
      const by = -moved * ((state.drag.to - state.drag.from) / canvas.clientWidth);
      canvas.style.cursor = "grabbing";
      look(state.drag.from + by, state.drag.to + by);
    }
  });
  const release = (event) => {
    const still = state.drag && !state.drag.moved && event.type === "pointerup";
    state.touches.delete(event.pointerId);
    if (state.touches.size === 0) state.drag = null;
    if (!still) return;
    const [x, y] = point(event);
    const item = hit(state.items, x, y);
    if (!item) { frame.hush(); return; }
    // A finger has not seen what it touches: its first touch tells, the second opens.
    if (event.pointerType === "mouse" || state.at === state.items.indexOf(item)) open(item);
    else { state.at = state.items.indexOf(item); frame.tell(words(item), item.x, item.top ?? item.y); redraw(); }
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => { if (!state.drag) frame.hush(); });
  canvas.addEventListener("dblclick", (event) => { if (!hit(state.items, ...point(event))) zoom(0.5, point(event)[0]); });
  canvas.addEventListener("wheel", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) return;  // else the page moves
    event.preventDefault();
    if (event.shiftKey) shift(Math.sign(event.deltaY || event.deltaX) / 8);
    else zoom(event.deltaY > 0 ? 1.25 : 0.8, point(event)[0]);
  }, { passive: false });

  canvas.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step && event.shiftKey) shift(step / 4);
    else if (step) choose(step);
    else if (event.key === "+" || event.key === "=") zoom(0.5);
    else if (event.key === "-") zoom(2);
    else if (event.key === "0" || event.key === "Home") preset("all");
    else if (event.key === "Enter" && state.items[state.at]) open(state.items[state.at]);
    else if (event.key === "Escape") { state.at = -1; frame.hush(); redraw(); }
    else return;
    event.preventDefault();
  });

  function choose(step) {
    const order = state.items;
    if (!order.length) return;
    state.at = state.at < 0 ? (step > 0 ? 0 : order.length - 1) : (state.at + step + order.length) % order.length;
    const item = order[state.at];
    frame.tell(words(item), Math.min(Math.max(item.x, 0), canvas.clientWidth), item.top ?? item.y, true);
    redraw();
  }

  const size = new ResizeObserver(redraw);
  const looks = new MutationObserver(redraw);
  let awake = false;
  const wake = () => {
    if (awake) return;
    awake = true;
    size.observe(canvas);
    looks.observe(document.documentElement, { attributes: true, attributeFilter: ["data-scheme", "data-size"] });
    document.fonts.addEventListener("loadingdone", redraw);
  };

  return {
    rest() {
      awake = false;
      size.disconnect();
      looks.disconnect();
      document.fonts.removeEventListener("loadingdone", redraw);
      clearTimeout(waiting);
    },
    update(next, setTriggerValue) {
      const anew = data === null || data.mode !== next.mode || String(data.extent) !== String(next.extent);
      data = next;
      send = setTriggerValue;
      wake();
      frame.show(data);
      if (state.pending > 0) state.pending -= 1;
      // What the server says of the days holds, unless it has not yet heard of the last change.
      if (anew || (state.pending === 0 && data.span !== state.told)) {
        state.pending = 0;
        state.told = data.span;
        const [from, to] = data.span ? readSpan(data.span) : data.extent;
        [state.from, state.to] = [0, 0];
        look(from, to, true);
        if (Math.abs(state.from - from) > 1) tellLater();  // days that these meetings do not reach
      }
      redraw();
    },
  };
}

