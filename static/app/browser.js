// Tells the server how this browser draws, in a cookie that is there before the first session begins: told later, by a
// part of the page, it would run the page again, and throw back whoever was just leaving it.
(() => {
  "use strict";
  const NAME = "ecoledger_browser";
  const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

  const readGraphics = () => {
    const gl = document.createElement("canvas").getContext("webgl2");
    if (!gl) return "none";
    const info = gl.getExtension("WEBGL_debug_renderer_info");
    const renderer = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
    gl.getExtension("WEBGL_lose_context")?.loseContext();
    return SOFTWARE.test(renderer) ? "slow" : "fast";
  };

  const said = document.cookie.split("; ").find((pair) => pair.startsWith(`${NAME}=`));
  const graphics = said?.slice(NAME.length + 1).split(".")[0] || readGraphics();  // asked once a browser: it takes time
  const tell = () => { document.cookie = `${NAME}=${graphics}.${innerWidth}; path=/; samesite=strict`; };
  tell();
  addEventListener("resize", tell, { passive: true });  // for the next session
})();
