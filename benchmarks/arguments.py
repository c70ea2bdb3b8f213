"""What the commands of several benchmarks take."""

import argparse
from collections.abc import Callable, Collection


def names_among(known: Collection[str]) -> Callable[[str], list[str]]:
    """The type of an argument that names some of `known`, separated by semicolons.

    It gives them as a list, and has argparse refuse what is not among them.
    """

    def names(text: str) -> list[str]:
        given = text.split(";")
        for name in given:
            if name not in known:
                raise argparse.ArgumentTypeError(f"there is no {name!r}; there are {'; '.join(known)}")
        return given

    return names
