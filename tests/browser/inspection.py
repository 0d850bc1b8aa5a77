"""Looks over a page as it stands in the browser: words cut off or over one another, foreign words, errors, links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ENGLISH = re.compile(r"[A-Za-z]{3,}")
FILE = re.compile(r"(https?://)?[\w./-]+\.(txt|html?|docx?|pdf|csv|xlsx?|cn|com|shtml)\b\S*")
TECHNICAL = {
    # kinds of files, and names of programs and formats
    "CSV", "XLSX", "DOCX", "Excel", "Word", "WPS", "JSONL", "JSON", "OFD", "PDF", "ZIP", "PNG", "GeoJSON", "Parquet",
    "ICS", "ics", "UTF", "Outlook",
    # keys
    "Shift", "Ctrl", "Enter",
    # what is measured, as the field writes it
    "GDP", "VOCs", "GEP", "COD", "EQI",
    # the second language is offered in its own words
    "English",
}  # fmt: skip
"""Words in Latin letters that stand in Chinese text."""

_SCRIPT = r"""() => {
  const ICONS = '[data-testid=stIconMaterial], [translate=no][aria-hidden=true]';
  const HELD = 'script, style, noscript, template, canvas, .ahead, .print-only';
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const clips = (element) => {
    const style = getComputedStyle(element);
    return { x: /hidden|clip/.test(style.overflowX), y: /hidden|clip/.test(style.overflowY),
             roll: /auto|scroll/.test(style.overflowX + style.overflowY) };
  };
  // What lies in another layer, or may be rolled away, does not meet what lies in this one.
  const layer = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const { position } = getComputedStyle(at);
      if (position === 'fixed' || position === 'sticky') return at;
      if (at !== document.body && clips(at).roll) return at;
    }
    return document.body;
  };
  // Words that are cut say all of themselves elsewhere: by a title, or where their row is opened.
  const told = (element) => element.closest('[title], [data-item]') !== null;
  const short = (text) => text.trim().replace(/\s+/g, ' ').slice(0, 40);
  const found = [], words = [], boxes = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, element = text.parentElement;
    if (!text.textContent.trim() || !element || element.closest(HELD) || !shown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    if (!rects.length || element.closest(ICONS)) continue;
    // the part of it that is not rolled or cut away
    let hidden = false, cut = null, left = -Infinity, top = -Infinity, right = Infinity, bottom = Infinity;
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      if (at.closest('svg') && at.tagName !== 'svg') continue;
      const box = at.getBoundingClientRect(), { x, y, roll } = clips(at);
      if (box.width <= 2 || box.height <= 2) { hidden = hidden || x || y || roll; continue; }
      const out = rects.some((r) => (x && (r.right > box.right + 1.5 || r.left < box.left - 1.5))
        || (y && (r.bottom > box.bottom + 3 || r.top < box.top - 3)));
      if (out && rects.every((r) => r.left >= box.right || r.right <= box.left
        || r.top >= box.bottom || r.bottom <= box.top)) hidden = true;
      else if (out && !cut) cut = at;
      if (x || roll) { left = Math.max(left, box.left); right = Math.min(right, box.right); }
      if (y || roll) { top = Math.max(top, box.top); bottom = Math.min(bottom, box.bottom); }
      if (roll) break;
    }
    if (hidden) continue;
    if (!element.closest('[lang=en], .pane')) words.push(text.textContent);
    if (cut && !told(element) && !told(cut)) found.push(`cut off: ${short(text.textContent)}`);
    const home = layer(element);
    for (const rect of rects) {
      const r = { left: Math.max(rect.left, left), right: Math.min(rect.right, right),
                  top: Math.max(rect.top, top), bottom: Math.min(rect.bottom, bottom) };
      r.height = r.bottom - r.top;
      if (r.right > r.left && r.height > 0) boxes.push({ r, element, home, text: text.textContent });
    }
  }
  boxes.sort((a, b) => a.r.top - b.r.top);
  for (let i = 0; i < boxes.length; i += 1) {
    const a = boxes[i];
    for (let j = i + 1; j < boxes.length && boxes[j].r.top < a.r.bottom - 3; j += 1) {
      const b = boxes[j];
      if (a.home !== b.home || a.element === b.element) continue;
      const wide = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
      const high = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
      // lines of one text may stand close: a third of the letter's height is over one another
      if (wide > 3 && high > Math.min(a.r.height, b.r.height) / 3) {
        found.push(`one over the other: ${short(a.text)} / ${short(b.text)}`);
      }
    }
  }
  const wide = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
  if (wide > innerWidth + 1) found.push(`wider than the window: ${wide} of ${innerWidth}`);
  const main = document.querySelector('[data-testid=stMain]');
  if (main && main.scrollWidth > main.clientWidth + 1) {
    const reaches = [...main.querySelectorAll('*')].filter((e) => shown(e)
      && e.getBoundingClientRect().right > main.getBoundingClientRect().left + main.clientWidth + 1);
    found.push(`wider than its place: ${reaches.slice(-2).map((e) => `${e.tagName} ${e.className || e.dataset.testid || ''}`)}`);
  }
  for (const error of document.querySelectorAll(
    '[data-testid=stException], [data-testid=stAlertContentError], [data-testid=stConnectionStatus]')) {
    if (shown(error)) found.push(`an error: ${short(error.textContent)}`);
  }
  for (const field of document.querySelectorAll('[placeholder]')) if (shown(field)) words.push(field.placeholder);
  for (const named of document.querySelectorAll('[aria-label], [title], [alt]')) {
    if (!shown(named) || named.closest(HELD)) continue;
    for (const name of ['aria-label', 'title', 'alt']) words.push(named.getAttribute(name) ?? '');
  }
  for (const cell of document.querySelectorAll('canvas [role=columnheader]')) words.push(cell.textContent);
  const links = [...document.querySelectorAll('a[href]')].map((link) => link.href);
  return { found: [...new Set(found)], words, links: [...new Set(links)] };
}"""


def inspect(page: Page) -> tuple[list[str], list[str]]:
    """Return what is wrong with the page as it stands, and where its links of our own lead."""
    seen = page.evaluate(_SCRIPT)
    foreign = sorted(
        {word for text in seen["words"] for word in ENGLISH.findall(FILE.sub("", text))} - TECHNICAL
    )
    wrong = seen["found"] + [f"not Chinese: {word}" for word in foreign]
    origin = page.url.split("/", 3)[:3]
    return wrong, [link for link in seen["links"] if link.split("/", 3)[:3] == origin]
