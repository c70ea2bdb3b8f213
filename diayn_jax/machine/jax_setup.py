"""How a process gets ready to train: JAX's devices, its cache, and third parties that say too much."""

import contextlib
import hashlib
import logging
import os
import platform
from collections.abc import Callable
from pathlib import Path

from diayn_jax.config import AUTO, ConfigError

# Loggers whose messages are no news to the user of a command.
_QUIET = ("absl", "orbax", "jax._src.xla_bridge", "jax._src.compiler", "jax._src.compilation_cache")
_LEAST_SECONDS = "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS"


def quiet() -> None:
    """Silences third parties by name; to be called before JAX is imported."""
    # XLA's C++ log, by severity. Its errors reach Python as exceptions; what only the log holds is
    # "very slow compile" and doubts about cached machine code (see `cache_dir`).
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
    """Chooses and starts JAX's devices.

    On a CPU there is one device per core, or `num_devices` where that is more, and, where
    `spare_threads` asks for it, more threads than theirs (see `envs.factorises`).

    Args:
      device, num_devices, deterministic: as the fields of `Config`.
      spare_threads: as of `parallel.use_cpu_cores`.
      say: is told where a GPU that is there is not used.

    Returns:
      The kind of device that JAX runs on: `cpu` or `gpu`.

    Raises:
      ConfigError: an accelerator was asked for and there is none, or JAX cannot start.
    """
    if deterministic:
        _add_xla_flag("--xla_gpu_deterministic_ops=true")
    import jax

    from diayn_jax import parallel

    if device == "cpu":
        jax.config.update("jax_platforms", "cpu")
    parallel.use_cpu_cores(1 if num_devices == AUTO else int(num_devices), spare_threads)
    _use_compilation_cache()
    try:
        found = "cpu" if jax.default_backend() == "cpu" else "gpu"
    except (RuntimeError, AssertionError) as error:
        # An assertion is all that JAX has for JAX_PLATFORMS=cuda without its plugin.
        asked = os.environ.get("JAX_PLATFORMS", "")
        why = str(error).partition("\n")[0]
        raise ConfigError(
            f"JAX cannot start (JAX_PLATFORMS={asked}). {why} Unset JAX_PLATFORMS, or use --device=cpu."
        ) from error
    if found == "cpu" and device != "cpu":
        from diayn_jax.machine import devices

        if device == "gpu":
            raise ConfigError(f"--device=gpu: {devices.why_no_gpu()} Or use --device=cpu.")
        if devices.has_nvidia_gpu() and not os.environ.get("JAX_PLATFORMS"):
            say(f"Running on the CPU. {devices.why_no_gpu()}")
    return found


def _add_xla_flag(flag: str) -> None:
    flags = os.environ.get("XLA_FLAGS", "")
    if flag.split("=")[0] not in flags:
        os.environ["XLA_FLAGS"] = f"{flags} {flag}".strip()


def cache_dir() -> Path:
    """Where compiled programs are kept between runs.

    Machine code is of use only on the kind of processor that it was made for, and a home
    directory may be shared by several: hence a folder for each.
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
        # JAX keeps what took a second. A run has two hundred smaller programs; once the large ones are kept,
        # these are most of what is compiled.
        jax.config.update(_LEAST_SECONDS.lower(), 0.0)
    if (
        jax.config.values["jax_compilation_cache_dir"]
        or not jax.config.values["jax_enable_compilation_cache"]
    ):
        return
    path = cache_dir()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        # A home that cannot be written costs compile time, nothing else.
        return
    jax.config.update("jax_compilation_cache_dir", str(path))
