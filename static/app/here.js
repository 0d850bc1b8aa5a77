// Brings the commitment that the address of a report names into sight, once for each address.
(() => {
  "use strict";
  let shown = "";
  const show = () => {
    if (shown === location.href) return;
    const mark = document.querySelector(".report mark.here");
    if (mark === null) return;
    shown = location.href;
    if (mark.getBoundingClientRect().bottom > innerHeight) mark.scrollIntoView({ block: "center" });
  };
  new MutationObserver(show).observe(document.documentElement, { subtree: true, childList: true });
})();
