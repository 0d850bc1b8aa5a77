// Draws marks, counts and bars on a canvas, in the colours of the page.
import { firstOf, say, unitOf, finest } from "./scale.js";

export const AXIS = 40;
const STEPS = 5;

export const readColours = (host) => {
  const style = getComputedStyle(host);
  const get = (name) => style.getPropertyValue(`--${name}`).trim();
  const colours = { ground: get("ground"), panel: get("panel"), text: get("text"), quiet: get("quiet"), line: get("line"), grid: get("grid"), accent: get("accent") };
  colours.series = [1, 2, 3, 4, 5, 6].map((n) => get(`series-${n}`));
  colours.classes = [1, 2, 3, 4, 5].map((n) => get(`class-${n}`));
  colours.lights = Object.fromEntries(["overdue", "near", "course"].map((light) => [light, get(light)]));
  colours.font = style.fontFamily;
  colours.size = Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.8);  // large type too
  return colours;
};

const brightness = (colour) => {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const readable = (ground, colours) => (contrast(ground, colours.text) > contrast(ground, colours.ground) ? colours.text : colours.ground);

// Symbols tell kinds apart where colours do not.
export const SYMBOLS = ["circle", "diamond", "square", "triangle", "cross", "star", "ring"];
export const trace = (context, symbol, x, y, r) => {
  const points = {
    diamond: [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]],
    square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
    triangle: [[0, -1.15], [1.15, 0.9], [-1.15, 0.9]],
    cross: [[-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2], [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4]],
    star: [...Array(10).keys()].map((n) => [Math.sin(n * Math.PI / 5) * (n % 2 ? 0.6 : 1.4), -Math.cos(n * Math.PI / 5) * (n % 2 ? 0.6 : 1.4)]),
  }[symbol];
  context.beginPath();
  if (points) {
    points.forEach(([px, py], at) => context[at ? "lineTo" : "moveTo"](x + px * r, y + py * r));
    context.closePath();
  } else {
    context.arc(x, y, r, 0, 2 * Math.PI);
  }
};

export const drawAxis = (context, view, colours, words, months) => {
  const { width, height, perDay, from, to, x } = view;
  const lower = finest(perDay, 34, ["decade", "year", "quarter", "month", "week", "day"]);
  const upper = { decade: null, year: null, quarter: "year", month: "year", week: "month", day: "month" }[lower];
  context.font = `${colours.size}px ${colours.font}`;
  context.textBaseline = "middle";
  context.textAlign = "left";
  const each = (unit, draw) => {
    for (let n = unitOf(unit, from); firstOf(unit, n) <= to; n += 1) draw(firstOf(unit, n), firstOf(unit, n + 1));
  };
  each(lower, (begin, end) => {
    context.strokeStyle = colours.grid;
    line(context, x(begin), upper ? AXIS / 2 : 0, x(begin), height);
    const left = Math.max(x(begin), 0);
    context.fillStyle = colours.quiet;
    const room = Math.min(x(end), width) - left - 6;
    const long = say(words[lower], lower === "week" ? Math.max(begin, Math.ceil(from)) : begin, months);
    const text = context.measureText(long).width <= room ? long : long.replace(/\p{L}/gu, "");  // 2026 for 2026年
    if (text && context.measureText(text).width <= room) context.fillText(text, left + 4, upper ? AXIS * 0.75 : AXIS / 2);
  });
  if (upper) {
    each(upper, (begin, end) => {
      context.strokeStyle = colours.line;
      line(context, x(begin), 0, x(begin), height);
      const left = Math.max(x(begin), 0);
      context.fillStyle = colours.text;
      const text = say(words[upper], begin, months);
      if (Math.min(x(end), width) - left > context.measureText(text).width + 6) context.fillText(text, left + 4, AXIS / 4);
    });
  }
};

export const line = (context, x1, y1, x2, y2) => {
  context.beginPath();
  context.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
  context.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
  context.stroke();
};

export const drawToday = (context, view, colours, today) => {
  if (today < view.from || today > view.to) return;
  context.strokeStyle = colours.accent;
  context.setLineDash([4, 3]);
  line(context, view.x(today), AXIS, view.x(today), view.height);
  context.setLineDash([]);
};

export const drawItems = (context, items, colours, most, width) => {
  for (const item of items) {
    if (item.shape === "count") drawCount(context, item, colours, most);
    else if (item.shape === "bar") drawBar(context, item, colours, width);
    else drawMark(context, item, colours);
  }
};

const drawCount = (context, item, colours, most) => {
  const step = most > 1 ? Math.min(STEPS - 1, Math.floor((Math.log(item.count) / Math.log(most)) * STEPS)) : 0;
  const fill = colours.classes[Math.max(0, step)];
  context.fillStyle = fill;
  context.fillRect(item.left, item.top, item.width, item.height);
  if (item.width < 16) return;
  context.fillStyle = readable(fill, colours);
  context.font = `${colours.size}px ${colours.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const text = item.width > 30 || item.count < 100 ? String(item.count) : "…";
  context.fillText(text, item.left + item.width / 2, item.top + item.height / 2 + 1);
};

const drawMark = (context, item, colours) => {
  const colour = colours.series[item.kind] ?? colours.quiet;
  trace(context, SYMBOLS[item.kind] ?? "ring", item.x, item.y, 5);
  context.lineWidth = 1;
  if (item.kind < colours.series.length) {
    context.fillStyle = colour;
    context.fill();
    context.strokeStyle = colours.ground;
  } else {
    context.strokeStyle = colour;
    context.lineWidth = 1.6;
  }
  context.stroke();
  context.lineWidth = 1;
};

const drawBar = (context, item, colours, width) => {
  const colour = colours.lights[item.light];
  const middle = item.top + item.height / 2;
  context.fillStyle = colour;
  context.globalAlpha = 0.45;
  context.fillRect(item.left, middle - 4, item.width, 8);
  context.globalAlpha = 1;
  trace(context, "circle", item.left, middle, 3.5);
  context.fill();
  trace(context, "diamond", item.left + item.width, middle, 5);
  context.fill();
  if (item.count > 1) {
    context.font = `${colours.size}px ${colours.font}`;
    context.textBaseline = "middle";
    context.textAlign = "left";
    context.fillStyle = colours.text;
    const text = item.count.toLocaleString("en");
    const wide = context.measureText(text).width;
    const after = item.left + item.width + 10;
    context.fillText(text, after + wide < width ? after : Math.max(2, item.left - wide - 8), middle + 1);
  }
};
