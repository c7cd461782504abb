"""Says in words what the measuring was done on."""

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import django

from tests.browser.chromium import find_chromium


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    if described.exists():
        found = re.search(r"^model name\s*:\s*(.+)$", described.read_text(encoding="utf-8"), re.MULTILINE)
        if found:
            return found[1]
    return platform.processor() or platform.machine()


def _load() -> str:
    """What else the machine was doing: above a fraction of a core the times are not the product's own."""
    return f"load average before it {os.getloadavg()[0]:.1f}; " if hasattr(os, "getloadavg") else ""


def describe() -> str:
    """One line: date, processor, cores, other load and the versions that matter; ask before measuring."""
    browser = subprocess.run([find_chromium(), "--version"], capture_output=True, text=True, check=True).stdout
    return (
        f"{datetime.now(UTC).date().isoformat()}; {os.cpu_count()} cores, {_processor()}, no GPU; "
        f"{_load()}{platform.system()}; Python {platform.python_version()}; Django {django.get_version()}; "
        f"{' '.join(browser.split()[:2])}, headless, 1280×800"
    )
