"""Provides OpenGL without a screen for MuJoCo's renderer: EGL, or else OSMesa.

`mujoco.Renderer` draws the same pixels, but it uses the backend that MUJOCO_GL named when `mujoco` was first
imported. Without MUJOCO_GL, this is GLFW, which needs a screen. An environment imports `mujoco` long before
anything is drawn.
"""

import contextlib
import ctypes
import functools
import importlib
import os
import sys
from collections.abc import Iterator
from typing import Any

from diayn_jax.config import ConfigError

_PLATFORMS = ("egl", "osmesa", "glfw")
_DEVICE_PLATFORM = 0x313F  # EGL_PLATFORM_DEVICE_EXT
_PACKAGES = "libegl1 and libgl1-mesa-dri, or else libosmesa6"


@contextlib.contextmanager
def opengl(width: int, height: int) -> Iterator[None]:
    """Makes an OpenGL context current in this thread, for pictures up to this size.

    Raises:
      ConfigError: there is no OpenGL; the message names the Debian packages that provide it.
    """
    made = _make(width, height)
    try:
        made.make_current()
        yield
    finally:
        made.free()


def _make(width: int, height: int) -> Any:
    if sys.platform != "linux":
        import mujoco

        return mujoco.GLContext(width, height)
    name = platform()
    # MuJoCo's library reads this when it first draws, and PyOpenGL when it is imported. Both happen after
    # `import mujoco`, which an environment may have done long before.
    os.environ["MUJOCO_GL"] = name
    if name != "glfw":
        os.environ["PYOPENGL_PLATFORM"] = name
    try:
        return importlib.import_module(f"mujoco.{name}").GLContext(width, height)
    except (ImportError, AttributeError, RuntimeError) as error:
        raise ConfigError(
            f"OpenGL by {name} does not start here ({error}). Install Debian's {_PACKAGES}."
        ) from error


@functools.cache
def platform() -> str:
    """Returns the OpenGL backend on Linux: MUJOCO_GL, or else the first of `egl` and `osmesa` that works.

    Raises:
      ConfigError: neither works, or MUJOCO_GL has an unknown value.
    """
    chosen = os.environ.get("MUJOCO_GL", "").lower().strip()
    if chosen in _PLATFORMS:
        return chosen
    if chosen:
        raise ConfigError(
            f"MUJOCO_GL={chosen}: it takes {', '.join(_PLATFORMS)}. Unset it to have one chosen."
        )
    if _egl_works():
        return "egl"
    if _loads("libOSMesa.so.8") or _loads("libOSMesa.so.6"):
        return "osmesa"
    raise ConfigError(
        "Pictures of MuJoCo's scenes need OpenGL without a screen, and neither EGL nor OSMesa works here. "
        f"Install Debian's {_PACKAGES} (apt-get install …)."
    )


def _loads(library: str) -> Any:
    try:
        return ctypes.CDLL(library)
    except OSError:
        return None


def _egl_works() -> bool:
    """Whether EGL has a device on which a display starts.

    This is tested without PyOpenGL, which cannot change its backend once it is imported.
    """
    egl = _loads("libEGL.so.1")
    if egl is None:
        return False
    egl.eglGetProcAddress.restype = ctypes.c_void_p
    query = egl.eglGetProcAddress(b"eglQueryDevicesEXT")
    display_of = egl.eglGetProcAddress(b"eglGetPlatformDisplayEXT")
    if not query or not display_of:
        return False
    pointer, number = ctypes.c_void_p, ctypes.c_int32
    devices, count = (pointer * 16)(), number(0)
    ask = ctypes.CFUNCTYPE(ctypes.c_uint, number, ctypes.POINTER(pointer), ctypes.POINTER(number))(query)
    if not ask(len(devices), devices, ctypes.byref(count)):
        return False
    open_display = ctypes.CFUNCTYPE(pointer, ctypes.c_uint, pointer, pointer)(display_of)
    egl.eglInitialize.argtypes = (pointer, pointer, pointer)
    for device in devices[: count.value]:
        display = open_display(_DEVICE_PLATFORM, device, None)
        if display and egl.eglInitialize(display, None, None):
            return True
    return False
