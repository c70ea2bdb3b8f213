/**
 * Makes the colours of skills, which follow the theme: for canvases an array that is refilled when the theme changes, and
 * `skillColour` for everything else inside `element`. Make it before anything that uses it, so that it is told of a
 * change of theme first.
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

/** Returns a skill's colour for CSS and SVG. */
export function skillColour(skill) {
  return `var(--skill-${skill})`;
}
