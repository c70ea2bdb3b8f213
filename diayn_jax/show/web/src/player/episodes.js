/**
 * Chooses which recorded episodes are played: one of each skill, for the chosen checkpoint and take.
 *
 * Returns { skills, takes, stages (the checkpoints, earliest first, each with its step and its recording), steps,
 * index(skill), episode(skill), all(), take, stage }; `take` and `stage` may be set.
 */
export function episodesOf(payload) {
  const stages = [{ step: payload.step ?? null, ...payload }, ...(payload.earlier ?? [])].sort((a, b) => a.step - b.step);
  const bySkill = new Map();
  payload.episodes.forEach(({ skill }, i) => bySkill.set(skill, [...(bySkill.get(skill) ?? []), i]));
  const takes = Math.max(...[...bySkill.values()].map((list) => list.length));
  const own = stages.findIndex((each) => each.kind); // the page's own checkpoint
  let [take, stage] = [0, own];
  const all = () => stages[stage].episodes;
  const index = (skill) => {
    const list = bySkill.get(skill);
    return list[Math.min(take, list.length - 1)];
  };
  return {
    skills: [...bySkill.keys()],
    has: (skill) => bySkill.has(skill),
    takes,
    stages,
    own,
    steps: payload.steps,
    all,
    index,
    episode: (skill) => all()[index(skill)],
    get take() {
      return take;
    },
    set take(chosen) {
      take = Math.min(chosen, takes - 1);
    },
    get stage() {
      return stage;
    },
    set stage(chosen) {
      stage = chosen;
    },
  };
}
