"""Memory and disk of this machine that are free. It does not import JAX."""

import contextlib
import os
import shutil
from pathlib import Path


def free_memory() -> int | None:
    """Returns the bytes of memory that this process may still take; None if it is unknown."""
    found = []
    with contextlib.suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/meminfo").read_text().splitlines()
        line = next(line for line in lines if line.startswith("MemAvailable:"))
        found.append(int(line.split()[1]) * 1024)
    groups = ""
    with contextlib.suppress(OSError):
        groups = Path("/proc/self/cgroup").read_text()
    found += _limited_memory(Path("/sys/fs/cgroup"), groups)
    if not found:
        with contextlib.suppress(OSError, ValueError):
            found.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    return max(0, min(found)) if found else None


def own_memory() -> int:
    """Returns the bytes of memory of this process, without pages of files; 0 if it is unknown."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        _, resident, shared, *_ = map(int, Path("/proc/self/statm").read_text().split())
        return (resident - shared) * os.sysconf("SC_PAGE_SIZE")
    return 0


def free_disk(folder: Path) -> int | None:
    """Returns the free bytes of the disk of a folder, which need not exist yet; None if unknown."""
    with contextlib.suppress(OSError):
        path = folder.absolute()
        there = next(p for p in (path, *path.parents) if p.is_dir())
        usage = shutil.disk_usage(there)
        # A file system that is not on a disk, such as /proc, has a total of 0.
        return usage.free if usage.total else None
    return None


def _limited_memory(root: Path, groups: str) -> list[int]:
    """Returns the bytes that the limits of this process's groups leave, by Linux's cgroups 2 or 1.

    A batch job and a unit of systemd have a group below the root. A container may see its own group as the
    root. A limit also holds for the groups below its own. Without limits, the list is empty.

    Args:
      root: the folder of all groups.
      groups: the groups of this process, as in /proc/self/cgroup.
    """
    lines = [line.split(":", 2)[1:] for line in groups.splitlines()]
    unified = next((path for names, path in lines if not names), "")
    of_memory = next((path for names, path in lines if "memory" in names.split(",")), "")
    found = []
    for base, path, limit, used in (
        (root, unified, "memory.max", "memory.current"),
        (root / "memory", of_memory, "memory.limit_in_bytes", "memory.usage_in_bytes"),
    ):
        own = base / path.strip("/")
        for folder in (own, *own.parents):
            if not folder.is_relative_to(base):
                break
            with contextlib.suppress(OSError, ValueError):
                left = int((folder / limit).read_text()) - int((folder / used).read_text())
                # The used memory includes inactive pages of files. The kernel would drop these, so they count
                # as free. In version 1, only the total includes those of the groups below.
                stat = dict(line.split() for line in (folder / "memory.stat").read_text().splitlines())
                found.append(left + int(stat.get("total_inactive_file", stat.get("inactive_file", 0))))
    return found
