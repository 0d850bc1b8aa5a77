// What stands around the canvas: buttons, names of the lanes, the legend, and the words of what is pointed at.
import { say } from "./scale.js";

const STYLE = `
:host, .timeline { display: block; font-family: inherit; color: var(--text); }
.timeline { position: relative; font-size: .93rem; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-bottom: .5rem; }
.group { display: flex; }
button { font: inherit; font-size: .9rem; color: var(--text); background: var(--ground); border: 1px solid var(--line); padding: .25rem .8rem; min-height: 2rem; min-width: 2rem; margin-left: -1px; cursor: pointer; }
button:first-child { border-radius: 4px 0 0 4px; margin-left: 0; } button:last-child { border-radius: 0 4px 4px 0; }
button:hover { background: var(--panel); }
button[aria-pressed="true"] { background: var(--accent-pale); color: var(--accent); border-color: var(--accent); font-weight: 600; position: relative; }
button:focus-visible, canvas:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.span { color: var(--quiet); }
.body { display: grid; grid-template-columns: var(--names) minmax(0, 1fr); border: 1px solid var(--line); border-radius: 4px; overflow: hidden; }
.names { border-right: 1px solid var(--line); padding: 0; margin: 0; list-style: none; }
.names li { display: flex; align-items: center; padding: 0 .6rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; border-top: 1px solid var(--grid); box-sizing: border-box; font-size: .88rem; }
.names li span { overflow: hidden; text-overflow: ellipsis; }
canvas { display: block; width: 100%; cursor: grab; touch-action: pan-y; outline-offset: -2px !important; }
.tip { position: absolute; z-index: 5; max-width: 22rem; pointer-events: none; background: var(--ground); color: var(--text); border: 1px solid var(--line); border-radius: 4px; box-shadow: 0 4px 14px rgba(0, 0, 0, .18); padding: .45rem .7rem; font-size: .88rem; line-height: 1.55; overflow-wrap: anywhere; }
.tip b { display: block; font-weight: 600; } .tip small { display: block; color: var(--quiet); font-size: .82rem; }
.tip[hidden] { display: none; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .5rem 0 0; color: var(--quiet); font-size: .86rem; }
.legend canvas { display: inline-block; width: 14px; height: 14px; vertical-align: -2px; margin-right: .35rem; cursor: auto; }
.legend i { display: inline-block; width: 1.5rem; height: .8rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 640px) { .names li { padding: 0 .35rem; font-size: .8rem; } button { padding: .25rem .6rem; } }
`;

const make = (tag, inside, properties = {}) => {
  const element = Object.assign(document.createElement(tag), properties);
  inside.append(element);
  return element;
};

export const setPressed = (buttons, name) => {
  for (const [own, button] of Object.entries(buttons)) button.setAttribute("aria-pressed", String(own === name));
};

