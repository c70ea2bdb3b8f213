"""Makes a run's config from the common settings and the settings of its objective and its agent.

Fields are not nested, as in flags and config.json. A field of an objective or agent that the run does not
have is rejected by name.
"""

import dataclasses
import functools
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

from diayn_jax import agents, envs, external, objectives, skills, symmetry
from diayn_jax.config import (
    AUTO,
    CATEGORICAL,
    DIRICHLET,
    FITTED,
    NO_SKILLS,
    NO_SYMMETRY,
    OF_REPLAY,
    OF_WANDB,
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
from diayn_jax.skills.priors import moves, with_prior


def config_type(objective: str = Config.objective, agent: str = Config.agent) -> type[Config]:
    """Returns the config class for an objective and an agent.

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
    # A dataclass orders the fields of its bases from the last base to the first.
    bases = (of_agent, of_objective, Config)
    return dataclasses.make_dataclass("Config", [], bases=bases, frozen=True, kw_only=True)


def fields_of(objective: str = Config.objective, agent: str = Config.agent) -> dict[str, Field]:
    """Returns the fields of the config of an objective and an agent by name, with their metadata."""
    return {f.name: f for f in config_type(objective, agent).own_fields()}


def all_fields(objective: str = Config.objective, agent: str = Config.agent) -> dict[str, Field]:
    """Returns the fields of all objectives and agents in the tables and of these two, by name."""
    of_objectives = [*objectives.OBJECTIVES.values(), objectives.spec(objective)]
    of_agents = [*agents.AGENTS.values(), agents.spec(agent)]
    declared = [Config, *(spec.settings for spec in of_objectives), *(spec.settings for spec in of_agents)]
    return {f.name: f for settings in declared for f in dataclasses.fields(settings)}


def owners(name: str) -> tuple[str, tuple[str, ...]]:
    """Returns whether objectives or agents declare a field, `objective` or `agent`, and their names.

    The names are () for a field that every config has.
    """
    tables: dict[str, Mapping[str, Any]] = {"objective": objectives.OBJECTIVES, "agent": agents.AGENTS}
    for kind, table in tables.items():
        found = [
            key for key, row in table.items() if name in {f.name for f in dataclasses.fields(row.settings)}
        ]
        if found:
            return kind, tuple(found)
    return "", ()


def make_config(
    overrides: Mapping[str, Any] | None = None,
    *,
    env_defaults: Mapping[str, Any] | None = None,
    device: str = "cpu",
    **fields: Any,
) -> Config:
    """Makes a run's config from a preset and overrides.

    Given values take precedence over the defaults of the objective and agent. These take precedence over the
    environment's defaults, and these over the preset's. The preset `paper` is the exception: it takes
    precedence over the environment's defaults. In a short run, epochs (and with the `gpu` preset also the
    warm-up) are shortened unless they are given. A given epoch is at most as long as the run.

    Args:
      overrides, fields: values given for this run.
      env_defaults: the environment's defaults; fields of other objectives and agents are ignored.
      device: `cpu` or `gpu`, for `preset=auto`.

    Raises:
      ConfigError: a field is unknown or belongs to another objective or agent, or a value is out of bounds.
    """
    explicit = {**(overrides or {}), **fields}
    _check_parts(explicit)
    objective = explicit.get("objective", Config.objective)
    env, backend = (explicit.get(name, getattr(Config, name)) for name in ("env", "backend"))
    agent = explicit.get("agent", default_agent(env, objective, env_defaults or {}))
    cls = config_type(objective, agent)
    known = fields_of(objective, agent)
    _refuse_foreign(explicit, known, objective, agent)
    preset = explicit.get("preset", AUTO)
    check_field(known["preset"], preset)
    if preset == AUTO:
        preset = device
    if preset == "paper" and objective != "diayn":
        raise ConfigError(
            f"--preset=paper is the DIAYN paper's, and this run has --objective={objective}. Leave one out."
        )
    kind = _Kind(env, backend, objective, agent, preset, bool(explicit.get("choose_from")))
    idle = agents.spec(agent).idle(explicit)
    defaults = {name: x for name, x in _defaults(kind, env_defaults or {}).items() if name not in idle}
    merged = defaults | explicit
    merged |= {"preset": preset, **_resolved_skills(merged, explicit, objective)}
    try:
        config = cls(**merged)
    except ConfigError as error:
        raise with_default(error, {name: show(value) for name, value in defaults.items()}) from None
    following = agents.spec(agent).following(config)
    following = {name: value for name, value in following.items() if name not in explicit}
    config = dataclasses.replace(config, symmetry=_resolved_symmetry(config), **following)
    default_steps = defaults.get("num_env_steps", Config.num_env_steps)
    fitted = FITTED if preset == "gpu" else {"epoch_steps"} if config.num_env_steps < default_steps else set()
    return _fitted(config, fitted - set(explicit))


def default_agent(env: str, objective: str, env_defaults: Mapping[str, Any]) -> str:
    """Returns the default agent: that of the objective in this environment, or else the environment's own.

    Environments with discrete actions have their own.
    """
    of_both = objectives.spec(objective).env_defaults.get(env, {})
    return of_both.get("agent", env_defaults.get("agent", Config.agent))


def usual_config(config: Config, **given: Any) -> Config:
    """Returns the default config of a run with the same environment, backend, objective, agent and preset.

    Its other defaults are those for the same kind of actions. `given` has values for other fields.
    """
    try:
        env_defaults = envs.defaults(config.env)
    except ConfigError:
        env_defaults = {}  # a user's own environment that cannot be imported here
    preset = config.preset if config.preset in PRESETS else "cpu"
    given |= {name: getattr(config, name) for name in ("env", "backend", "objective", "agent", "choose_from")}
    given |= {"preset": preset}
    usual = make_config(given, env_defaults=env_defaults)
    # The preset itself never counts as changed, and a run to choose from always does.
    return dataclasses.replace(usual, preset=config.preset, choose_from=Config.choose_from)


class _Kind(NamedTuple):
    """What the defaults of a run depend on, besides the environment's own."""

    env: str
    backend: str
    objective: str
    agent: str
    preset: str
    chooses: bool  # whether actions are skills (`choose_from`)


