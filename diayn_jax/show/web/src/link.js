/** Links into a page: #skill=3,5&step=120. */

/** Reads { skills, step } from the address, each null if it is missing; null if the address is no such link. */
export function readLink(count) {
  const given = new URLSearchParams(location.hash.slice(1));
  if (!given.has("skill") && !given.has("step")) return null;
  const wholeNumber = (text) => (/^\d+$/.test(text) ? Number(text) : NaN);
  const skills = (given.get("skill") ?? "").split(",").map(wholeNumber).filter((z) => z < count);
  const step = wholeNumber(given.get("step") ?? "");
  return { skills: skills.length ? skills : null, step: Number.isNaN(step) ? null : step };
}

/** Writes what is shown into the address, so that the reader can share it. */
export function writeLink({ skills, step }) {
  const parts = [skills.length ? `skill=${skills.join(",")}` : "", step === null ? "" : `step=${step}`].filter(Boolean);
  if (!parts.length && !readLink(Infinity)) return;
  try {
    history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : "#");
  } catch {
    // A page within another one, as in a notebook, has no address of its own.
  }
}
