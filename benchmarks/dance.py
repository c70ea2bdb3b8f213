"""Measures how well skills dance: whether their motion sets in on the beats of a song with known beats.

    python -m benchmarks.dance runs/halfcheetah/NAME runs/ant/NAME

The project's own song is written as WAV, and its beats are found in that file by librosa. The dance is
measured against the known beats. Beside it are schedules of random skills, which change as often at random
steps; they are measured against the beats that were found.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import spearmanr

import diayn_jax
from benchmarks import results
from diayn_jax.use.dance import make_dance, rhythm, song
from diayn_jax.use.dance.beats import Beats
from diayn_jax.use.dance.make_dance import Found
from diayn_jax.use.dance.stage import Stage

TEMPI = (90, 120, 150)


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "dance")
    parser.add_argument("runs", nargs="+", type=Path, help="directories of runs")
    parser.add_argument("--seconds", type=int, default=30, help="length of the song")
    parser.add_argument("--seeds", type=int, default=3, help="first states, each with its random schedules")
    return parser.parse_args()


def tracked(tempo: int, seconds: int) -> Beats:
    """Returns the beats that are found in the project's own song as a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.wav"
        song.write_wav(path, song.own_song(tempo, seconds))
        return make_dance.heard(path, None, None)[1]


def measured(on: Stage, found: Found, heard: Beats, known: np.ndarray) -> dict[str, float]:
    """Returns the figures of a dance against the known beats."""
    programme, times = found.programme, found.programme.step_times
    # The joint speed after each beat, beside the loudness of its bar.
    speed = rhythm.speeds(on.joints(found.poses), times)
    of = np.searchsorted(heard.times, times[:-1] + 1e-6) - 1
    lively = np.array([speed[of == i].mean() for i in range(len(heard.times)) if (of == i).any()])
    loud = np.array([heard.loudness[i] for i in range(len(heard.times)) if (of == i).any()])
    return {
        "on_beat": rhythm.on_beat(found.onsets, known),
        "random": float(found.random.mean()),
        "loudness_and_speed": float(spearmanr(loud, lively).statistic),
        "lowest_rate": float(programme.rates(on.dt).min()),
        "highest_rate": float(programme.rates(on.dt).max()),
    }


def main() -> None:
    """Measures, prints and writes the results."""
    options = parse()
    rows, data = [], []
    for path in options.runs:
        run = diayn_jax.load(path)
        for tempo in TEMPI:
            heard, known = tracked(tempo, options.seconds), song.own_beats(tempo, options.seconds)
            make_dance.check_dancer(run, heard)
            on = make_dance.stage_for(run, heard)
            found = [make_dance.find_dance(on, heard, seed) for seed in range(options.seeds)]
            each: list[dict[str, Any]] = [measured(on, dance, heard, known) for dance in found]
            data.append({"run": str(path), "tempo": tempo, "heard": heard.tempo, "seeds": each})
            columns = {name: [row[name] for row in each] for name in each[0]}
            rows.append(
                [
                    f"{run.config.env}, {run.config.objective}",
                    str(tempo),
                    f"{rhythm.on_beat(heard.times, known):.3f}",
                    results.spread(columns["on_beat"]),
                    results.spread(columns["random"]),
                    results.spread(columns["loudness_and_speed"]),
                    f"{min(columns['lowest_rate']):.2f} to {max(columns['highest_rate']):.2f}",
                ]
            )
            print(rows[-1], flush=True)
    table = results.Table(
        f"{options.seconds} s of the project's own song, {options.seeds} seeds",
        [
            "run",
            "tempo",
            "F of librosa's beats",
            "F of motion",
            "F of random schedules",
            "rank correlation of loudness and joint speed",
            "playback rate",
        ],
        rows,
        "F at ±70 ms against the known beats. Ranges are min / median / max over seeds.",
    )
    summary = "Dances to a song: motion that sets in on beats, beside random schedules."
    results.write(options.name, summary, [table], {"dances": data}, options.out)


if __name__ == "__main__":
    main()
