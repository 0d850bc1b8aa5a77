// Shows the map that the server has drawn, tells the server which area was chosen,
// and how well this browser can draw with its graphics card.

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

function readGraphics() {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return "none";
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  const renderer = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return SOFTWARE.test(renderer) ? "slow" : "fast";
}

let graphics;

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  graphics ??= readGraphics();
  let box = parentElement.querySelector(".map");
  if (!box) {
    box = document.createElement("div");
    box.className = "map";
    box.style.containerType = "inline-size";
    parentElement.append(box);
  }
  // In steps, so that a scroll bar that comes and goes is no news.
  const width = Math.max(Math.round(box.clientWidth / 60) * 60, 240);
  const browser = `${graphics} ${width}`;
  if (browser !== data.browser) setStateValue("browser", browser);
  if (box.drawn !== data.svg) {
    box.innerHTML = data.svg;
    box.drawn = data.svg;
  }
  box.onclick = (event) => {
    const area = event.target.closest("[data-adcode]");
    if (!area) return;
    event.preventDefault();
    setTriggerValue("place", area.dataset.adcode);
  };
}
