// Runs before the app does.
(() => {
  "use strict";
  // Every page of ours lies right below the root: without this the app looks for its server below each page first.
  window.__streamlit = { BACKEND_BASE_URL: `${location.origin}/`, MAIN_PAGE_BASE_URL: `${location.origin}/` };

  // One act of a person, one step of the button "back": the app writes the address several times for one act (the
  // page, its filters, the page of its table), and each would be a step of its own.
  let acted = false;
  const act = () => { acted = true; };
  for (const kind of ["pointerdown", "keydown", "click"]) addEventListener(kind, act, { capture: true, passive: true });
  const push = history.pushState.bind(history);
  history.pushState = (...step) => {
    if (acted) push(...step);
    else history.replaceState(...step);
    acted = false;
  };

  // The server holds the filters of a session and cannot tell the button "back" from a change that its last answer
  // crossed on the way: so the address says it. The server takes the word out again.
  addEventListener("popstate", () => {
    acted = false;
    const address = new URL(location.href);
    address.searchParams.set("back", "1");
    history.replaceState(history.state, "", address);
  });
})();
