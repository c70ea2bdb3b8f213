"""Lists runs: `diayn list runs`."""

from diayn_jax.storage import run_list
from experiments import flags, start

COMMAND = (
    flags.Command("json", "print JSON, with all that is known of each run"),
    flags.Command(
        "state",
        "only runs in this state: done, running, stopped, ended or unreadable",
        "STATE",
        choices=run_list.STATES,
    ),
    flags.Command("env", "only runs of this environment", "ENV"),
    flags.Command(
        "sort",
        "put the best run first, by a figure: mi, accuracy, coverage, distance, goals or return "
        "[default in the order of time]",
        "FIGURE",
        choices=run_list.SORTS,
    ),
    flags.HELP,
)

INTRO = """
List the runs below a folder, also those of sweeps, in the order in which they were started:
objective, agent, seed, state, steps, time and the latest key figures.

  diayn list
  diayn list runs/ant --state=stopped
  diayn list runs/ant --sort=return
  diayn list ~/results --json

The folder is runs unless you name another. A run is done, running, stopped (resume continues
it), ended (early by its sweep, or it is an exported policy) or unreadable (its config.json is
damaged). docs/reference/metrics.md explains the figures.
"""

CLOSING = start.exit_codes(start.OF_PRINTING)


def list_runs(parsed: flags.Parsed) -> int:
    """Prints the runs that a command line asks for; returns the exit code."""
    found = run_list.list_runs(*parsed.operands, **start.given(parsed.command, "state", "env", "sort"))
    start.tell(found, parsed.command["json"])
    if parsed.command["json"]:
        for note in found.notes:
            start.say_aside(note)
    return 0


main = start.Main(list_runs, COMMAND, INTRO, CLOSING, "", ())

if __name__ == "__main__":
    start.leave(main)
