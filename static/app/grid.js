// A table is a canvas: it does not draw itself again when a piece of the font comes late, and shows boxes in its
// place. A change of width makes it draw, so each table is made a little narrower for a moment.
(() => {
  "use strict";
  const MOMENT = 80;
  let waiting = 0;
  const nudge = () => {
    for (const table of document.querySelectorAll("[data-testid='stDataFrame']")) {
      const frame = table.parentElement;
      frame.style.width = "calc(100% - 3px)";
      setTimeout(() => { frame.style.width = ""; }, MOMENT);
    }
  };
  document.fonts.addEventListener("loadingdone", () => {
    clearTimeout(waiting);
    waiting = setTimeout(nudge, MOMENT);
  });
})();
