"""A run's config: the common settings, and those that its objective and its agent declare.

Fields are flat, as flags and config.json have them. A field of another objective or agent than the
run's is refused by name.
"""

import dataclasses
import functools
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from diayn_jax import agents, envs, external, objectives, skills
from diayn_jax.config import (
    AUTO,
    CATEGORICAL,
    FITTED,
    NO_SKILLS,
    OF_REPLAY,
    PRESETS,
    Config,
    ConfigError,
    Field,
    check_field,
    closest_matches,
    coerce,
    show,
    with_default,
)


def config_type(objective: str = Config.objective, agent: str = Config.agent) -> type[Config]:
    """The class of the configs of an objective and an agent.

    Raises:
      ConfigError: there is no such objective or agent.
    """
    return _composed(objectives.spec(objective).settings, agents.spec(agent).settings)


@functools.cache
def _composed(of_objective: type, of_agent: type) -> type[Config]:
    taken: dict[str, type] = {}
    for settings in (Config, of_objective, of_agent):
        for f in dataclasses.fields(settings):
            if f.name in taken:
                raise TypeError(
                    f"{settings.__name__} and {taken[f.name].__name__} both declare the setting {f.name}."
                )
            taken[f.name] = settings
    # The first base comes last among the fields.
    bases = (of_agent, of_objective, Config)
    return dataclasses.make_dataclass("Config", [], bases=bases, frozen=True, kw_only=True)


def fields_of(objective: str = Config.objective, agent: str = Config.agent) -> dict[str, Field]:
    """The fields of such a config by name, with their metadata."""
    return {f.name: f for f in config_type(objective, agent).own_fields()}


def all_fields(objective: str = Config.objective, agent: str = Config.agent) -> dict[str, Field]:
    """The fields of every config: of all objectives and agents in the tables, and of these two."""
    found = {f.name: f for f in dataclasses.fields(Config)}
    of_objectives = [*objectives.OBJECTIVES.values(), objectives.spec(objective)]
    of_agents = [*agents.AGENTS.values(), agents.spec(agent)]
    declared = [spec.settings for spec in of_objectives] + [spec.settings for spec in of_agents]
    for settings in declared:
        found |= {f.name: f for f in dataclasses.fields(settings)}
    return found


def owner(name: str) -> str:
    """Whose setting a field is, as a flag: `--objective=diayn`; empty where it is in every config."""
    declared = {f"--objective={key}": spec.settings for key, spec in objectives.OBJECTIVES.items()}
    declared |= {f"--agent={key}": spec.settings for key, spec in agents.AGENTS.items()}
    for flag, settings in declared.items():
        if name in {f.name for f in dataclasses.fields(settings)}:
            return flag
    return ""


def make_config(
    overrides: Mapping[str, Any] | None = None,
    *,
    env_defaults: Mapping[str, Any] | None = None,
    device: str = "cpu",
    **fields: Any,
) -> Config:
    """The config of a preset with overrides.

    What is given wins over the objective's and agent's defaults, which win over the environment's, which
    win over the preset's. `paper` is a publication's as a whole, and wins over the environment's. Epochs,
    and on `gpu` the warm-up, may be shorter than these say, where the run is short and they are not given.
    An epoch that is given is as long as the run at most.

    Args:
      overrides, fields: what was given for this run.
      env_defaults: the environment's own choices; those of other objectives and agents are passed over.
      device: `cpu` or `gpu`, for `preset=auto`.

    Raises:
      ConfigError: an unknown field, one of another objective or agent, or a value out of bounds.
    """
    explicit = {**(overrides or {}), **fields}
    _check_parts(explicit)
    objective = explicit.get("objective", Config.objective)
    # An environment with discrete actions brings an agent that takes them.
    agent = explicit.get("agent", (env_defaults or {}).get("agent", Config.agent))
    cls = config_type(objective, agent)
    known = fields_of(objective, agent)
    _refuse_foreign(explicit, known, objective, agent)
    preset = explicit.get("preset", AUTO)
    check_field(known["preset"], preset)
    if preset == AUTO:
        preset = device
    _check_preset(preset, objective)
    env, backend = (explicit.get(name, getattr(Config, name)) for name in ("env", "backend"))
    defaults = _defaults(env, backend, env_defaults or {}, objective, agent, preset)
    merged = defaults | explicit
    merged |= {"preset": preset, **_resolved_skills(merged, explicit, objective)}
    try:
        config = cls(**merged)
    except ConfigError as error:
        raise with_default(error, {name: show(value) for name, value in defaults.items()}) from None
    default_steps = defaults.get("num_env_steps", Config.num_env_steps)
    fitted = FITTED if preset == "gpu" else {"epoch_steps"} if config.num_env_steps < default_steps else set()
    return _fitted(config, fitted - set(explicit))


