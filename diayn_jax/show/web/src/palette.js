/**
 * The colours of skills, which follow the theme: an array that is filled anew whenever it changes, for canvases, and
 * `skillColour` for all else inside `element`. Make it before what draws by it, so that it hears of a change first.
 */
export function palette(light, dark, element = document.documentElement) {
  const colours = [];
  const fill = () => {
    const now = getComputedStyle(document.documentElement).colorScheme === "dark" ? dark : light;
    now.forEach((colour, skill) => {
      colours[skill] = colour;
      element.style.setProperty(`--skill-${skill}`, colour);
    });
  };
  fill();
  window.addEventListener("themechange", fill);
  return colours;
}

/** A skill's colour in CSS and SVG. */
export function skillColour(skill) {
  return `var(--skill-${skill})`;
}
