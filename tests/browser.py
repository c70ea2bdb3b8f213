"""A real Chromium for tests of pages: Debian's package, headless, run by Playwright, without network."""

import contextlib
import io
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from debian import missing
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

PACKAGE = "chromium"
_PATHS = ("/usr/bin/chromium", "/usr/bin/chromium-browser")
# Software WebGL gives the same pixels on every machine. There is no sandbox because root cannot use it.
_ARGUMENTS = (
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-dev-shm-usage",
    # Only WebGL needs the GPU process, which is software here. The rest of a page is faster without it.
    "--disable-gpu-compositing",
    # The popups of the address bar would start a process for each page. Chromium knows only the last
    # argument of this name, so the others are from Playwright's own: they look for devices, ask servers, or
    # wait.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,"
    "DestroyProfileOnBrowserClose,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding",
)
NARROW = {"width": 390, "height": 844}  # a phone
WIDE = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Yields one browser for each test module; skips and names the Debian package if it is absent."""
    executable = next((p for p in (*_PATHS, shutil.which(PACKAGE)) if p and Path(p).exists()), None)
    if executable is None:
        missing(PACKAGE)
    with sync_playwright() as playwright:
        # A page without network access must not use the caller's proxy.
        environ = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        browser = playwright.chromium.launch(executable_path=executable, args=[*_ARGUMENTS], env=environ)
        with contextlib.closing(browser):
            yield browser


class Opened:
    """A page, with its console messages and the addresses that it requested."""

    def __init__(self, page: Page):
        self.page = page
        self.said: list[str] = []  # warnings and errors of its console, and uncaught errors
        self.asked: list[str] = []  # addresses that it requested
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.said.append(f"uncaught: {error}"))
        page.on("request", lambda request: self.asked.append(request.url))

    def _on_console(self, message) -> None:
        # Chromium warns when pixels are read back from software WebGL. Only tests do this.
        if message.type in ("error", "warning") and "GPU stall due to ReadPixels" not in message.text:
            self.said.append(f"{message.type}: {message.text}")

    def ready(self, seconds: float = 240) -> None:
        """Waits until all sections are drawn."""
        self.page.wait_for_selector("#report[data-ready=true]", timeout=1000 * seconds)

    def until(self, expression: str, seconds: float = 60) -> None:
        """Waits until an expression is true.

        Playwright's own function does not work under the page's content security policy.
        """
        end = time.monotonic() + seconds
        while not self.page.evaluate(expression):
            assert time.monotonic() < end, f"not true after {seconds} s: {expression}"
            self.page.wait_for_timeout(50)

    def serious(self) -> list[str]:
        """Returns axe's serious and critical findings, each with its place."""
        found = Axe().run(self.page).response["violations"]
        return [
            f"{x['id']}: {x['help']} at {[node['target'] for node in x['nodes'][:4]]}"
            for x in found
            if x["impact"] in ("serious", "critical")
        ]


@contextlib.contextmanager
def opened(
    browser: Browser,
    where: Path | str,
    *,
    theme: str = "light",
    size: dict[str, int] | None = None,
    touch: bool = False,
) -> Iterator[Opened]:
    """Opens a file with the network off, or an address of this machine; `touch`: on a screen for fingers."""
    is_file = isinstance(where, Path)
    context = browser.new_context(
        viewport=size or WIDE, color_scheme=theme, reduced_motion="reduce", has_touch=touch, is_mobile=touch
    )
    with contextlib.closing(context):
        context.set_offline(is_file)
        page = context.new_page()
        seen = Opened(page)
        # The limit is long, because a busy machine may be slow and these tests do not measure speed.
        page.set_default_timeout(240_000)
        page.goto(where.resolve().as_uri() if is_file else where)
        seen.ready()
        yield seen


def saved(seen: Opened, name: str) -> bytes:
    """Returns the file that a button saves."""
    seen.page.set_default_timeout(60_000)
    with seen.page.expect_download() as taken:
        seen.page.get_by_role("button", name=name, exact=True).click()
    return taken.value.path().read_bytes()


def saved_picture(seen: Opened, name: str) -> Image.Image:
    """Returns the picture that a button saves."""
    return Image.open(io.BytesIO(saved(seen, name))).convert("RGB")


_BOXES = """() => [...document.querySelectorAll("svg")].flatMap((svg) => {
  const labels = [...svg.querySelectorAll('[aria-label$="axis tick label"]')];
  return labels.map((group) => [...group.querySelectorAll("text")].map((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    return { text: text.textContent, left, right, top, bottom };
  }));
})"""


def assert_tick_labels_apart(seen: Opened, axes: int) -> None:
    """Asserts for at least `axes` axes that no two tick labels overlap or have the same text."""
    found = [axis for axis in seen.page.evaluate(_BOXES) if axis]
    assert len(found) >= axes
    for axis in found:
        assert len({box["text"] for box in axis}) == len(axis), axis
        for i, a in enumerate(axis):
            for b in axis[:i]:
                across = min(a["right"], b["right"]) - max(a["left"], b["left"])
                down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
                assert min(across, down) < 0, (a, b)


_LINES = """(place) => [...document.querySelectorAll(`${place} svg`)].map((svg) => {
  const middle = (box, axis) => (axis === "x" ? box.left + box.right : box.top + box.bottom) / 2;
  const of = (label, shape, axis) => [...svg.querySelectorAll(`[aria-label="${label}"] ${shape}`)]
    .map((part) => middle(part.getBoundingClientRect(), axis));
  const both = (axis) => [of(`${axis}-grid`, "line", axis), of(`${axis}-axis tick label`, "text", axis)];
  return Object.fromEntries(["x", "y"].map((axis) => [axis, both(axis)]));
})"""


def grid_lines(seen: Opened, place: str) -> list[dict[str, tuple[list[float], list[float]]]]:
    """Returns the places of the grid lines and of the tick labels, by axis, for each drawing."""
    return seen.page.evaluate(_LINES, place)
