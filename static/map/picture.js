// Draws the map on a canvas with all that must be said of it, and hands it to the reader as a PNG file. The canvas has
// the app's own fonts, so that a machine without Chinese ones writes the same picture.
const WIDTH = 2000;
const MARGIN = 70;
const INNER = WIDTH - 2 * MARGIN;

export async function savePicture(svg, picture) {
  const canvas = await drawPicture(svg, picture);
  const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = picture.file;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 60_000);
}

export async function drawPicture(svg, picture) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const font = (size, weight = 400) => `${weight} ${size}px ${picture.font}`;
  const words = [svg.replace(/<[^>]*>/g, ""), ...Object.values(picture).flat(3).filter((w) => typeof w === "string")].join("");
  await Promise.all([400, 600].map((weight) => document.fonts.load(font(40, weight), words)));

  const pen = document.createElement("canvas").getContext("2d");
  const wrap = (text, size) => {
    pen.font = font(size);
    const lines = [""];
    for (const letter of text) {
      if (pen.measureText(lines.at(-1) + letter).width > INNER) lines.push("");
      lines[lines.length - 1] += letter;
    }
    return lines;
  };
  const filters = wrap(picture.filters, 30);
  const notices = wrap(picture.notices, 26);
  const [, , wide, high] = root.getAttribute("viewBox").split(" ").map(Number);
  const scale = INNER / wide;
  const swatches = placeLegend(pen, picture.legend, font(30));
  const mapTop = MARGIN + 80 + filters.length * 44 + 20;
  const legendTop = mapTop + high * scale + 50;
  const noticeTop = legendTop + 60 + swatches.height + 24;
  const canvas = pen.canvas;
  canvas.width = WIDTH;
  canvas.height = Math.ceil(noticeTop + notices.length * 40 + MARGIN);

  const { colours } = picture;
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = "top";
  const write = (text, x, y, style, colour) => {
    pen.font = style;
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
  };
  write(picture.title, MARGIN, MARGIN, font(52, 600), colours.text);
  filters.forEach((line, at) => { write(line, MARGIN, MARGIN + 80 + at * 44, font(30), colours.quiet); });

  const fills = { ...colours, missing: hatch(pen, colours), empty: dots(pen, colours) };
  pen.save();
  pen.translate(MARGIN, mapTop);
  pen.scale(scale, scale);
  for (const frame of root.querySelectorAll(":scope > svg")) drawFrame(pen, frame, fills, picture.font);
  pen.restore();

  write(picture.measure, MARGIN, legendTop, font(32, 600), colours.text);
  for (const { key, label, count, x, y } of swatches.cells) {
    const [left, top] = [MARGIN + x, legendTop + 60 + y];
    pen.fillStyle = fills[key];
    pen.fillRect(left, top, 58, 34);
    pen.strokeStyle = colours.faint;
    pen.lineWidth = 1.5;
    pen.strokeRect(left, top, 58, 34);
    write(label, left + 74, top, font(30), colours.text);
    const shift = pen.measureText(label).width;
    write(count, left + 74 + shift + 16, top, font(30), colours.quiet);
  }
  notices.forEach((line, at) => { write(line, MARGIN, noticeTop + at * 40, font(26), colours.quiet); });
  return canvas;
}

function placeLegend(pen, legend, style) {
  pen.font = style;
  let [x, y] = [0, 0];
  const cells = legend.map(([key, label, count]) => {
    const width = 74 + pen.measureText(label).width + 16 + pen.measureText(count).width + 50;
    if (x > 0 && x + width > INNER) [x, y] = [0, y + 54];
    const cell = { key, label, count, x, y };
    x += width;
    return cell;
  });
  return { cells, height: y + 40 };
}

// The drawing has few kinds of parts; each is drawn as style of the server's SVG says.
function drawFrame(pen, frame, fills, font) {
  const number = (element, name) => Number(element.getAttribute(name) ?? 0);
  const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => number(frame, name));
  pen.save();
  pen.beginPath();
  pen.rect(left, top, width, height);
  pen.clip();
  pen.translate(left, top);
  pen.lineJoin = "round";
  for (const element of frame.querySelectorAll("path, text, rect")) {
    const kinds = element.classList;
    if (element.localName === "text") { if (!kinds.contains("k")) writeName(pen, element, fills, font, kinds.contains("o")); continue; }
    if (element.localName === "rect") { drawRect(pen, element, fills, width, height); continue; }
    const path = new Path2D(element.getAttribute("d"));
    pen.setLineDash(kinds.contains("u") ? [10, 7] : []);
    if (kinds.contains("l")) {
      pen.strokeStyle = kinds.contains("s") ? fills.quiet : fills.faint;
      pen.lineWidth = kinds.contains("s") ? 5 : 2;
      pen.stroke(path);
      continue;
    }
    const chosen = element.parentElement.classList.contains("c");
    const key = [...kinds].find((kind) => kind in fills) ?? "grid";
    const dark = kinds.contains("t") || kinds.contains("h") || frame.classList.contains("i") || ["missing", "empty", "zero"].includes(key);
    pen.fillStyle = fills[key];
    pen.fill(path);
    pen.strokeStyle = chosen ? fills.text : dark ? fills.faint : fills.ground;
    pen.lineWidth = chosen ? 7 : dark ? 1.5 : 2;
    pen.stroke(path);
  }
  pen.restore();
}

function drawRect(pen, element, fills, width, height) {
  if (element.classList.contains("sea")) {
    pen.fillStyle = fills.ground;
    pen.fillRect(0, 0, width, height);
  } else if (element.classList.contains("edge")) {
    pen.setLineDash([]);
    pen.strokeStyle = fills.faint;
    pen.lineWidth = 4;
    pen.strokeRect(2, 2, width - 4, height - 4);
  }
}

function writeName(pen, element, fills, font, inset) {
  pen.font = `400 ${inset ? 36 : 40}px ${font}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.setLineDash([]);
  pen.strokeStyle = fills.ground;
  pen.lineWidth = 7;
  const [x, y] = [Number(element.getAttribute("x")), Number(element.getAttribute("y"))];
  pen.strokeText(element.textContent, x, y);
  pen.fillStyle = fills.text;
  pen.fillText(element.textContent, x, y);
  pen.textAlign = "left";
}

function hatch(pen, colours) {
  return pattern(pen, 20, (tile) => {
    tile.fillStyle = colours.missing;
    tile.fillRect(0, 0, 20, 20);
    tile.strokeStyle = colours.line;
    tile.lineWidth = 4;
    tile.beginPath();
    for (const at of [-20, 0, 20]) { tile.moveTo(at - 2, 22); tile.lineTo(at + 22, -2); }
    tile.stroke();
  });
}

function dots(pen, colours) {
  return pattern(pen, 16, (tile) => {
    tile.fillStyle = colours.ground;
    tile.fillRect(0, 0, 16, 16);
    tile.fillStyle = colours.faint;
    tile.beginPath();
    tile.arc(8, 8, 2.4, 0, 7);
    tile.fill();
  });
}

function pattern(pen, size, draw) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  draw(tile.getContext("2d"));
  return pen.createPattern(tile, "repeat");
}
