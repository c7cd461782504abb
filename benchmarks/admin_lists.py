"""Measures how long the admin's lists take at 100,000 events, and words it for docs/benchmarks.md."""

import http.client
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from benchmarks.gates import percentile
from tests.browser.site import manage

EVENTS, REQUESTS, LIMIT_MS = 100_000, 20, 1_000
HEADING = "## Lists of the admin"
ACCOUNT = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
user, _new = get_user_model().objects.get_or_create(username="measurer", is_staff=True, is_superuser=True)
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print(session.session_key)
"""
LISTS = {
    "the first page: what waits": "",
    "events": "timeline/event/",
    "events, the last page": "timeline/event/?p=2000",
    "events searched for two words": "timeline/event/?q=council+council",
    "events by title": "timeline/event/?o=1",
    "events filtered by kind": "timeline/event/?kind__exact=battle",
    "events without a claim": "timeline/event/?cited=no",
    "claims": "timeline/claim/",
    "claims searched for a word": "timeline/claim/?q=council",
    "claims filtered by attribute": "timeline/claim/?attribute__exact=date",
    "movements": "timeline/movement/",
    "movements searched for a word": "timeline/movement/?q=council",
    "participations": "timeline/participation/",
    "legs": "timeline/leg/",
    "places": "geo/place/",
    "sources": "timeline/source/",
    "choosing an event while typing": "autocomplete/?term=council&app_label=timeline&model_name=claim&field_name=event",
}


def measure(origin: str, data: Path) -> dict[str, float]:
    """p95 in ms of each list, asked over one kept connection by somebody signed in."""
    cookie = manage(data, "shell", "--verbosity=0", "--command", ACCOUNT).split()[-1]
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=120)
    return {title: _p95(connection, f"/admin/{path}", cookie) for title, path in LISTS.items()}


def _p95(connection: http.client.HTTPConnection, path: str, cookie: str) -> float:
    times = []
    for _ in range(REQUESTS + 1):
        begun = perf_counter()
        connection.request("GET", path, headers={"Cookie": f"sessionid={cookie}", "Accept-Encoding": "gzip"})
        response = connection.getresponse()
        response.read()
        times.append((perf_counter() - begun) * 1000)
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}")
    # The first request warms what a server warms once.
    return percentile(times[1:], 0.95)


def render(machine: str, figures: Mapping[str, float], events: int) -> str:
    """The section of the document."""
    lines = [
        HEADING,
        "",
        f"Made by `python3 run bench --admin`: {events:,} synthetic events with their claims and movements, in SQLite;"
        f" each list asked {REQUESTS} times by somebody signed in, whole pages of 50, p95.",
        "",
        f"Measured: {machine}.",
        "",
        "| list | gate | p95 | |",
        "|---|---:|---:|---|",
    ]
    for title, value in figures.items():
        verdict = "holds" if value <= LIMIT_MS else "**fails**"
        lines.append(f"| {title} | ≤ {LIMIT_MS / 1000:g} s | {value:.0f} ms | {verdict} |")
    return "\n".join(lines) + "\n"
