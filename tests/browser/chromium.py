"""Finds the system's Chromium and starts it so that it can reach nothing but this machine."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# What no page of ours needs, and what costs more than the page: a second renderer that stands by for each window, and
# the pages that make up the address bar.
NEEDLESS = ("SpareRendererForSitePerProcess", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup")
# What Playwright switches off itself, as far as it reaches our pages: of several such lists Chromium hears the last.
SWITCHED_OFF = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
FLAGS = (
    # Containers run as root, where Chromium's own sandbox can't start; it only meets our pages.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join((*SWITCHED_OFF, *NEEDLESS))}",
    # Shared memory is small in containers.
    "--disable-dev-shm-usage",
    # No name is ever looked up: a page that asks another host fails at once, and is recorded.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
NONE_FOUND = (
    "No Chromium found, so the browser tests were skipped. Install it (Debian: apt install chromium) "
    "or name a Chrome or Edge in the variable CHROMIUM."
)


def find_chromium() -> str | None:
    """The browser's program: what CHROMIUM names, else what is installed, else None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named) or named
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((path for path in APPLICATIONS if Path(path).exists()), None)


def launch(playwright, **options):
    """Start Chromium under Playwright."""
    return playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS), **options)
