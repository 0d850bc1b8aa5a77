// A plain link to a page of ours is followed within the app: the app stays loaded, as when one of its own is clicked.
(() => {
  "use strict";
  const PAGE = /^\/[a-z]*$/;

  addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!link || link.target === "_blank" || link.hasAttribute("download") || link.closest("[data-testid='stPageLink']")) return;
    const address = new URL(link.href, location.href);
    if (address.origin !== location.origin || !PAGE.test(address.pathname)) return;
    if (address.pathname === location.pathname && address.search === location.search && address.hash) return;
    event.preventDefault();
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
  });
})();
