"""Lists the records that are files beside their pages: /events/<slug>.json holds what the API says of /events/<slug>/.

A static copy holds the same files, so that a program reads either without knowing which it is.
"""

from django.urls import path

from timeline.api.disputes import DisputeView
from timeline.api.urls import COLLECTIONS

FOLDERS = {kind: plural for plural, kind, _many, _one in COLLECTIONS} | {"dispute": "disputes"}


def route_of_file(kind: str) -> str:
    """The name of the address: "event-file"."""
    return f"{kind}-file"


def record_files() -> list:
    """The address patterns; like pages they may be asked as often as anybody likes."""
    views = {kind: view for _plural, kind, _many, view in COLLECTIONS} | {"dispute": DisputeView}
    return [
        path(
            f"{folder}/<{'path' if kind == 'dispute' else 'slug'}:slug>.json",
            views[kind].as_view(route=route_of_file(kind), throttle_classes=[]),
            name=route_of_file(kind),
        )
        for kind, folder in FOLDERS.items()
    ]
