/**
 * Holds which skills are picked and which one is under the pointer, for the whole page, and the skills' names.
 *
 * If none is picked, all are shown. `watch(f)` calls f at once and after every change; it returns a function that stops
 * this.
 */
export function createStore({ kind, names, labels }) {
  const count = labels.length;
  const noun = { discrete: ["skill", "skills"], single: ["policy", "policies"] }[kind] ?? ["draw of z", "draws of z"];
  let picked = new Set();
  let hovered = null;
  const watchers = new Set();
  const tell = () => watchers.forEach((f) => f());
  const store = {
    count,
    kind,
    /** Names a skill in short: 3, (0.60, 0.80). */
    name: (skill) => names[skill],
    /** Names a skill as a noun: skill 3, z = (0.60, 0.80), the policy. */
    label: (skill) => labels[skill],
    /** Names a number of skills: 10 skills, 64 draws of z. */
    counted: (n) => `${n} ${noun[n === 1 ? 0 : 1]}`,
    get picked() {
      return [...picked].sort((a, b) => a - b);
    },
    get hovered() {
      return hovered;
    },
    /** Whether a skill is drawn in full strength now. */
    shows(skill) {
      if (hovered !== null) return skill === hovered;
      return !picked.size || picked.has(skill);
    },
    has: (skill) => picked.has(skill),
    pick(skills) {
      const next = new Set(skills);
      if (next.size === count) next.clear();
      if (next.size === picked.size && [...next].every((z) => picked.has(z))) return;
      picked = next;
      tell();
    },
    toggle(skill) {
      const next = new Set(picked);
      if (!next.delete(skill)) next.add(skill);
      store.pick(next);
    },
    hover(skill) {
      if (skill === hovered) return;
      hovered = skill;
      tell();
    },
    watch(f) {
      watchers.add(f);
      f();
      return () => watchers.delete(f);
    },
  };
  return store;
}
