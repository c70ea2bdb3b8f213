"""Wrong inputs and their messages: what was given, what is allowed, what to do.

Nothing is compiled here.
"""

import shutil
from pathlib import Path
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny

import diayn_jax
from diayn_jax import envs, training
from diayn_jax.envs import registry
from diayn_jax.envs.worlds.point import make_point
from diayn_jax.evaluation import evaluators
from diayn_jax.show import record
from diayn_jax.storage import files, pretrained
from diayn_jax.sweeps import sweep_files
from diayn_jax.sweeps.workers import Cluster
from diayn_jax.use import loaded_run
from experiments import diayn, start

# A command, its flags, and words of its message. RUN is a run without a checkpoint.
COMMANDS = [
    ("train", ["--env=andt"], ["--env=andt", "Did you mean ant", "`diayn envs` lists all."]),
    ("train", ["--env="], ["--env=: there is no such environment. `diayn envs` lists all."]),
    ("train", ["--config="], ["--config= is empty. Give it", "leave it out"]),
    ("train", ["--env=ant", "--backend=sprint"], ["--backend=sprint", "Did you mean spring", "mjx"]),
    ("train", ["--env=swimmer", "--backend=spring"], ["--backend=spring", "generalized"]),
    (
        "train",
        ["--objective=metro"],
        ["--objective=metro", "diayn | diayn_islands | disdain | smerl | metra | lsd", "Did you mean metra"],
    ),
    (
        "train",
        ["--agent=sacc"],
        ["--agent=sacc", "sac | td3 | dqn | ppo | es | option_critic", "Did you mean sac"],
    ),
    ("train", ["--skill_space=spere:2"], ["--skill_space=spere:2", "sphere:d", "Did you mean sphere"]),
    ("train", ["--dual_lambda=3"], ["--dual_lambda is a setting of --objective=metra"]),
    ("train", ["--objective=metra", "--add_log_p"], ["--add_log_p", "--objective=diayn"]),
    ("train", ["--objective=task", "--num_skills=3"], ["--num_skills=3: --objective=task has no skills"]),
    ("train", ["--env=point", "--features=yx"], ["--features=yx", "xy, obs"]),
    ("train", ["--env=point", "--features=dims:0,2"], ["--features=dims:0,2", "0 to 1"]),
    ("train", ["--name=a/b"], ["--name=a/b", "<log_dir>/<env>/<name>/"]),
    ("train", ["--wandb=offline", "--wandb_project="], ["--wandb_project='' is not", "1 to 128 characters"]),
    ("train", ["--wandb=offline", "--wandb_project=a/b"], ["--wandb_project='a/b' is", "out for diayn_jax"]),
    (
        "train",
        ["--wandb=offline", "--wandb_entity=a/b"],
        ["--wandb_entity='a/b' is", "Leave it out for auto"],
    ),
    (
        "train",
        ["--env=point", "--wandb_project=mine"],
        ["--wandb_project=mine works only with --wandb=online"],
    ),
    ("train", ["--tags=num_skils"], ["--tags=num_skils", "Did you mean num_skills"]),
    (
        "train",
        ["--num_skils=3"],
        ["--num_skils: there is no such flag.", "Did you mean --num_skills", "--help"],
    ),
    ("train", ["--nopolt"], ["--nopolt: there is no such flag.", "plots"]),
    ("train", ["--undefok=x", "--x=1"], ["--undefok: there is no such flag."]),
    ("train", ["--num_envs"], ["num_envs", "--help"]),
    ("train", ["--noplots=true"], ["--noplots=true", "--help"]),
    (
        "train",
        ["--resume=first"],
        ["--resume=first is not allowed: it takes nothing, or the directory", "give --resume --name=NAME."],
    ),
    ("train", ["--resume", "--plots", "false"], ["false: not a flag", "--flag=false, with an equals sign"]),
    ("train", ["ant"], ["ant: not a flag", "two dashes"]),
    ("train", ["point"], ["point: not a flag. Flags begin with two dashes, such as --env=ant.\n"]),
    ("train", ["num_skills", "4"], ["num_skills 4: not a flag", "Did you mean --num_skills"]),
    ("train", ["--version", "x"], ["x: not a flag", "two dashes"]),
    ("train", ["--help", "x"], ["x: not a flag", "two dashes"]),
    ("train", ["--env=ant", "num_skills=3"], ["num_skills=3: not a flag", "Did you mean --num_skills"]),
    ("train", ["--plots", "false"], ["false: not a flag", "--flag=false"]),
    ("train", ["--num_skills=50", "--num_envs=49"], ["--num_envs=49", "--num_skills=50", "resampled"]),
    ("train", ["--replay_size=10"], ["--replay_size=10", "--batch_size=128"]),
    ("train", ["--env=point", "--num_envs=64", "--epoch_steps=63"], ["--epoch_steps=63", "64 or more"]),
    ("train", ["--env=point", "--num_env_steps=2000"], ["--warmup_steps=2000", "--num_env_steps=2000"]),
    ("train", ["--env=point", "--num_devices=5000"], ["--num_devices=5000", "JAX sees"]),
    (
        "train",
        ["--objective=metra", "--discriminator_noise=1"],
        ["--discriminator_noise is a setting of --objective=diayn", "--objective=metra"],
    ),
    ("train", ["--dual_slack=1"], ["--dual_slack is a setting of --objective=metra", "--objective=diayn"]),
    ("train", ["--objective=mtera"], ["--objective=mtera", "Did you mean metra"]),
    ("train", ["--agent=package.module:make"], ["--agent=package.module:make", "no module package"]),
    ("train", ["--skill_space=sphere:2"], ["--skill_space=sphere:2", "--objective=diayn takes categorical"]),
    (
        "train",
        ["--objective=metra", "--skill_space=sphere:2", "--num_skills=3"],
        ["--num_skills=3", "--skill_space=sphere:2"],
    ),
    ("train", ["--objective=task", "--preset=paper"], ["--preset=paper", "--objective=task"]),
    (
        "train",
        ["--objective=metra", "--dual_lamda=1"],
        ["--dual_lamda: there is no such flag", "--dual_lambda"],
    ),
    ("train", ["--log_dir=none", "--resume"], ["--log_dir=none", "--resume"]),
    ("train", ["--config=nowhere.json"], ["--config=nowhere.json", "No such file", "config.json"]),
    ("train", ["--env=bipedal_walker", "--num_skills=1"], ["--num_skills=1", "2 or more", "out for 50."]),
    ("train", ["--num_envs=0"], ["1 or more", "Leave it out for 256, or 2048 on an accelerator."]),
    ("train", ["--preset=paper", "--num_envs=0"], ["Leave it out for 8."]),
    ("train", ["--env=point", "--episode_length=1e12"], ["1 to 1_000_000_000", "Leave it out for 100."]),
    (
        "train",
        ["--env=point", "--policy_hidden_sizes=1000000,1000000"],
        ["--policy_hidden_sizes=1_000_000,1_000_000: networks", "Make the layers of --policy_hidden_sizes"],
    ),
    ("train", ["--resume", "nowhere"], ["nowhere: there is no such run."]),
    ("train", ["--resume", "RUN", "RUN"], ["--resume: name one run, by its directory; 2 are named."]),
    ("train", ["--resume", "RUN", "num_envs=3"], ["num_envs=3: not a flag", "Did you mean --num_envs"]),
    *(
        (
            command,
            argv,
            ["SWEEP is not a run. It is a sweep; to resume it, run", "such as SWEEP/ant/tau=1-s0."],
        )
        for command, argv in (
            ("train", ["--resume", "SWEEP"]),
            ("train", ["--resume=SWEEP"]),
            ("show", ["SWEEP"]),
            ("evaluate", ["SWEEP"]),
        )
    ),
    ("train", ["--resume", "RUN", "--name=other"], ["--name: ", "Leave --name out"]),
    ("train", ["--resume=RUN", "--config=RUN"], ["--config: ", "Leave --config out"]),
    ("train", ["--resume", "RUN", "--seed=5"], ["--seed=5: the run has 0", "Leave it out"]),
    ("train", ["runs/ant/x"], ["runs/ant/x: not a flag"]),
    ("train", ["--env=json:nothing"], ["--env=json:nothing: json has no such function"]),
    (
        "train",
        ["--env=json:dumps"],
        ["its factory is called without arguments", "'obj'", "Give its arguments"],
    ),
    ("train", ["--env=json:JSONEncoder"], ["returns a JSONEncoder, not a diayn_jax.envs.Env"]),
    ("train", ["--env=no_such:make"], ["there is no module no_such", "Start in the folder"]),
    ("evaluate", [], ["Name one run", "none is named"]),
    ("evaluate", ["RUN", "RUN"], ["Name one run", "2 are named"]),
    ("evaluate", ["nowhere"], ["nowhere: there is no such run."]),
    ("evaluate", ["RUN", "--episodes=1e12"], ["--episodes=1e12 is not allowed", "1 or more", "too large"]),
    ("evaluate", ["RUN", "--episodes=0"], ["--episodes=0 is not allowed", "1 or more"]),
    (
        "evaluate",
        ["RUN", "--gravity=heavy"],
        ["--gravity=heavy is not allowed", "a number, 0 or more", "Leave it out for the run's own."],
    ),
    ("finetune", ["RUN", "--num_envs=0"], ["--num_envs=0", "1 or more", "for the run's own, or the task's."]),
    ("choose", ["RUN", "--num_envs=0"], ["--num_envs=0", "1 or more", "It may be left out."]),
    (
        "train",
        ["--resume", "RUN", "--num_env_steps=0"],
        ["--num_env_steps=0", "Leave it out for the run's own."],
    ),
    ("train", ["--config=RUN", "--num_envs=0"], ["--num_envs=0", "Leave it out for the run's own."]),
    (
        "train",
        ["--agent=hiro", "--objective=task", "--discount=2"],
        ["--discount=2", "below 1", "Leave it out for 0.99."],
    ),
    (
        "train",
        ["--agent=fun", "--objective=task", "--rollout_length=0"],
        ["--rollout_length=0", "Leave it out for 32, or 16 on"],
    ),
    ("evaluate", ["RUN", "--num_skills=3"], ["--num_skills: there is no such flag"]),
    (
        "evaluate",
        ["RUN", "--file=/nowhere/x.json"],
        ["--file=/nowhere/x.json: the folder /nowhere does not exist"],
    ),
    ("evaluate", ["RUN", "--checkpoint=best"], ["has no checkpoint 'best'; there are: none"]),
    ("show", [], ["Name a run: its directory"]),
    ("show", ["RUN", "SWEEP"], ["2 runs are named; show takes one. To compare: ", "compare RUN SWEEP"]),
    ("paper", ["navigatoin"], ["navigatoin: there is no such figure.", "Did you mean navigation", "and all"]),
    ("paper", ["all", "--budget=big"], ["--budget=big", "quick", "full"]),
    ("compare", [], ["Name two runs or more, or two sweeps, by their directories; none is named"]),
    ("compare", ["RUN", "RUN"], ["two different runs"]),
    ("compare", ["RUN"], ["Name two runs or more, or two sweeps, by their directories; one is named."]),
    ("compare", ["SWEEP"], ["; one is named. The page of this sweep is SWEEP/compare.html."]),
    ("compare", ["RUN", "runs/none"], ["runs/none: there is no such run"]),
    ("list", ["nowhere"], ["nowhere: there is no such folder. Name the --log_dir of your runs."]),
    ("list", ["--state=gone"], ["--state=gone: it takes done, running, stopped, ended, unreadable."]),
    ("envs", ["antt"], ["--env=antt: there is no such environment.", "Did you mean ant"]),
    ("envs", ["gymnasium:Foo-v5"], ["--env=gymnasium:Foo-v5: Environment `Foo` doesn't exist"]),
    ("doctor", ["now"], ["now: not a flag"]),
    ("completion", [], ["No shell: name one of bash, zsh, fish."]),
    ("completion", ["tcsh"], ["tcsh: name one of bash, zsh, fish."]),
    ("trian", [], ["trian: there is no such command.", "Did you mean train", "diayn --help lists all"]),
    ("--env=ant", [], ["--env=ant: name a command first, such as diayn train --env=ant."]),
    ("show", ["RUN", "--what=vido"], ["--what=vido: it takes report", "Did you mean video?"]),
    ("show", ["RUN", "--episodes=1e12"], ["--episodes=1e12 is not allowed", "too large"]),
    ("show", ["RUN", "--skills=9"], ["--skills=9: this run has the skills 0 to 2."]),
    ("export", ["RUN", "--format=pdf"], ["--format=pdf: it takes onnx"]),
    ("play", ["RUN", "--port=70000"], ["--port=70000 is not allowed", "0 to 65_535"]),
    ("play", ["RUN", "--page=x.txt"], ["--page=x.txt: name an HTML file, such as play.html"]),
    ("play", ["RUN", "RUN"], ["Name one run, by its directory", "2 are named"]),
    ("export", ["RUN", "--skills=x"], ["--skills=x: it takes a whole number, such as 5, or a vector"]),
    ("archive", ["RUN", "--bounds=1,2,3"], ["--bounds: 3 numbers are given", "such as --bounds=-30"]),
    ("archive", ["RUN", "--file=x.txt"], ["--file=x.txt: name a NumPy file, such as archive.npz"]),
    ("distil", [], ["Name one run, by its directory", "or an archive's .npz; none is named"]),
    ("distil", ["RUN", "--rounds=0"], ["--rounds=0 is not allowed", "1 or more", "It may be left out."]),
    ("distil", ["RUN", "--checkpoint=best"], ["has no checkpoint 'best'; there are: none"]),
    ("adapt", ["none.npz"], ["none.npz: there is no such archive."]),
    ("finetune", ["RUN", "--start_critics=old"], ["--start_critics=old is not allowed: it takes new | run"]),
    (
        "finetune",
        ["RUN", "--seeds=3"],
        ["--seeds=3: it takes seeds such as 0..7", "Write 0..2 for 3"],
    ),
    ("imitate", [], ["Name the expert, then the student", "none is named"]),
    ("imitate", ["RUN"], ["or imitate STUDENT --demonstration=FILE.npz; one is named"]),
    ("dance", [], ["Name a run, by its directory, and a song", "none is named"]),
    ("dance", ["RUN"], ["dance RUN SONG, or dance RUN --tempo=120; none is given."]),
    ("dance", ["RUN", "FILE", "--tempo=120"], ["--tempo=120; both are given."]),
    ("dance", ["RUN", "no.mp3"], ["no.mp3: there is no such file. Name a song as WAV, FLAC, OGG or MP3."]),
    ("dance", ["RUN", "SWEEP"], ["SWEEP: it is a folder. Name a song"]),
    ("dance", ["RUN", "--tempo=20"], ["--tempo=20 is not allowed", "40 to 240"]),
    ("dance", ["RUN", "--tempo=90", "--seconds=1"], ["--seconds=1 is not allowed", "2 or more"]),
    ("dance", ["RUN", "--tempo=90", "--seconds=2k"], ["--seconds=2000: the project's own song", "1800 s"]),
    ("dance", ["RUN", "--tempo=40", "--seconds=2"], ["--seconds=2: at 40", "have 1, and a dance needs 4"]),
    ("dance", ["RUN", "--tempo=90", "--file=x.wav"], ["--file=x.wav: name a JSON file, such as dance.json"]),
    ("choose", ["RUN"], ["--task is missing", "such as --task=ant_waypoints"]),
    ("choose", ["RUN", "--task=point_goals", "--objective=diayn"], ["--objective=diayn: ", "Leave it out"]),
    ("sweep", ["--seeds=many"], ["--seeds=many: it takes seeds such as 0..7 or 0,3,5."]),
    ("sweep", ["--seeds=7..0"], ["--seeds=7..0: it takes seeds such as 0..7"]),
    ("sweep", ["--seeds=0..2,1"], ["seeds: 1 is given twice"]),
    ("sweep", ["--seed=3"], ["--seed=3: a sweep takes --seeds, such as 0..7."]),
    ("sweep", ["--grid=learning_rate"], ["--grid=learning_rate: it takes NAME=A,B"]),
    ("sweep", ["--range=tau=1"], ["--range=tau=1: it takes NAME=LOW:HIGH"]),
    ("sweep", ["--program_cpus=2"], ["--program_cpus works only with --cluster"]),
    ("sweep", ["--cluster=auto", "--program_cpus=0"], ["--program_cpus=0 is not allowed", "1 or more"]),
    ("sweep", ["--cluster=auto", "--program_gpus=1.5"], ["--program_gpus=1.5: ", "a share such as 0.5"]),
    ("sweep", ["runs/sweeps/x"], ["to resume an existing sweep, add --resume"]),
    (
        "sweep",
        ["--resume=first"],
        ["--resume=first is not allowed: it takes nothing, or the directory of a sweep"],
    ),
    # Numbers.
    *(
        (
            "train",
            [f"--num_skills={value}"],
            [f"--num_skills={value} is not allowed: it takes a whole number"],
        )
        for value in ("nan", "-inf", "1e400", 26 * "9", "0x10", "1_", "--3", "٣", "1.5", "")
    ),
    *(
        ("train", [f"--{name}={value}"], [f"--{name}={value} is not allowed: it takes "])
        for name, value in (
            ("learning_rate", "nan"),
            ("learning_rate", "1e309"),
            ("gravity", "inf"),
            ("joint_damage", "nan"),
            ("start_offset", "a,b"),
            ("start_offset", "inf,1"),
            ("policy_hidden_sizes", "64,,64"),
            ("seed", "2147483648"),
            ("num_env_steps", "5e9"),
            ("deterministic", "1.0"),
        )
    ),
    ("train", ["--env=ant", "--joint_damage=1,0"], ["--joint_damage=1,0 has 2 factors, and ant has 8"]),
    ("train", ["--env=ant", "--start_offset=1,2,3"], ["--start_offset=1,2,3", "Give 2 numbers."]),
    # Words.
    ("train", ["--env=" + 5000 * "x"], ["--env=xxx", "xxx… there is no such environment."]),
    ("train", ["--env=point", "--name=" + 300 * "x"], ["--name=xxxxxxxxxxxxxxxxxxxx… has 300 bytes.", "200"]),
    ("train", ["--name=.."], ["--name=.. is not allowed: it takes a folder name"]),
    ("train", ["--env=point", "--features=xy+"], ["--features=xy+: point has no feature without a name."]),
    ("train", ["--env=point", "--features=dims:0,0"], ["must give different indices"]),
    ("train", ["--objective=metra", "--skill_space=sphere:0"], ["sphere:d (d ≥ 2)", "such as sphere:2"]),
    ("train", ["--agent="], ["--agent= is not allowed: it takes sac | td3 | dqn | "]),
    ("train", ["--env=..:make"], ["--env=..:make: name your own code as package.module:function."]),
    ("train", ["--env=point", "--json"], ["--json works only with --dry_run; add --dry_run"]),
    ("train", ["--num_processes=2"], ["--num_processes=2 without --coordinator and --process_id"]),
    ("train", [""], ["'': a word is empty. Give a name, or leave it out."]),
    ("list", [""], ["'': a word is empty."]),
    ("resume", [""], ["'': a word is empty."]),
    ("evaluate", ["RUN", " "], ["' ': a word is empty."]),
    ("evaluate", ["RUN", "--checkpoint=../x"], ["has no checkpoint '../x'; there are: none"]),
    ("evaluate", ["RUN", "--task=point"], ["--task: there is no such flag."]),
    # What the words say is refused at once.
    (
        "finetune",
        ["RUN", "--num_skills=3"],
        ["--num_skills=3: the new run has no skills; --skills names"],
    ),
    (
        "finetune",
        ["RUN", "--skills=3"],
        ["--skills=3: RUN has the skills 0 to 2. Name one of them, or"],
    ),
    ("finetune", ["RUN", "--objective=metra"], ["finetuning sets this field itself. Leave it out."]),
    # What a newcomer writes.
    ("train", ["--lr=1e-3"], ["--lr: there is no such flag. Did you mean --learning_rate?"]),
    ("sweep", ["--grid=lr=1,2"], ["--grid=lr=…: there is no such field. Did you mean learning_rate?"]),
    ("train", ["--seeds=0..3"], ["--seeds=0..3: this command trains one run", "diayn sweep --seeds=0..3."]),
    ("sweep", ["--seed=0..7"], ["--seed=0..7: a run has one seed. For several runs: --seeds=0..7."]),
    ("train", ["--seed=0,3"], ["--seed=0,3: a run has one seed.", "diayn sweep --seeds=0,3."]),
    ("train", ["RUN"], ["RUN: not a flag.", "To continue a run: ", "diayn resume RUN."]),
    ("train", ["--objective=METRA"], ["--objective=METRA is not", "Did you mean metra?"]),
    ("train", ["--noreport"], ["--noreport: there is no such flag. Did you mean --report=none?"]),
    ("train", ["help"], ["help: not a flag.", "Did you mean --help or --helpfull?"]),
    ("train", ["--config=FILE"], ["--config=FILE cannot be read: it is not JSON ("]),
    ("show", ["RUN", "--video"], ["--video: there is no such flag. Did you mean --what=video?"]),
    (
        "show",
        ["RUN", "--serve", "--port=99999"],
        ["0 to 65_535 (port of --serve; 0: any free port). It may be left out."],
    ),
    # Seeds.
    *(
        (command, [*words, f"--seeds={value}"], [f"--seeds={value}", "0..7 or 0,3,5"])
        for command, words in (("sweep", []), ("finetune", ["RUN"]))
        for value in ("0..", "..3", "3..1", "a", "-1", "1.5", "0..3..5", "0,1,", "٣,٤", "0..2147483648")
    ),
    ("sweep", ["--seeds=0..2147483647"], ["--seeds=0..2147483647", "at most 10000 of them"]),
    ("sweep", ["--seeds=" + 5000 * "9"], ["has no seeds up to 2147483647"]),
    ("finetune", ["RUN", "--seeds=0,0"], ["0 is given twice"]),
    (
        "finetune",
        ["RUN", "--seed=3"],
        ["--seed=3: finetuning takes --seeds, such as 0..4", "Leave it out."],
    ),
    ("finetune", ["RUN", "--start_run=x"], ["--start_run=x: finetuning sets this field itself."]),
    # Sweeps.
    ("sweep", ["--grid=nope=1,2"], ["--grid=nope=…: there is no such field."]),
    ("sweep", ["--grid=learning_rate="], ["--grid=learning_rate= is empty. Give it values"]),
    ("sweep", ["--grid=learning_rate=nan"], ["--learning_rate=nan is not allowed"]),
    ("sweep", ["--grid=learning_rate=1e-3,1e-3"], ["0.001 is given twice"]),
    ("sweep", ["--grid=learning_rate=1e-3", "--grid=learning_rate=1e-4"], ["Put all values into one flag"]),
    ("sweep", ["--grid=wandb_project=a,b"], ["wandb_project cannot be swept over: Weights & Biases"]),
    ("sweep", ["--range=learning_rate=2:1"], ["the first smaller than the second"]),
    ("sweep", ["--range=learning_rate=nan:1"], ["both must be finite"]),
    ("sweep", ["--range=learning_rate=0:1:log", "--random=2"], ["both must be greater than 0"]),
    ("sweep", ["--range=learning_rate=1e-4:1e-2"], ["give the number of values to draw, with --random=N"]),
    ("sweep", ["--random=3"], ["--random=3 draws from ranges: add --range"]),
    (
        "sweep",
        ["--random=100000", "--range=tau=0.1:0.9"],
        ["--random=100000: a sweep has 10000 runs at most"],
    ),
    ("sweep", ["--halving=1"], ["--halving=1: it takes 2 or more"]),
    ("sweep", ["--resume"], ["--resume: name the sweep, by its directory or its --name."]),
    # Other commands.
    ("show", ["RUN", "--what=,"], ["--what=,: it takes report, viewer, traces"]),
    ("show", ["RUN", "--skills=0..2"], ["--skills=0..2 is not allowed: it takes whole numbers separated by"]),
    ("show", ["RUN", "--port=1"], ["--port works only with --serve"]),
    ("show", ["RUN", "--serve", "--port=70000"], ["--port=70000 is not allowed", "0 to 65_535"]),
    ("show", ["RUN", "--dims=xy"], ["--dims belongs to --what=traces"]),
    (
        "show",
        ["RUN", "--what=curves", "--checkpoint=best"],
        ["--checkpoint has no effect with --what=curves"],
    ),
    ("show", ["RUN", "--what=curves", "--skills=1"], ["--skills has no effect with --what=curves"]),
    ("show", ["RUN", "--what=video", "--scene", "--separate_videos"], ["leave --separate_videos out"]),
    ("choose", ["RUN", "--task=point_gaols"], ["--task=point_gaols", "Did you mean point_goals"]),
    (
        "choose",
        ["RUN", "--task=ant"],
        ["has skills of point, but the task is of ant. Tasks of point: point_"],
    ),
    ("choose", ["RUN", "--task=point_goals", "--steps_per_choice=7"], ["does not divide an episode of 100"]),
    ("choose", ["RUN", "--task=point", "--baselines=random,,"], ["there is no baseline without a name."]),
    (
        "choose",
        ["RUN", "--task=point", "--baselines=towards_goal"],
        ["--baselines=towards_goal: point has no goal on the plane. Leave towards_goal out, or name"],
    ),
    ("choose", ["RUN", "--task=point", "--episodes=1"], ["--episodes=1 is not allowed", "2 or more"]),
    ("imitate", ["RUN", "RUN", "RUN"], ["Name the expert, then the student", "3 are named"]),
    ("imitate", ["RUN", "RUN", "--demonstration=x.npz"], ["Name the student alone", "2 are named"]),
    ("imitate", ["RUN", "--demonstration=x.npz", "--episode_length=3"], ["applies to an expert's episodes"]),
    (
        "adapt",
        ["RUN", "--changes=gravity,none"],
        ["--changes=gravity,none: it takes gravity, dead_actuators"],
    ),
    ("adapt", ["RUN", "--seed=1e10"], ["--seed=1e10 is not allowed", "It is too large"]),
    ("archive", ["RUN", "--bounds="], ["--bounds: 0 numbers are given"]),
    ("archive", ["RUN", "--centroids=1e9"], ["--centroids=1e9 is not allowed", "1 to 100_000"]),
    ("distil", ["RUN", "--agent=ppo"], ["--agent: there is no such flag."]),
    ("export", ["RUN", "--skills=nan"], ["--skills=nan: it takes a whole number, such as 5, or a vector"]),
    ("completion", ["bash", "zsh"], ["bash zsh: name one of bash, zsh, fish."]),
    ("help", ["nothing"], ["nothing: there is no such command."]),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """The directory of a run without a checkpoint."""
    return tiny.unstarted(tmp_path_factory.mktemp("runs"))


@pytest.fixture(scope="module")
def sweep(tmp_path_factory):
    """The directory of a sweep that has one run."""
    directory = tmp_path_factory.mktemp("sweeps") / "first"
    lane = directory / "ant" / "tau=1-s0"
    lane.mkdir(parents=True)
    (directory / sweep_files.SWEEP).touch()
    (directory / "compare.html").touch()
    (lane / files.CONFIG).touch()
    return directory


@pytest.mark.parametrize(
    ("command", "argv", "words"), COMMANDS, ids=lambda x: x if isinstance(x, str) else " ".join(x)[:40]
)
def test_a_command_answers_in_a_line(path, sweep, capsys, command, argv, words):
    file = sweep / "notes.md"
    file.write_text("# Notes")
    places = {"RUN": path, "SWEEP": sweep, "FILE": file}
    words_given = list(argv)
    for name, place in places.items():
        words_given = [word.replace(name, str(place)) for word in words_given]
    assert diayn.main([command, *words_given]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    said = err.replace(str(file), "FILE").replace(str(path), "RUN").replace(str(sweep), "SWEEP")
    for word in words:
        assert word in said


@pytest.mark.parametrize(
    ("command", "argv"),
    [
        ("export", ["RUN", "--format=torch"]),
        ("adapt", ["RUN", "--changes=wind"]),
        ("imitate", ["RUN"]),
        ("dance", ["RUN"]),
        ("dance", ["RUN", "no.mp3"]),
        ("choose", ["RUN", "--task=point_goals", "--baselines=sac"]),
        ("choose", ["RUN", "--task=point_goals", "--num_skills=3"]),
        ("sweep", ["--random=3"]),
        ("sweep", ["--range=learning_rate=1e-4:1e-2"]),
        ("train", ["--env=point", "--name=unstarted", "--log_dir=RUNS"]),
        ("finetune", ["RUN", "--objective=metra"]),
        ("finetune", ["RUN", "--skills=9"]),
    ],
    ids=lambda x: x if isinstance(x, str) else " ".join(x)[:40],
)
def test_words_are_refused_before_jax_starts(path, capsys, monkeypatch, command, argv):
    def started(**_):
        raise AssertionError("JAX has started")

    monkeypatch.setattr(start, "start_jax", started)
    runs = path.parent.parent
    argv = [word.replace("RUNS", str(runs)).replace("RUN", str(path)) for word in argv]
    argv = [word.replace("=unstarted", f"={path.name}") for word in argv]
    assert diayn.main([command, *argv]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_commands_without_a_run_name_the_latest(path, tmp_path, monkeypatch, capsys):
    copied = shutil.copytree(path, tmp_path / "runs" / "point" / "mine").relative_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    # A set of skills that came with the package is later, but not the user's own.
    pretrained.copied("ant-metra")
    (tmp_path / "runs" / "pretrained" / "ant-metra" / "config.json").touch()
    for command in (
        "evaluate",
        "finetune",
        "export",
        "archive",
        "show",
        "play",
        "resume",
        "choose",
        "adapt",
        "dance",
    ):
        assert diayn.main([command]) == 2
        assert capsys.readouterr().err.endswith(f" The latest here is {copied}.\n")


def test_a_folder_of_sweeps_names_them(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (sweep := Path("runs") / "sweeps" / "mine").mkdir(parents=True)
    (sweep / "sweep.json").write_text("{}")
    assert diayn.main(["resume", "runs/sweeps"]) == 2
    assert capsys.readouterr().err.endswith(f"Did you mean {sweep}?\n")


def point(**fields):
    return make_point("jax", envs.Variation())._replace(**{"name": "mine", **fields})


def made(**fields):
    """Returns a user's own environment, as a run makes it."""
    return envs.make(envs.name_of(point(**fields)))


def cluster(*args):
    return diayn_jax.sweep(env="point", cluster=Cluster(*args))


GYMNASIUMS = SimpleNamespace(spec=SimpleNamespace(id="CartPole-v1"))

# A call that gets the run, the error, and words of its message.
CALLS = [
    (
        lambda it: diayn_jax.train("point"),
        "train(…) is given a str; it takes a Config or fields: train(env='point')",
    ),
    (lambda it: diayn_jax.train({"env": "point"}), "is given a dict; it takes a Config or fields"),
    (lambda it: diayn_jax.train(env="pont"), "env=pont: there is no such environment. Did you mean point"),
    (lambda it: diayn_jax.train(env=3), "env is a int. Give a name such as 'ant', or a diayn_jax.envs.Env"),
    (lambda it: diayn_jax.train(env=GYMNASIUMS), "Give its name: env='gymnasium:CartPole-v1'."),
    (lambda it: diayn_jax.train(env=point), "env is a function. Call it to get its Env"),
    (
        lambda it: diayn_jax.train(env=point(name="ant")),
        "an Env called 'ant', and this name is taken. For the known environment give env='ant'; or rename",
    ),
    (lambda it: diayn_jax.train(env=point(name="json:make")), "For the known environment give env='json:m"),
    (lambda it: diayn_jax.train(env=point(name="two words")), "a name consists of letters, digits, - and _"),
    (lambda it: diayn_jax.train(env="point", episode_length=1e12), "1 to 1_000_000_000"),
    (
        lambda it: diayn_jax.train(env="point", num_skils=3),
        "num_skils: there is no such field. Did you mean",
    ),
    (lambda it: diayn_jax.train(env="point", num_skills=1.5), "num_skills=1.5 is not allowed"),
    (lambda it: diayn_jax.train(resume=it.path, seed=5), "seed=5: the run has 0"),
    (lambda it: diayn_jax.train(resume=it.path, name="x"), "says which run to resume. Leave name out."),
    (lambda it: diayn_jax.train(resume=it.path, tags=("seed",)), "Leave tags out."),
    (lambda it: diayn_jax.train(resume=it.path, log_dir="x"), "Leave log_dir out."),
    (lambda it: diayn_jax.train(resume=it.path, num_envs=0), "Leave it out for the run's own."),
    (lambda it: diayn_jax.train(resume=""), "There is no run at .: it has no config.json."),
    (
        lambda it: diayn_jax.make_config(num_skills="4"),
        "num_skills='4' is not allowed: it takes a whole number",
    ),
    (lambda it: diayn_jax.make_config(num_skills="4"), ". Did you mean 4? Leave it out for "),
    (lambda it: diayn_jax.make_config(plots="false"), "plots='false' is not allowed: it takes true | false "),
    (lambda it: diayn_jax.make_config(plots="false"), ". Did you mean False? Leave it out for true."),
    (lambda it: diayn_jax.make_config(policy_hidden_sizes="64,64"), "Did you mean (64, 64)? Leave it out"),
    (lambda it: diayn_jax.make_config(policy_hidden_sizes="64,a"), "sizes='64,a' is not allowed: it takes"),
    (lambda it: diayn_jax.make_config(tags="num_skills,tau"), "Did you mean ('num_skills', 'tau')?"),
    (lambda it: diayn_jax.make_config(features=["xy"]), "features=('xy',) is not allowed: it takes text"),
    (lambda it: diayn_jax.train(env="point", agent=3), "agent=3 is not allowed: it takes text"),
    (lambda it: diayn_jax.make_config(objective=3), "objective=3 is not allowed: it takes text"),
    (lambda it: it.run.evaluate(gravity=-1), "a number, 0 or more"),
    (lambda it: it.run.evaluate(gravity=-1), "Leave it out for the run's own."),
    (lambda it: diayn_jax.train(resume="nowhere"), "There is no run at nowhere: it has no config.json."),
    (lambda it: diayn_jax.make_config(env="bipedal_walker", num_skills=1), "Leave it out for 50."),
    (lambda it: diayn_jax.load("nowhere"), "There is no run at nowhere"),
    (lambda it: diayn_jax.load(it.sweep), "it has no config.json. It is a sweep; to resume it, run "),
    (lambda it: diayn_jax.train(resume=it.sweep), "first. Or name one of its runs, such as "),
    (lambda it: diayn_jax.load(it.run), "A Run is not a path. Give a str or a pathlib.Path."),
    (lambda it: diayn_jax.load(None), "None is not a path. Give a str or a pathlib.Path."),
    (
        lambda it: diayn_jax.finetune("nowhere"),
        "nowhere: there is no such run.",
    ),
    (lambda it: it.run.act(np.zeros(2), 1.7), "skill is 1.7; this run has skills 0 to 2."),
    (lambda it: it.run.act(np.zeros(2), 3), "this run has skills 0 to 2"),
    (lambda it: it.run.act(np.zeros(2)), "this run has skills 0 to 2. Pass skill="),
    (lambda it: it.run.act(np.zeros(3), 0), "obs has shape (3,); point observes 2 numbers."),
    (lambda it: it.run.act("here", 0), "obs is 'here'; it takes an array of numbers."),
    (lambda it: it.run.act(np.zeros(2), 0, key=7), "key is 7; it takes one key, such as jax.random.key(0)"),
    (lambda it: it.run.rollout(1.7), "skill is 1.7; this run has skills 0 to 2."),
    (lambda it: it.run.rollout(0, episodes=0), "episodes=0: it takes a whole number, 1 or more."),
    (lambda it: it.run.rollout(0, episodes=2.0), "episodes=2.0: it takes a whole number, 1 or more."),
    (
        lambda it: it.run.rollout(0, episodes=10**12),
        "episodes=1_000_000_000_000: 1_000_000_000_000 episodes of 20",
    ),
    (lambda it: it.run.rollout(0, episodes=10**12), ". The largest episodes that fits is about "),
    (
        lambda it: it.run.rollout(0, episode_length=10**12),
        "length=1_000_000_000_000: 1 episode of 1_000_000_000_000 steps would take",
    ),
    (lambda it: it.run.rollout(0, episode_length=10**12), "The largest episode_length that fits is about "),
    (
        lambda it: record.play(it.run, record.Selection([0, 1], 2, 10**9)),
        "episode_length=1_000_000_000: 2 episodes of 1_000_000_000 steps would take",
    ),
    (
        lambda it: it.run.rollout(0, episode_length=1e12),
        "episode_length=1e12: it takes a whole number",
    ),
    (lambda it: it.run.evaluate_with_intervals(10**9), "The largest episodes that fits is about"),
    (lambda it: it.run.evaluate_with_intervals(10**12), "eval_episodes=1_000_000_000_000 is not allowed"),
    (lambda it: it.run.evaluate(episodes=2), "no such variation. Use evaluate_with_intervals(episodes=…)."),
    (lambda it: it.run.evaluate(gravty=2), "gravty=2: there is no such variation. Did you mean gravity?"),
    (
        lambda it: it.run.evaluate(env="pendulum"),
        "env=pendulum: pendulum then observes 3 numbers, but these skills were trained on 2",
    ),
    (
        lambda it: it.run.evaluate(
            env=envs.make("point")._replace(name="thin", action_size=1, symmetries={})
        ),
        "env=thin: it takes other actions than these skills give, which are of point.",
    ),
    (lambda it: it.run.report(), "Give path=… for the report"),
    (lambda it: envs.register("mine", 3), "register('mine'): factory of the wrong type. It takes a name"),
    (lambda it: envs.register("ant", point), "this environment exists already. Choose another name."),
    (lambda it: envs.register("two words", point), "a name consists of letters, digits, - and _"),
    (lambda it: made(dt=0), "env=mine: dt is 0, and should be the seconds per step, above 0"),
    (
        lambda it: made(observation_size=3),
        "env=mine: reset: obs is float32[2, 2], and should be float32[2, 3] for 2 environments. Fix",
    ),
    (
        lambda it: made(goal_vector_dims=(0, 2)),
        "goal_vector_dims is (0, 2), and should be () or two indices from 0 to 1",
    ),
    (lambda it: made(goal_vector_dims=(1, 1)), "goal_vector_dims is (1, 1), and should be"),
    (lambda it: made(step=None), "step is None, and should be a function"),
    (lambda it: made(step=lambda state, action: 1 / 0), "its step raised ZeroDivisionError"),
    (lambda it: envs.make("point", gravity=0.5), "gravity=0.5: point does not take this setting"),
    (lambda it: envs.make("point", "spring"), "backend=spring: point does not run on it"),
    (lambda it: diayn_jax.sweep(env="point", seeds=8), "seeds=8: give the seeds themselves, such as range"),
    (
        lambda it: diayn_jax.sweep(env="point", cluster="auto"),
        "cluster='auto': it takes a diayn_jax.sweeps.workers.Cluster, such as Cluster('auto').",
    ),
    (
        lambda it: diayn_jax.sweep(env="point", grid={"tau": np.array(0.01)}),
        "grid=tau=array(0.01): it takes a list of values, such as [0.005].",
    ),
    (
        lambda it: diayn_jax.sweep(env="point", ranges={"tau": (0.001, 0.01, "lg")}, random=2),
        "ranges=tau=…: it takes (low, high) or (low, high, 'log'), such as (1e-4, 1e-2, 'log').",
    ),
    (
        lambda it: diayn_jax.benchmark(envs="point", methods=["diayn"], steps=1000),
        "envs='point': give a list of names, such as ['point'].",
    ),
    (
        lambda it: diayn_jax.archive(it.run, descriptors=["xy"]),
        "descriptors=['xy']: give text, such as 'xy' or 'x,mean:torso'.",
    ),
    (lambda it: it.run.report("page.html", skills=1), "skills=1: give a list of skills, such as [0, 2]."),
    (
        lambda it: it.run.skills.act([0.0, 0.0], 1),
        "params is [0.0, 0.0]; it takes parameters, such as skills.params.",
    ),
    (lambda it: it.run.skills.features_of([0.0, 0.0], [0.0, 0.0]), "params is [0.0, 0.0]; it takes"),
    (lambda it: it.run.skills.log_q([0.0, 0.0], [0.0, 0.0]), "params is [0.0, 0.0]; it takes"),
    (lambda it: it.run.skills.start([0.0, 0.0]), "params is [0.0, 0.0]; it takes"),
    (lambda it: cluster("auto", 0), "program_cpus=0: it takes a whole number, 1 or more"),
    (lambda it: cluster("auto", 1.5), "program_cpus=1.5: it takes a whole number"),
    (lambda it: cluster("auto", None, 1.5), "program_gpus=1.5: it takes a whole number, a share such"),
    (
        lambda it: cluster("auto", None, float("nan")),
        "program_gpus=nan: it takes a whole number, a share such as 0.5",
    ),
    (lambda it: cluster(""), "cluster=: it takes the address of a Ray cluster"),
    (
        lambda it: diayn_jax.as_run(it.run.trainer, it.run.config, it.state, lane=0),
        "the state is of a single run",
    ),
    (
        lambda it: diayn_jax.as_run(it.run.trainer, it.run.config, it.lanes),
        "of 4 lanes. Say which one: lane=0 to 3",
    ),
    (
        lambda it: diayn_jax.as_run(it.run.trainer, it.run.config, it.lanes, 4),
        "lane=4: the state is of 4 lanes",
    ),
]


@pytest.fixture(scope="module")
def it(path, sweep):
    """A run whose networks hold zeros, with the shapes of its state and of four lanes."""
    config = tiny.config()
    trainer = training.make_trainer(config, envs.make("point"))
    state = training.state_shapes(config, trainer)
    lanes = jax.tree.map(lambda x: jax.ShapeDtypeStruct((4, *x.shape), x.dtype), state)
    kept = {name: getattr(state, name) for name in ("agent", "objective", "statistics", "counters")}
    zeros = jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), kept)
    evaluator = evaluators.make_evaluator(config, trainer)
    run = loaded_run.Run(config, None, state.replace(**zeros), {}, (), trainer, evaluator)
    return SimpleNamespace(path=path, sweep=sweep, run=run, state=state, lanes=lanes)


@pytest.mark.parametrize(("call", "words"), CALLS, ids=[words[:50] for _, words in CALLS])
def test_the_library_answers_in_a_line(it, monkeypatch, call, words):
    monkeypatch.setattr(registry, "_REGISTERED", {})
    with pytest.raises(ValueError) as caught:  # noqa: PT011 (its words are checked below)
        call(it)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