export const makeFrame = (parent, acts) => {
  make("style", parent, { textContent: STYLE });
  const host = make("div", parent, { className: "timeline" });
  const tools = make("div", host, { className: "tools" });
  const choices = make("div", tools, { className: "group" });
  choices.setAttribute("role", "group");
  const presets = {};
  for (const name of ["all", "decade", "lustrum", "year", "quarter", "month"]) {
    presets[name] = make("button", choices, { type: "button", onclick: () => acts.preset(name) });
  }
  const moves = make("div", tools, { className: "group" });
  const steps = { back: () => acts.shift(-0.5), on: () => acts.shift(0.5), out: () => acts.zoom(2), into: () => acts.zoom(0.5) };
  const signs = { back: "‹", on: "›", out: "−", into: "+" };
  const buttons = Object.fromEntries(Object.entries(steps).map(([name, onclick]) => [name, make("button", moves, { type: "button", onclick, textContent: signs[name] })]));
  const span = make("span", tools, { className: "span" });
  span.setAttribute("aria-live", "polite");
  const body = make("div", host, { className: "body" });
  const names = make("ul", body, { className: "names" });
  const canvas = make("canvas", body, { tabIndex: 0 });
  canvas.setAttribute("role", "application");
  const tip = make("div", host, { className: "tip", hidden: true });
  const legend = make("div", host, { className: "legend" });
  const said = make("div", host, { className: "unseen" });
  said.setAttribute("aria-live", "polite");
  let shown = "";

  return {
    host, canvas, presets, span,
    show(data) {
      for (const [name, button] of Object.entries(presets)) button.textContent = data.words[`show_${name}`];
      for (const [name, button] of Object.entries(buttons)) { button.ariaLabel = data.words[name]; button.title = data.words[name]; }
      choices.ariaLabel = data.words.range;
      canvas.ariaLabel = data.label;
      const small = host.clientWidth < 640;
      body.style.setProperty("--names", data.mode === "bars" ? (small ? "8.2rem" : "20rem") : (small ? "5.4rem" : "10.5rem"));
      canvas.style.height = `${40 + data.lanes.length * data.row}px`;
      const key = data.lanes.join("\n");
      if (key === shown) return;
      shown = key;
      names.replaceChildren();
      names.style.paddingTop = "40px";
      for (const name of data.lanes) {
        const item = make("li", names, { title: name });
        item.style.height = `${data.row}px`;
        make("span", item, { textContent: name });
      }
    },
    words(data, item) {
      const { words } = data;
      if (item.shape === "bar") return [item.label, `${say(words.long, item.begin, data.months)} — ${say(words.long, item.end, data.months)}`, item.note];
      const place = data.lanes[item.lane];
      if (item.shape === "count") {
        const kinds = Object.entries(item.kinds).sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${data.kinds[kind]} ${count}`);
        return [`${place}　${words.meetings.replace("{n}", item.count)}`, `${say(words.long, item.begin, data.months)} — ${say(words.long, item.end - 1, data.months)}`, kinds.join("　"), words.closer];
      }
      const [name, kind] = data.names[item.key] ?? [data.kinds[item.kind], data.kinds[item.kind]];
      return [name, `${say(words.long, item.day, data.months)}　${place}`, `${kind}　${words.commitments.replace("{n}", item.count)}`, words.open];
    },
    tell(lines, x, y, aloud = false) {
      tip.replaceChildren();
      lines.filter(Boolean).forEach((text, at) => make(at ? "small" : "b", tip, { textContent: text }));
      tip.hidden = false;
      const left = canvas.offsetLeft + x;
      const room = host.clientWidth - tip.offsetWidth - 4;
      tip.style.left = `${Math.max(4, Math.min(left + 12, room))}px`;
      const top = body.offsetTop + y;
      tip.style.top = `${top - tip.offsetHeight - 10 > 0 ? top - tip.offsetHeight - 10 : top + 22}px`;
      if (aloud) said.textContent = lines.filter(Boolean).join(" ");
    },
    hush() { tip.hidden = true; },
    legend(data, unit, colours, { SYMBOLS, trace }) {
      const key = `${data.mode} ${unit} ${data.kinds.join()} ${data.lights.join()} ${colours.ground}`;
      if (legend.dataset.key === key) return;
      legend.dataset.key = key;
      legend.replaceChildren();
      const entry = (text, draw) => {
        const one = make("span", legend);
        const sign = make("canvas", one, { width: 28, height: 28 });
        sign.setAttribute("aria-hidden", "true");
        const context = sign.getContext("2d");
        context.scale(2, 2);
        draw(context);
        one.append(text);
      };
      if (data.mode === "bars") {
        data.lights.forEach(([light, text]) => entry(text, (context) => { context.fillStyle = colours.lights[light]; trace(context, "diamond", 7, 7, 5); context.fill(); }));
      } else if (unit) {
        colours.classes.forEach((colour, at) => entry(at === 0 ? data.words.few : at === 4 ? data.words.many : "", (context) => { context.fillStyle = colour; context.fillRect(0, 1, 14, 12); }));
      } else {
        data.kinds.forEach((text, kind) => entry(text, (context) => {
          const colour = colours.series[kind];
          trace(context, SYMBOLS[kind] ?? "ring", 7, 7, 5);
          if (colour) { context.fillStyle = colour; context.fill(); } else { context.strokeStyle = colours.quiet; context.lineWidth = 1.6; context.stroke(); }
        }));
      }
      entry(data.words.now, (context) => { context.strokeStyle = colours.accent; context.setLineDash([3, 2]); context.beginPath(); context.moveTo(7, 0); context.lineTo(7, 14); context.stroke(); });
      make("span", legend, { textContent: data.words.hint });
    },
  };
};

