// Runs before the app does.
(() => {
  "use strict";
  // Every page of ours lies right below the root: without this the app looks for its server below each page first.
  window.__streamlit = { BACKEND_BASE_URL: `${location.origin}/`, MAIN_PAGE_BASE_URL: `${location.origin}/` };
  // The server holds the filters of a session and cannot tell the button "back" from a change that its last answer
  // crossed on the way: so the address says it. The server takes the word out again.
  window.addEventListener("popstate", () => {
    const address = new URL(location.href);
    address.searchParams.set("back", "1");
    history.replaceState(history.state, "", address);
  });
})();
