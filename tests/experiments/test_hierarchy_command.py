"""`python -m experiments.hierarchy`: which run it starts, and what it refuses."""

import pytest

import diayn_jax
from diayn_jax import shell
from diayn_jax.storage import files
from experiments import hierarchy, run


@pytest.mark.parametrize("name", hierarchy.ALGORITHMS)
def test_it_is_the_command_of_a_run_with_the_learner_chosen(training_calls, name):
    own = "--goal_steps=3" if name in ("fun", "hiro") else "--num_options=3"
    assert hierarchy.main([f"--algo={name}", "--env=pendulum", own, "--seed=2"]) == 0
    assert run.main([f"--agent={name}", "--objective=task", "--env=pendulum", own, "--seed=2"]) == 0
    by_it, by_hand = training_calls
    assert by_it.config == by_hand.config
    assert by_it.config.agent == name
    assert by_it.explicit == by_hand.explicit


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "--algo= is not allowed: it takes option_critic | soft_option_critic | fun | hiro"),
        (["--algo=option_critics"], "Did you mean option_critic"),
        (["--algo=option_critic", "--agent=sac"], "--agent=sac: --algo=option_critic chooses the agent"),
        (["--algo=option_critic", "--objective=task", "--num_skills=3"], "--num_skills=3"),
        (
            ["--algo=option_critic", "--alpha=0.1"],
            "--alpha is not a setting of --algo=option_critic. It belongs to --algo=soft_option_critic. ",
        ),
        (
            ["--algo=soft_option_critic", "--epsilon=0.1"],
            "--epsilon is not a setting of --algo=soft_option_critic. L",
        ),
        (
            ["--algo=option_critic", "--objective=diayn"],
            f"{shell.command('run')} --objective=diayn --agent=option_critic",
        ),
    ],
)
def test_what_it_refuses(training_calls, capsys, words, message):
    assert hierarchy.main([*words, "--env=pendulum"]) == 2
    assert message in capsys.readouterr().err
    assert not training_calls


@pytest.mark.parametrize("spelled", ["--resume RUN", "--resume --name=first --env=pendulum --log_dir=LOGS"])
def test_a_run_goes_on_by_its_own_learner(training_calls, tmp_path, spelled):
    config = diayn_jax.make_config(
        env="pendulum", objective="task", agent="hiro", log_dir=str(tmp_path), name="first"
    )
    path = files.create(config)
    resolved = {"num_devices": 1, "backend": "jax", "device": "cpu"}
    files.write_config(path, config, resolved, resumed_at=None)
    words = spelled.replace("RUN", str(path)).replace("LOGS", str(tmp_path)).split()
    assert hierarchy.main([*words, "--num_env_steps=1e6"]) == 0
    (call,) = training_calls
    assert (call.config.objective, call.config.agent) == ("task", "hiro")
    assert "agent" not in call.explicit
    assert call.resume == (path if words[1] == str(path) else True)


def test_its_help_lists_the_options_settings(capsys):
    assert hierarchy.main(["--help"]) == 0
    assert "--num_options" in capsys.readouterr().out
    assert hierarchy.main(["--helpfull"]) == 0
    said = capsys.readouterr().out
    for word in ("--algo", "--num_options", "--termination_margin", "--deliberation_cost"):
        assert word in said
