// How the reader wants the app: language, light or dark, size of type. Runs before anything else of the page: the
// server reads the cookie when a session begins, and the app asks the browser for its language and its scheme.
(() => {
  "use strict";
  const NAME = "ecoledger_looks";
  const YEAR = 365 * 24 * 3600;
  const KINDS = { language: ["zh", "en"], scheme: ["auto", "light", "dark"], size: ["normal", "large"] };
  const LOCALES = { zh: "zh-CN", en: "en-GB" };
  const root = document.documentElement;

  const pick = (kind, word) => (KINDS[kind].includes(word) ? word : KINDS[kind][0]);
  const read = () => {
    const said = document.cookie.split("; ").find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? "";
    const [language, scheme, size] = said.split(".");
    return { language: pick("language", language), scheme: pick("scheme", scheme), size: pick("size", size) };
  };
  const looks = read();
  // A link may name its language; what it names is kept like a choice.
  const address = new URL(location.href);
  if (address.searchParams.has("lang")) {
    looks.language = pick("language", address.searchParams.get("lang"));
    address.searchParams.delete("lang");
    history.replaceState(history.state, "", address);
  }

  const QUERY = /^\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)\s*$/;
  const ask = matchMedia.bind(window);
  const system = ask("(prefers-color-scheme: dark)");
  let printing = false;
  const shown = () => {
    if (printing) return "light";
    return looks.scheme === "auto" ? (system.matches ? "dark" : "light") : looks.scheme;
  };

  // The app follows the system's wish while it runs: here the reader's choice stands for it.
  const askers = new Set();
  window.matchMedia = (query) => {
    const wanted = QUERY.exec(query)?.[1];
    if (wanted === undefined) return ask(query);
    const answer = new EventTarget();
    Object.defineProperties(answer, {
      matches: { get: () => shown() === wanted },
      media: { value: query },
      onchange: { value: null, writable: true },
      addListener: { value: (listener) => answer.addEventListener("change", listener) },
      removeListener: { value: (listener) => answer.removeEventListener("change", listener) },
    });
    askers.add(answer);
    return answer;
  };

  const tell = () => {
    document.cookie = `${NAME}=${looks.language}.${looks.scheme}.${looks.size}.${shown()}; path=/; max-age=${YEAR}; samesite=strict`;
    root.lang = LOCALES[looks.language];
    root.dataset.language = looks.language;
    root.dataset.scheme = shown();
    root.dataset.size = looks.size;
    root.style.colorScheme = shown();
  };
  const turn = () => {
    const was = root.dataset.scheme;
    tell();
    if (root.dataset.scheme === was) return;
    for (const answer of askers) {
      const event = new Event("change");
      event.matches = answer.matches;
      answer.dispatchEvent(event);
      answer.onchange?.(event);
    }
    repaint();
  };
  // Charts and maps come from the server in colours of their own: it is asked for those of the other scheme.
  const SOON = 60;
  const repaint = () => {
    setTimeout(() => document.querySelector(".st-key-repaint button")?.click(), SOON);
  };
  tell();
  system.addEventListener("change", () => { if (looks.scheme === "auto") turn(); });
  addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("button[data-look]")) {
      const [kind, word] = button.dataset.look.split(".");
      button.setAttribute("aria-pressed", String(looks[kind] === word));
    }
  });

  // The choices close like any menu.
  const choices = () => document.querySelector(".tools details[open]");
  addEventListener("click", (event) => {
    if (choices()?.contains(event.target) === false) choices().open = false;
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || choices() === null) return;
    const open = choices();
    open.open = false;
    open.querySelector("summary").focus();
  });

  // Calendars and numbers follow the language of the app, not that of the browser.
  const locale = LOCALES[looks.language];
  Object.defineProperty(Navigator.prototype, "language", { get: () => locale, configurable: true });
  Object.defineProperty(Navigator.prototype, "languages", { get: () => [locale], configurable: true });
  // What the app itself once kept of its scheme would go before the choice made here.
  for (const key of Object.keys(localStorage)) if (key.startsWith("stActiveTheme")) localStorage.removeItem(key);

  // Words come from the server, which reads the cookie as a session begins: so a choice loads the page anew.
  addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-look]") : null;
    if (button === null) return;
    const [kind, word] = button.dataset.look.split(".");
    if (!(kind in KINDS) || looks[kind] === word) return;
    looks[kind] = pick(kind, word);
    tell();
    location.reload();
  });

  // Paper is white and narrow: before it prints, the app turns light and as wide as the sheet. Charts are drawn by the
  // server and grow by themselves, so both need a moment.
  const MOMENT = 900;
  const print = async () => {
    if (printing) return;
    printing = true;
    root.dataset.printing = "";
    turn();
    dispatchEvent(new Event("resize"));
    await new Promise((done) => { setTimeout(done, MOMENT); });
    window.print();
  };
  addEventListener("afterprint", () => {
    if (!printing) return;
    printing = false;
    delete root.dataset.printing;
    turn();
    dispatchEvent(new Event("resize"));
  });
  addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("button[data-print]") !== null) print();
  });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "p") {
      event.preventDefault();
      print();
    }
  });
})();