def _defaults(kind: _Kind, env_defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the defaults of a run that differ from those in the fields' declarations.

    Raises:
      ConfigError: a default is for an unknown field.
    """
    parts = kind.objective, kind.agent
    return _merged(_layers(kind, env_defaults), fields_of(*parts), all_fields(*parts))


def _layers(kind: _Kind, env_defaults: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Returns the defaults by the flag that they belong to; later ones take precedence.

    An agent's defaults in an environment suit that environment's own actions alone.
    """
    env, backend, objective, agent, preset, chooses = kind
    spec = objectives.spec(objective)
    of_agent = {} if chooses else spec.env_defaults
    layers: list[tuple[str, Mapping[str, Any]]] = [
        (f"--preset={preset}", PRESETS[preset]),
        (f"--env={env}", env_defaults),
    ]
    if preset == "paper":
        layers.reverse()
    return [
        *layers,
        (f"--agent={agent}", agents.spec(agent).defaults),
        (f"--agent={agent}", agents.spec(agent).preset_defaults.get(preset, {})),
        (f"--objective={objective}", spec.defaults),
        (f"--objective={objective}", spec.env_defaults.get(env, {})),
        (f"--objective={objective}", of_agent.get(f"{env}/{agent}", {})),
        (f"--objective={objective}", of_agent.get(f"{env}/{agent}/{preset}", {})),
        (f"--objective={objective}", spec.env_defaults.get(f"{env}:{backend}", {})),
        (f"--objective={objective}", of_agent.get(f"{env}/{agent}:{backend}", {})),
        (f"--agent={agent}", agents.spec(agent).needs),
    ]


def sources(config: Config, explicit: Collection[str], env_defaults: Mapping[str, Any]) -> dict[str, str]:
    """Returns where the value of each field comes from, by name.

    Args:
      config: a config of `make_config`.
      explicit: the names of the fields that were given.
      env_defaults: the environment's defaults.

    Returns:
      `given`; the flag whose default it is, such as `--env=ant`; `default`; or `fitted to the run`, for what
      follows from other fields.
    """
    known = fields_of(config.objective, config.agent)
    kind = _Kind(
        config.env, config.backend, config.objective, config.agent, config.preset, bool(config.choose_from)
    )
    found = {name: ("default", field.default) for name, field in known.items()}
    for whose, layer in _layers(kind, env_defaults):
        found |= {name: (whose, value) for name, value in layer.items() if name in known}
    return {
        name: "given"
        if name in explicit
        else source
        if getattr(config, name) == value
        else "fitted to the run"
        for name, (source, value) in found.items()
    }


def defaults_in_words(given: Mapping[str, str]) -> dict[str, str]:
    """Returns the defaults of a run's fields as text, by name; {} if a given value is not allowed.

    `given` may have values of `env`, `backend`, `objective`, `agent`, `preset` and `choose_from` as text. A
    default that depends on the device reads `256, or 2048 on an accelerator`.
    """
    try:
        env = envs.canonical(given.get("env", Config.env))
        env_defaults = envs.defaults(env)
        objective = given.get("objective", Config.objective)
        agent = given.get("agent", default_agent(env, objective, env_defaults))
        presets = [given["preset"]] if given.get("preset") in PRESETS else ["cpu", "gpu"]
        backend = given.get("backend", Config.backend)
        chooses = bool(given.get("choose_from"))
        kinds = [_Kind(env, backend, objective, agent, preset, chooses) for preset in presets]
        defaults = [_defaults(kind, env_defaults) for kind in kinds]
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
    """Merges layers of defaults by field name; later layers take precedence.

    Args:
      layers: pairs of the flag that a layer belongs to, such as `--env=ant`, and its defaults.
      known: the fields of this run; defaults for other fields are left out.
      every: the fields of all objectives and agents.

    Raises:
      ConfigError: a default is for a field that is not in `every`.
    """
    merged: dict[str, Any] = {}
    for whose, layer in layers:
        for name, value in layer.items():
            if name not in every:
                raise ConfigError(
                    f"a default of {whose} is for --{name}: there is no such field."
                    f"{closest_matches(name, every)}"
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
        kind, names = owners(name)
        if name in OF_REPLAY:
            raise ConfigError(
                f"--{name} is a setting of agents that learn from replay, and --agent={agent} learns from "
                "its last rollout. Leave it out, or take an agent with replay, such as --agent=sac."
            )
        if names:
            whose, own = f"--{kind}={' | '.join(names)}", {"objective": objective, "agent": agent}[kind]
            raise ConfigError(
                f"--{name} is a setting of {whose}, and this run has --{kind}={own}. Leave it out, or "
                f"use {whose}."
            )
        raise ConfigError(f"--{name}: there is no such field.{closest_matches(name, known)}")


def _resolved_skills(
    merged: Mapping[str, Any], explicit: Mapping[str, Any], objective: str
) -> dict[str, str]:
    """Decides `skill_space` and `skill_sampling` if they are auto, and checks them.

    Raises:
      ConfigError: the objective does not take these skills, or a number is given for skills that cannot be
        counted.
    """
    spec = objectives.spec(objective)
    name = merged.get("skill_space", AUTO)
    if name == AUTO:
        counted = "num_skills" in explicit and (spec.skill_kinds is None or CATEGORICAL in spec.skill_kinds)
        name = CATEGORICAL if counted else spec.skill_space
    kind = _checked_kind(name, objective)
    if "num_skills" in explicit and not skills.is_counted(kind):
        given = f"--num_skills={explicit['num_skills']}"
        if explicit.get("skill_space", AUTO) == AUTO:
            has = "no skills" if kind == NO_SKILLS else f"skills in {name}, which cannot be counted"
            raise ConfigError(f"{given}: --objective={objective} has {has}. Leave --num_skills out.")
        raise ConfigError(f"{given}: --skill_space={name} cannot be counted. Leave one of the two out.")
    sampling = merged.get("skill_sampling", AUTO)
    if sampling == AUTO:
        is_tiled = kind in (CATEGORICAL, NO_SKILLS) and not merged.get("learned_prior", False)
        sampling = "tiled" if is_tiled else "resampled"
    return {"skill_space": name, "skill_sampling": sampling}


def _resolved_symmetry(config: Config) -> str:
    """Decides `symmetry` if it is auto: the environment's first group that fits the run.

    It stays auto if the environment's observation is not known before it is made. `training.symmetric` then
    decides.

    Raises:
      ConfigError: a group is named, but the robot has damaged joints.
    """
    if config.symmetry == NO_SYMMETRY:
        return NO_SYMMETRY
    damaged = any(factor != 1 for factor in config.joint_damage)
    if config.symmetry != AUTO:
        if damaged:
            raise ConfigError(
                f"--symmetry={config.symmetry}: a robot with --joint_damage={show(config.joint_damage)} "
                f"has no symmetries. Use --symmetry={NO_SYMMETRY}."
            )
        row = None if external.is_external(config.env) else envs.spec(config.env)
        if row is not None and row.observation_size is not None:
            symmetry.check_name(config.symmetry, config.env, row.symmetries)
        return config.symmetry
    spec = objectives.spec(config.objective)
    # Actions that are skills do not turn as the robot does.
    unfit = damaged or moves(config) or config.choose_from
    if unfit or not (spec.symmetric and agents.spec(config.agent).symmetric):
        return NO_SYMMETRY
    row = None if external.is_external(config.env) else envs.spec(config.env)
    if row is None or row.observation_size is None or config.exclude_current_positions != AUTO:
        return AUTO
    if not row.symmetries:
        return NO_SYMMETRY
    kind, size = skills.kind_and_size(config.skill_space)
    count = config.num_skills if skills.is_counted(kind) else None
    feature_map = envs.make_features(row.interface(config.env), config.features)
    for group, elements in row.symmetries.items():
        fits = (size >= 2 and kind != DIRICHLET) if count is None else count % len(elements) == 0
        turns = symmetry.feature_turns(elements, feature_map.stored_names, feature_map.places)
        fits = fits and not spec.unfit_for_symmetry(config, len(elements))
        if fits and turns is not None and symmetry.all_differ(turns):
            return group
    return NO_SYMMETRY


def _checked_kind(name: str, objective: str) -> str:
    """Returns the kind of a skill space. Raises `ConfigError` if the objective does not take it."""
    spec, (kind, _) = objectives.spec(objective), skills.kind_and_size(name)
    if spec.skill_kinds is not None and kind not in spec.skill_kinds:
        raise ConfigError(
            f"--skill_space={name}: --objective={objective} takes {' | '.join(spec.skill_kinds)}. "
            f"Leave it out for {spec.skill_space}."
        )
    return kind


def fields_for(saved: Mapping[str, Any], explicit: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the fields of a saved config that a run with `explicit` keeps, overridden by `explicit`.

    If `explicit` replaces the objective or agent, the saved settings of the old one are left out. The skills
    of a replaced objective are left out too, as is the number of skills that cannot be counted, how skills of
    another kind or with a fixed prior were sampled, and where a run was logged at Weights & Biases if
    `explicit` switches that off.
    """
    fields = {**saved, **explicit}
    objective, agent = fields.get("objective", Config.objective), fields.get("agent", Config.agent)
    known = fields_of(objective, agent)
    dropped = {name for name in saved if name not in known}
    if objective != saved.get("objective", Config.objective):
        dropped |= {"skill_space", "skill_sampling", "num_skills", "dirichlet_alpha", "symmetry"}
    elif _sampled_otherwise(saved, explicit):
        dropped.add("skill_sampling")
    if explicit.get("wandb") == "none":
        dropped |= set(OF_WANDB)
    fields = {name: value for name, value in fields.items() if name in explicit or name not in dropped}
    name = fields.get("skill_space", AUTO)
    if "num_skills" not in explicit and name != AUTO:
        kind, _ = skills.kind_and_size(name)
        if not skills.is_counted(kind):
            fields.pop("num_skills", None)
    return fields


def _sampled_otherwise(saved: Mapping[str, Any], explicit: Mapping[str, Any]) -> bool:
    """Returns whether `explicit` changes what `skill_sampling=auto` depends on."""
    kinds = [fields.get("skill_space", AUTO).partition(":")[0] for fields in (saved, {**saved, **explicit})]
    learned = [bool(fields.get("learned_prior")) for fields in (saved, {**saved, **explicit})]
    return kinds[0] != kinds[1] or learned[0] != learned[1]


def without_skills(config: Config) -> Config:
    """Returns the config of a run without skills that maximises the environment's own reward.

    Its policy has the same inputs and outputs as the given run's, except for the skill.
    """
    fields = fields_for(dataclasses.asdict(config), {"objective": "task"})
    fields |= {"skill_space": NO_SKILLS, "skill_sampling": "tiled", "symmetry": NO_SYMMETRY}
    return config_type("task", config.agent)(**fields)


def make_skills(config: Config) -> skills.SkillSpace:
    """Makes the skill space of a config.

    Raises:
      ConfigError: the prior is to move, and the skills are not categorical.
    """
    space = skills.make_skills(config.skill_space, config.num_skills, config.dirichlet_alpha)
    return with_prior(space, config)


def _fitted(config: Config, names: Collection[str]) -> Config:
    """Shortens the named fields, epochs or warm-up, to a twentieth of the run, and an epoch to the run.

    A run is evaluated about ten times, between epochs, and a long last epoch would continue past the end
    of the run. The `gpu` preset's epoch and warm-up suit twenty million steps on 2048 environments, which is
    more than a whole run on a small world. With other presets, epochs are too long if a run is shorter than
    its defaults say.
    """
    iteration = config.num_envs * config.rollout_length
    most = max(iteration, config.num_env_steps // 20)
    shorter: dict[str, Any] = {name: min(getattr(config, name), most) for name in names}
    # Even a given epoch must not be longer than the run.
    shorter.setdefault("epoch_steps", min(config.epoch_steps, max(iteration, config.num_env_steps)))
    return dataclasses.replace(config, **shorter)


def to_json(config: Config) -> dict[str, Any]:
    """Returns the config as JSON types; tuples become lists."""
    return json.loads(json.dumps({f.name: getattr(config, f.name) for f in config.own_fields()}))


# Fields that may name code to import, each with a function that says whether a value does.
_NAMES_CODE: Mapping[str, Callable[[str], bool]] = {
    "env": envs.names_module,
    "objective": external.is_external,
    "agent": external.is_external,
}


def trust(fields: Mapping[str, Any]) -> None:
    """Allows files to name the code that these fields name, from now on in this process.

    The fields come from the user of the process, not from a file.

    Raises:
      ConfigError: an environment, objective or agent is not a text.
    """
    _check_parts(fields)
    external.trust(_named_code(fields))


def _check_parts(fields: Mapping[str, Any]) -> None:
    """Checks the fields `env`, `objective` and `agent`, which decide the other fields of a run."""
    for name in _NAMES_CODE:
        check_field(Config.__dataclass_fields__[name], fields.get(name, getattr(Config, name)))


def _named_code(fields: Mapping[str, Any]) -> dict[str, str]:
    return {flag: fields[flag] for flag, is_code in _NAMES_CODE.items() if is_code(fields.get(flag, ""))}


def from_json(data: Mapping[str, Any], *, trust: bool = False) -> Config:
    """Makes a config from JSON types: the inverse of `to_json`. Missing fields take their defaults.

    For arguments and errors see `fields_from_json`.
    """
    fields = fields_from_json(data, trust=trust)
    objective, agent = fields.get("objective", Config.objective), fields.get("agent", Config.agent)
    _refuse_foreign(fields, fields_of(objective, agent), objective, agent)
    if "skill_space" in fields and fields["skill_space"] != AUTO:
        _checked_kind(fields["skill_space"], objective)
    return config_type(objective, agent)(**fields)


def fields_from_json(data: Mapping[str, Any], *, trust: bool = False) -> dict[str, Any]:
    """Checks and converts the fields of a config that is given as JSON types, without defaults.

    Every config in a file is read by this function, so only this function has to keep files from running
    code.

    Args:
      trust: whether code that the file names may be imported, now and later in this process.

    Raises:
      ConfigError: this version does not know a field, or a value is not allowed.
      UntrustedCodeError: the file names code that the user has not allowed. The code is not imported.
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
            "Use the version that wrote it, or remove these fields."
        )
    fields = {name: coerce(known[name], value) for name, value in data.items()}
    for name, value in fields.items():
        check_field(known[name], value)
    return fields
