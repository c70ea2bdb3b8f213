"""A worker that only sleeps, for the tests of `benchmarks.worker`."""

import dataclasses
import time

from benchmarks import worker


@dataclasses.dataclass(frozen=True)
class Setting:
    learns: bool = False
    num_env_steps: float = 1e9
    fails: bool = False
    works: tuple[str, ...] = ()


def main() -> None:
    setting, channel = worker.open_channel(Setting)
    print("noise of a library")
    if setting.fails:
        raise SystemExit(1)
    clock = worker.Clock()
    done = 0

    def advance():
        nonlocal done
        done += sleep()
        return done, 1

    def sleep():
        time.sleep(0.005)
        return 10

    def sleep_longer():
        return sleep() + sleep()

    def evaluate(number):
        return {"number": number}

    if setting.learns:
        worker.serve_learning(
            channel,
            clock,
            advance,
            evaluate,
            budget_seconds=0.1 if setting.num_env_steps == 1e9 else 1e9,
            eval_seconds=0.02,
            num_env_steps=setting.num_env_steps,
        )
    elif setting.works:
        works = {name: {"short": sleep, "long": sleep_longer}[name] for name in setting.works}
        worker.serve_segments(channel, works, clock, iterations=3, segment_seconds=0.01)
    else:
        worker.serve_segments(channel, sleep, clock, iterations=3, segment_seconds=0.01)


if __name__ == "__main__":
    main()
