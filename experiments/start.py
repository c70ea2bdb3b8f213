"""What a command settles before JAX starts: devices, caches, and the noise of third parties."""

import contextlib
import hashlib
import logging
import os
import platform
from pathlib import Path

from diayn_jax.config import AUTO, ConfigError

# Loggers whose messages are no news to the user of a command.
_QUIET = ("absl", "orbax", "jax._src.xla_bridge", "jax._src.compiler", "jax._src.compilation_cache")


def quiet() -> None:
    """Silences third parties by name; to be called before JAX is imported."""
    # XLA's and TSL's C++ log: 0 all, 1 without infos, 2 without warnings, 3 without errors.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)


def start_jax(*, device: str = AUTO, num_devices: int | str = AUTO, deterministic: bool = False) -> str:
    """Chooses and starts JAX's devices.

    On a CPU there is one device per core, or `num_devices`.

    Returns:
      The kind of device that JAX runs on: `cpu` or `gpu`.

    Raises:
      ConfigError: an accelerator was asked for and there is none.
    """
    if deterministic:
        _add_xla_flag("--xla_gpu_deterministic_ops=true")
    import jax

    from diayn_jax import parallel

    if device == "cpu":
        jax.config.update("jax_platforms", "cpu")
    parallel.use_cpu_cores(None if num_devices == AUTO else int(num_devices))
    _use_compilation_cache()
    found = "cpu" if jax.default_backend() == "cpu" else "gpu"
    if device == "gpu" and found == "cpu":
        raise ConfigError(_no_gpu())
    if device == AUTO and found == "cpu" and has_nvidia_gpu() and not os.environ.get("JAX_PLATFORMS"):
        print(f"{_no_gpu()} Running on the CPU.")
    return found


def has_nvidia_gpu() -> bool:
    """Whether the machine shows an NVIDIA GPU, whatever JAX makes of it."""
    return Path("/dev/nvidia0").exists() or Path("/proc/driver/nvidia/version").exists()


def _no_gpu() -> str:
    if has_nvidia_gpu():
        said = "JAX cannot use this machine's NVIDIA GPU."
    else:
        said = "JAX finds no GPU on this machine."
    if os.environ.get("JAX_PLATFORMS"):
        return f"--device=gpu: JAX_PLATFORMS={os.environ['JAX_PLATFORMS']} keeps JAX from one. Unset it."
    return (
        f"--device=gpu: {said} It takes a driver for CUDA 12 or 13 and JAX's plugin for it: "
        "pip install 'diayn_jax[cuda12]' or 'diayn_jax[cuda13]'. Or use --device=cpu."
    )


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
