/** Makes an element: h("p", { class: "note" }, "text", child). Attributes that are null or false are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") element.style.cssText = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Makes an SVG element in the same way. */
export function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity));
  return element;
}

/** Calls draw(width) now and whenever the element's width changes; returns a function that stops this. */
export function onWidth(element, draw) {
  let last = 0;
  const watcher = new ResizeObserver(() => {
    const width = Math.floor(element.clientWidth);
    if (width > 0 && width !== last) draw((last = width));
  });
  watcher.observe(element);
  return () => watcher.disconnect();
}

/** Returns a colour of the page by its CSS variable, for canvases. */
export function ink(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Makes a canvas of a size in CSS pixels, sharp on any screen, and its context in these pixels. */
export function canvas(width, height) {
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  const element = h("canvas", { style: `width:${width}px;height:${height}px` });
  element.width = Math.round(width * ratio);
  element.height = Math.round(height * ratio);
  // The CPU draws, because without a graphics card a GPU context takes seconds for a thousand thin lines.
  const context = element.getContext("2d", { willReadFrequently: true });
  context.scale(ratio, ratio);
  return [element, context];
}

/** Makes a note that follows the pointer inside `element`. */
export function tooltip(element) {
  const box = h("div", { class: "tip", "aria-hidden": "true", hidden: true });
  element.append(box);
  return {
    show(x, y, text) {
      box.textContent = text;
      box.hidden = false;
      const left = Math.min(Math.max(x + 14, 0), Math.max(element.clientWidth - box.offsetWidth, 0));
      const above = y - box.offsetHeight - 10;
      box.style.transform = `translate(${left}px, ${above < 0 ? y + 18 : above}px)`;
    },
    hide() {
      box.hidden = true;
    },
  };
}

/** Makes Plot's chart a picture for screen readers: the label of the element around it describes it. */
export function silent(plot) {
  plot.setAttribute("aria-hidden", "true");
  return plot;
}