def usual_config(config: Config, **given: Any) -> Config:
    """The config of a run of which only environment, backend, objective, agent and preset were given.

    Args:
      config: of the run that has these.
      given: what was given beside them.
    """
    try:
        env_defaults = envs.defaults(config.env)
    except ConfigError:
        env_defaults = {}  # an environment of one's own that is not to be had here
    preset = config.preset if config.preset in PRESETS else "cpu"
    given |= {name: getattr(config, name) for name in ("env", "backend", "objective", "agent")}
    given |= {"preset": preset}
    usual = make_config(given, env_defaults=env_defaults)
    # The preset itself never counts as changed.
    return dataclasses.replace(usual, preset=config.preset)


def _defaults(
    env: str, backend: str, env_defaults: Mapping[str, Any], objective: str, agent: str, preset: str
) -> dict[str, Any]:
    """Defaults of a run that are not those of the fields' declarations.

    Raises:
      ConfigError: a default of what is no field at all.
    """
    spec = objectives.spec(objective)
    layers: list[tuple[str, Mapping[str, Any]]] = [
        (f"--preset={preset}", PRESETS[preset]),
        (f"--env={env}", env_defaults),
    ]
    if preset == "paper":
        layers.reverse()
    layers += [
        (f"--agent={agent}", agents.spec(agent).defaults),
        (f"--agent={agent}", agents.spec(agent).preset_defaults.get(preset, {})),
        (f"--objective={objective}", spec.defaults),
        (f"--objective={objective}", spec.env_defaults.get(env, {})),
        (f"--objective={objective}", spec.env_defaults.get(f"{env}:{backend}", {})),
        (f"--agent={agent}", agents.spec(agent).needs),
    ]
    return _merged(layers, fields_of(objective, agent), all_fields(objective, agent))


def defaults_in_words(given: Mapping[str, str]) -> dict[str, str]:
    """The defaults of a run's fields as text, by name.

    Args:
      given: what was given of `env`, `backend`, `objective`, `agent` and `preset`, as text.

    Returns:
      A default that depends on the device is `256, or 2048 on an accelerator`. {} where one of the given
      texts is refused.
    """
    try:
        env = envs.canonical(given.get("env", Config.env))
        env_defaults = envs.defaults(env)
        objective = given.get("objective", Config.objective)
        agent = given.get("agent", env_defaults.get("agent", Config.agent))
        presets = [given["preset"]] if given.get("preset") in PRESETS else ["cpu", "gpu"]
        backend = given.get("backend", Config.backend)
        defaults = [_defaults(env, backend, env_defaults, objective, agent, preset) for preset in presets]
        fields = fields_of(objective, agent)
    except ConfigError:
        return {}
    words = {}
    for name, field in fields.items():
        each = list(dict.fromkeys(show(own.get(name, field.default)) for own in defaults))
        words[name] = each[0] if len(each) == 1 else f"{each[0]}, or {each[1]} on an accelerator"
    return words


def _merged(
    layers: Sequence[tuple[str, Mapping[str, Any]]], known: Collection[str], every: Collection[str]
) -> dict[str, Any]:
    """Defaults of presets, environments, agents and objectives by name; later ones win.

    Those of `every` field that are not `known` to this run suit another objective, and are left out.

    Raises:
      ConfigError: a default of what is no field at all.
    """
    merged: dict[str, Any] = {}
    for whose, layer in layers:
        for name, value in layer.items():
            if name not in every:
                raise ConfigError(
                    f"a default of {whose}: --{name}: there is no such field.{closest_matches(name, every)}"
                )
            if name in known:
                merged[name] = value
    return merged


