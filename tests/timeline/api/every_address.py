"""Every address that programs may ask, with the name of a record where it takes one, and the view that answers."""

from django.urls import get_resolver

from timeline.api.formats.register import FEEDS
from timeline.api.views import PublicView

RECORDS = {
    "atlas": "revolution",
    "whole": "revolution",
    "event": "capture",
    "movement": "march",
    "place": "tehran",
    "force": "cossacks",
    "person": "yeprem",
    "source": "wiki",
    "claim": "wiki-1",
    "lesson": "two-dates",
    "dispute": "capture:date:on",
}
# What these addresses can't be asked without.
QUESTIONS = {
    "positions": {"on": "1909-07-11"},
    "convert": {"date": "22 Tir 1288"},
    "readings": {"date": "22 July 1909"},
    "geocode": {"q": "Enzeli"},
}


def every_address() -> dict[str, PublicView]:
    """A view of the kind that answers each address."""
    found = {f"/{view.address}": view() for view in FEEDS}
    for pattern in get_resolver("timeline.api.urls").url_patterns:
        kind = (pattern.name or "").removeprefix("api-")
        if kind == "unknown":
            continue
        address = f"/api/v1/{pattern.pattern}"
        for written in ("<slug:slug>", "<path:slug>"):
            address = address.replace(written, RECORDS.get(kind, ""))
        found[address] = pattern.callback.view_class()
    return found


def question_of(address: str) -> dict[str, str]:
    """What has to be asked there."""
    return QUESTIONS.get(address.removeprefix("/api/v1/").strip("/"), {})
