"""Prepares a process for training: JAX's devices, its compilation cache, and quiet third-party logs."""

import contextlib
import hashlib
import logging
import os
import platform
from collections.abc import Callable
from pathlib import Path

from diayn_jax.config import AUTO, ConfigError

# Loggers whose warnings do not help the user of a command.
_QUIET = ("absl", "orbax", "jax._src.xla_bridge", "jax._src.compiler", "jax._src.compilation_cache")
_LEAST_SECONDS = "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS"


def quiet() -> None:
    """Silences the logs of third parties. Call this before JAX is imported."""
    # Silence XLA's C++ log. Its errors reach Python as exceptions. Only warnings about slow compilations and
    # about cached machine code (see `cache_dir`) are lost.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)


def start_jax(
    *,
    device: str = AUTO,
    num_devices: int | str = AUTO,
    deterministic: bool = False,
    spare_threads: bool = False,
    say: Callable[[str], None] = print,
) -> str:
    """Chooses and starts JAX's devices; returns the kind that JAX runs on, `cpu` or `gpu`.

    On a CPU, JAX gets one device per core, or `num_devices` if this is more.

    Args:
      device, num_devices, deterministic: see the fields of `Config`.
      spare_threads: see `parallel.use_cpu_cores`.
      say: called with a message if the machine has a GPU that JAX does not use.

    Raises:
      ConfigError: `device` is `gpu` and there is no accelerator, or JAX cannot start.
    """
    flags = os.environ.get("XLA_FLAGS", "")
    if deterministic and "--xla_gpu_deterministic_ops" not in flags:
        os.environ["XLA_FLAGS"] = f"{flags} --xla_gpu_deterministic_ops=true".strip()
    import jax

    from diayn_jax import parallel

    if device == "cpu":
        jax.config.update("jax_platforms", "cpu")
    parallel.use_cpu_cores(1 if num_devices == AUTO else int(num_devices), spare_threads)
    _use_compilation_cache()
    try:
        found = "cpu" if jax.default_backend() == "cpu" else "gpu"
    except (RuntimeError, AssertionError) as error:
        # JAX raises an AssertionError for JAX_PLATFORMS=cuda without its plugin.
        asked = os.environ.get("JAX_PLATFORMS", "")
        why = str(error).partition("\n")[0]
        why = f" {why}" if why else ""
        raise ConfigError(
            f"JAX cannot start (JAX_PLATFORMS={asked}).{why} Unset JAX_PLATFORMS, or use --device=cpu."
        ) from error
    if found == "cpu" and device != "cpu":
        from diayn_jax.machine import devices

        if device == "gpu":
            raise ConfigError(f"--device=gpu: {devices.why_no_gpu()} Or use --device=cpu.")
        if devices.has_nvidia_gpu() and not os.environ.get("JAX_PLATFORMS"):
            say(f"Running on the CPU. {devices.why_no_gpu()}")
    return found


def cache_dir() -> Path:
    """Returns the directory of compiled programs, which later runs use again.

    Each kind of processor has its own directory, because machine code runs only on the kind that it was
    compiled for, and different machines may share a home directory.

    Raises:
      RuntimeError: the user has no home directory.
    """
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "diayn_jax" / "jax" / _processor()


def _processor() -> str:
    lines = [platform.machine(), platform.processor()]
    with contextlib.suppress(OSError):
        seen = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
        keys = ("model name", "flags", "Features")
        lines += [next((line for line in seen if line.startswith(key)), "") for key in keys]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def _use_compilation_cache() -> None:
    import jax

    if _LEAST_SECONDS not in os.environ:
        # By default, JAX caches programs that took a second or more to compile. A run also has two hundred
        # smaller programs. If only the large ones are cached, the small ones take most of the compile time.
        jax.config.update(_LEAST_SECONDS.lower(), 0.0)
    if (
        jax.config.values["jax_compilation_cache_dir"]
        or not jax.config.values["jax_enable_compilation_cache"]
    ):
        return
    try:
        path = cache_dir()
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        # Without a writable home directory, programs are compiled again in each run. In a container, the user
        # may have none.
        return
    jax.config.update("jax_compilation_cache_dir", str(path))