def _refuse_foreign(
    explicit: Mapping[str, Any], known: Mapping[str, Field], objective: str, agent: str
) -> None:
    for name in explicit:
        if name in known:
            continue
        whose = owner(name)
        if name in OF_REPLAY:
            raise ConfigError(
                f"--{name} is of learning from a replay, and --agent={agent} learns from its last rollout. "
                "Leave it out."
            )
        if whose:
            kind = whose.removeprefix("--").split("=")[0]
            own = {"objective": objective, "agent": agent}[kind]
            raise ConfigError(
                f"--{name} is a setting of {whose}, and this run has --{kind}={own}. Leave it out, or "
                f"take {whose}."
            )
        raise ConfigError(f"--{name}: there is no such field.{closest_matches(name, known)}")


def _check_preset(preset: str, objective: str) -> None:
    if preset == "paper" and objective != "diayn":
        raise ConfigError(
            f"--preset=paper is the DIAYN paper's, and this run has --objective={objective}. Leave one out."
        )


def _resolved_skills(
    merged: Mapping[str, Any], explicit: Mapping[str, Any], objective: str
) -> dict[str, str]:
    """`skills` and `skill_sampling` where they are auto.

    Raises:
      ConfigError: skills that the objective does not take, or a number of what cannot be counted.
    """
    spec = objectives.spec(objective)
    name = merged.get("skills", AUTO)
    if name == AUTO:
        counted = "num_skills" in explicit and (spec.skill_kinds is None or CATEGORICAL in spec.skill_kinds)
        name = CATEGORICAL if counted else spec.skills
    kind = _checked_kind(name, objective)
    if "num_skills" in explicit and kind != CATEGORICAL:
        given = f"--num_skills={explicit['num_skills']}"
        if explicit.get("skills", AUTO) == AUTO:
            has = "no skills" if kind == NO_SKILLS else f"skills of {name}, which have no number"
            raise ConfigError(f"{given}: --objective={objective} has {has}. Leave --num_skills out.")
        raise ConfigError(f"{given}: --skills={name} has no number of skills. Leave one of the two out.")
    sampling = merged.get("skill_sampling", AUTO)
    if sampling == AUTO:
        sampling = "tiled" if kind in (CATEGORICAL, NO_SKILLS) else "resampled"
    return {"skills": name, "skill_sampling": sampling}


def _checked_kind(name: str, objective: str) -> str:
    """The kind of the skills of that name; raises `ConfigError` where the objective does not take them."""
    spec, (kind, _) = objectives.spec(objective), skills.kind_and_size(name)
    if spec.skill_kinds is not None and kind not in spec.skill_kinds:
        raise ConfigError(
            f"--skills={name}: --objective={objective} takes {' | '.join(spec.skill_kinds)}. Leave --skills "
            f"out for {spec.skills}."
        )
    return kind


def fields_for(saved: Mapping[str, Any], explicit: Mapping[str, Any]) -> dict[str, Any]:
    """What a run with `explicit` takes of a saved config's fields, with `explicit` on top.

    Left out are the settings of an objective or agent that `explicit` replaces, an objective's skills with
    them, and the number of skills that have none.
    """
    fields = {**saved, **explicit}
    objective, agent = fields.get("objective", Config.objective), fields.get("agent", Config.agent)
    known = fields_of(objective, agent)
    dropped = {name for name in saved if name not in known}
    if objective != saved.get("objective", Config.objective):
        dropped |= {"skills", "skill_sampling", "num_skills"}
    fields = {name: value for name, value in fields.items() if name in explicit or name not in dropped}
    name = fields.get("skills", AUTO)
    if "num_skills" not in explicit and name != AUTO and skills.kind_and_size(name)[0] != CATEGORICAL:
        fields.pop("num_skills", None)
    return fields


