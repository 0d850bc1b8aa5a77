// Lays out what is seen between two days: single marks where there is room, counts by calendar unit where not; bars.
import { AXIS } from "./paint.js";
import { finest, firstOf, unitOf } from "./scale.js";

const APART = 11;  // so wide is a mark
const CELL = 30;   // so wide is a count at least
const ROOM = 0.45; // part of a lane that single marks may fill

export const layMarks = (data, view) => {
  const { day, lane, kind, count, key } = data.marks;
  const seen = [];
  const filled = new Array(data.lanes.length).fill(0);
  for (let at = 0; at < day.length; at += 1) {
    if (day[at] < view.from || day[at] > view.to) continue;
    seen.push(at);
    filled[lane[at]] += 1;
  }
  if (Math.max(0, ...filled) * APART <= view.width * ROOM) {
    const last = new Map();
    const items = seen.map((at) => {
      const x = view.x(day[at] + 0.5);
      const before = last.get(lane[at]);
      const level = before && x - before.x < APART ? before.level + 1 : 0;
      last.set(lane[at], { x, level });
      const y = AXIS + (lane[at] + 0.5) * view.row + [0, -6, 6][level % 3];
      return { shape: "mark", at, x, y, lane: lane[at], kind: kind[at], count: count[at], day: day[at], key: key[at] };
    });
    return { items, most: 1, unit: null };
  }
  const unit = finest(view.perDay, CELL, ["year", "quarter", "month", "week"]);
  const cells = new Map();
  for (const at of seen) {
    const number = unitOf(unit, day[at]);
    const id = lane[at] * 1e6 + number;
    const cell = cells.get(id) ?? { shape: "count", lane: lane[at], number, count: 0, kinds: [] };
    cell.count += 1;
    cell.kinds[kind[at]] = (cell.kinds[kind[at]] ?? 0) + 1;
    cells.set(id, cell);
  }
  const items = [...cells.values()].sort((a, b) => a.lane - b.lane || a.number - b.number);
  for (const cell of items) {
    cell.begin = firstOf(unit, cell.number);
    cell.end = firstOf(unit, cell.number + 1);
    cell.left = view.x(cell.begin) + 1;
    cell.width = view.x(cell.end) - view.x(cell.begin) - 2;
    cell.top = AXIS + cell.lane * view.row + 2;
    cell.height = view.row - 4;
    cell.x = cell.left + cell.width / 2;
    cell.y = cell.top + cell.height / 2;
  }
  return { items, most: Math.max(1, ...items.map((cell) => cell.count)), unit };
};

export const layBars = (data, view) => {
  const items = data.bars.map((bar, at) => {
    const left = view.x(bar.begin);
    const width = Math.max(0, view.x(bar.end + 1) - left);
    const top = AXIS + at * view.row;
    return { shape: "bar", at, lane: at, ...bar, left, width, top, height: view.row, x: left + width / 2, y: top + view.row / 2 };
  });
  return { items: items.filter((item) => item.left <= view.width && item.left + item.width >= 0), most: 1, unit: null };
};

// What lies under a point of the chart, the last drawn first.
export const hit = (items, x, y) => {
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item.shape === "mark") {
      if (Math.hypot(item.x - x, item.y - y) <= 9) return item;
    } else if (x >= item.left - 7 * (item.shape === "bar") && x <= item.left + item.width + 7 * (item.shape === "bar") && y >= item.top && y <= item.top + item.height) {
      return item;
    }
  }
  return null;
};
