"""Takes pictures of the served atlas: the one in the README, or all sizes and grounds for looking at."""

import argparse
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from benchmarks.browser_measures import DOTS, PLATE, marked
from tests.browser.chromium import find_chromium, launch
from tests.browser.site import ROOT, prepare, serving

# The day the design's plates show: columns converging on Tehran.
VIEW = "/?day=1909-07-11"
IMAGES = ROOT / "docs" / "images"
SCREENS = {"phone": (360, 740), "laptop": (1280, 800), "projector": (1920, 1080)}
SCHEMES = ("light", "dark")


def _read(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 run screenshots", description=__doc__)
    parser.add_argument("--all", action="store_true", help="every size and ground instead of the README's picture")
    parser.add_argument("--path", default=VIEW, help="the page to take (default %(default)s)")
    parser.add_argument("--folder", type=Path, default=IMAGES, help="where to put the pictures")
    return parser.parse_args(words)


def take(browser, origin: str, path: str, size: tuple[int, int], scheme: str, file: Path) -> None:
    """One picture, once the map and the timeline have drawn everything."""
    context = browser.new_context(
        base_url=origin,
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=2 if size[0] < 500 else 1,
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="UTC",
    )
    page = context.new_page()
    page.goto(path, wait_until="load")
    if page.locator("#atlas-map").count():
        marked(page, DOTS + PLATE)
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 800)))")
    page.screenshot(path=file)
    context.close()
    # A plate of few inks: a palette keeps the repository small and no eye tells the difference.
    with Image.open(file) as picture:
        small = picture.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(file, optimize=True)


def main(words: list[str]) -> int:
    chosen = _read(words)
    if not find_chromium():
        print("No Chromium found. Install it (Debian: apt install chromium) or name one in CHROMIUM.", file=sys.stderr)
        return 1
    chosen.folder.mkdir(parents=True, exist_ok=True)
    pictures = (
        [(name, size, scheme) for name, size in SCREENS.items() for scheme in SCHEMES]
        if chosen.all
        else [("atlas", SCREENS["laptop"], "light")]
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(prepare(Path(folder) / "site")) as origin,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        for name, size, scheme in pictures:
            file = chosen.folder / (f"{name}-{scheme}.png" if chosen.all else f"{name}.png")
            take(browser, origin, chosen.path, size, scheme, file)
            print(file)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
