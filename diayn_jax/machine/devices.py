"""Chooses the devices that a run is sharded over, and checks that they exist."""

import dataclasses
import os
from pathlib import Path

import jax

from diayn_jax import envs, parallel, shell
from diayn_jax.config import AUTO, Config, ConfigError

_DETERMINISTIC = "--xla_gpu_deterministic_ops=true"


def choose_num_devices(config: Config, env: envs.Env) -> int:
    """Returns the number of devices that the run is sharded over.

    Raises:
      ConfigError: `num_devices` is more than JAX has, does not divide environments and batch, or is more than
        the environment supports.
    """
    if env.runs_on != "simulator":
        available = jax.device_count()
        if env.backend in envs.FACTORISES and jax.default_backend() == "cpu":
            # One device is always allowed: most robots' factorisations are too small to be split.
            available = min(available, max(1, (parallel.num_threads() - 1) // parallel.FACTORISATIONS))
            if config.num_devices != AUTO and int(config.num_devices) > available:
                raise ConfigError(
                    f"--num_devices={config.num_devices}: {env.name} on {env.backend} has threads for "
                    f"{available} here. Lower it, leave it out, or start with the environment variable "
                    f"PJRT_NPROC={parallel.threads_for(int(config.num_devices))}."
                )
        return parallel.choose_num_devices(config, available)
    if jax.process_count() > 1:
        raise ConfigError(
            f"The simulators of {env.name} are stepped in order by one process, and the run has "
            f"{jax.process_count()} processes. Start one process."
        )
    if config.num_devices not in (AUTO, 1):
        raise ConfigError(
            f"--num_devices={config.num_devices}: the simulators of {env.name} are stepped in order from "
            "one device. Leave it out."
        )
    return 1


def check_device(config: Config) -> None:
    """Checks that JAX runs on the device that the config names, and deterministically if the config says so.

    Raises:
      ConfigError: there is no such accelerator; JAX has started on another device; JAX has started without
        the flag that makes a GPU deterministic.
    """
    platform = jax.default_backend()
    if config.device == "gpu" and platform == "cpu":
        raise ConfigError(f"--device=gpu: {why_no_gpu()} Or use --device=cpu.")
    if config.device == "cpu" and platform != "cpu":
        raise ConfigError(
            f"--device=cpu: JAX has already started on {platform}. Set JAX_PLATFORMS=cpu before it starts."
        )
    if config.deterministic and platform == "gpu" and _DETERMINISTIC not in os.environ.get("XLA_FLAGS", ""):
        raise ConfigError(
            "--deterministic on a GPU needs XLA_FLAGS=" + _DETERMINISTIC + " before JAX starts. The "
            "command sets it. In a notebook, set it in os.environ at the top."
        )


def why_no_gpu() -> str:
    """Returns a text that says why JAX has no GPU here, and what to do about it."""
    platforms = os.environ.get("JAX_PLATFORMS")
    if platforms and not {"cuda", "gpu", "rocm"} & set(platforms.split(",")):
        return f"JAX_PLATFORMS={platforms} keeps JAX from using a GPU. Unset it."
    if has_nvidia_gpu():
        why = "JAX cannot use this machine's NVIDIA GPU. Install the JAX plugin for the driver's CUDA:"
    else:
        why = "JAX finds no GPU. Install a driver and JAX's plugin for it:"
    return f"{why} {shell.pip_install('diayn_jax[cuda12]')} (or cuda13)."


def has_nvidia_gpu() -> bool:
    """Returns whether the machine has an NVIDIA GPU, even if JAX cannot use it."""
    return Path("/dev/nvidia0").exists() or Path("/proc/driver/nvidia/version").exists()


def to_resume_on(path: Path, config: Config, last: int) -> Config:
    """Adapts the config of a resumed run, with resolved kind and number of devices, to this machine.

    `num_devices` becomes auto if it is `last`, the run's last number, and this machine has fewer devices or
    its processes do not divide this number.

    Raises:
      ConfigError: the run was trained on another kind of device.
    """
    here = parallel.platform()
    if config.device not in (AUTO, here):
        advice = why_no_gpu() if here == "cpu" else "Set JAX_PLATFORMS=cpu before JAX starts."
        raise ConfigError(
            f"{path} was trained on a {config.device.upper()}, and JAX runs on a {here.upper()}, where the "
            f"run would differ. {advice} To start it anew here, use --config={path} without --resume."
        )
    if config.num_devices == last and (last > jax.device_count() or last % jax.process_count()):
        return dataclasses.replace(config, num_devices=AUTO)
    return config