def without_skills(config: Config) -> Config:
    """The config of a run on the environment's own reward whose policy sees and does as this one's."""
    fields = fields_for(dataclasses.asdict(config), {"objective": "task"})
    fields |= {"skills": NO_SKILLS, "skill_sampling": "tiled"}
    return config_type("task", config.agent)(**fields)


def make_skills(config: Config) -> skills.SkillSpace:
    """The skill space of a config."""
    return skills.make_skills(config.skills, config.num_skills)


def _fitted(config: Config, names: Collection[str]) -> Config:
    """A config of which the fields of these names, epochs or warm-up, are a twentieth of the run at most.

    An epoch is never longer than the run.

    A run is evaluated twenty times, and a long epoch goes on past its end. What suits twenty
    million steps on 2048 environments (`gpu`) is more than small worlds have in all; elsewhere it
    is a run shorter than its preset and environment say whose epochs would be too long.
    """
    iteration = config.num_envs * config.rollout_length
    most = max(iteration, config.num_env_steps // 20)
    shorter: dict[str, Any] = {name: min(getattr(config, name), most) for name in names}
    # Nobody wants an epoch that goes on past the run, though it is given.
    shorter.setdefault("epoch_steps", min(config.epoch_steps, max(iteration, config.num_env_steps)))
    return dataclasses.replace(config, **shorter)


def to_json(config: Config) -> dict[str, Any]:
    """The config as JSON types (tuples become lists)."""
    return json.loads(json.dumps({f.name: getattr(config, f.name) for f in config.own_fields()}))


# Fields that may name code, and whether a name does.
_NAMES_CODE: Mapping[str, Callable[[str], bool]] = {
    "env": envs.names_module,
    "objective": external.is_external,
    "agent": external.is_external,
}


def trust(fields: Mapping[str, Any]) -> None:
    """Has files of this process name the code that these fields name, for they are not a file's.

    Raises:
      ConfigError: an environment, objective or agent that is no text.
    """
    _check_parts(fields)
    external.trust(_named_code(fields))


def _check_parts(fields: Mapping[str, Any]) -> None:
    """Checks the fields that say what a run is made of, by which all others are understood."""
    for name in _NAMES_CODE:
        check_field(Config.__dataclass_fields__[name], fields.get(name, getattr(Config, name)))


def _named_code(fields: Mapping[str, Any]) -> dict[str, str]:
    return {flag: fields[flag] for flag, is_code in _NAMES_CODE.items() if is_code(fields.get(flag, ""))}


def from_json(data: Mapping[str, Any], *, trust: bool = False) -> Config:
    """The inverse of `to_json`; fields that a newer version has added take their defaults.

    Args and errors are those of `fields_from_json`.
    """
    fields = fields_from_json(data, trust=trust)
    objective, agent = fields.get("objective", Config.objective), fields.get("agent", Config.agent)
    _refuse_foreign(fields, fields_of(objective, agent), objective, agent)
    if "skills" in fields and fields["skills"] != AUTO:
        _checked_kind(fields["skills"], objective)
    return config_type(objective, agent)(**fields)


def fields_from_json(data: Mapping[str, Any], *, trust: bool = False) -> dict[str, Any]:
    """The fields that stand in a config as JSON types, and no others.

    All that a file says of a run comes in here, so this is the one place that keeps it from running code.

    Args:
      data: what stands in a file.
      trust: code that it names may be imported, now and later in this process.

    Raises:
      ConfigError: a field that this version does not know, or a value that it does not take.
      UntrustedCodeError: it names code that nobody has asked for; nothing is imported.
    """
    _check_parts(data)
    named = _named_code(data)
    if trust:
        external.trust(named)
    external.check_trusted(named)
    known = all_fields(data.get("objective", Config.objective), data.get("agent", Config.agent))
    unknown = sorted(set(data) - set(known))
    if unknown:
        raise ConfigError(
            f"the config has fields that this version does not know: {', '.join(unknown)}. "
            "Use the version that wrote it, or take them out."
        )
    fields = {name: coerce(known[name], value) for name, value in data.items()}
    for name, value in fields.items():
        check_field(known[name], value)
    return fields
