"""The addresses of the public API, version 1."""

from django.urls import path, re_path

from timeline.api.events import EventView
from timeline.api.unknown import UnknownAddressView
from timeline.api.whole import WholeView

urlpatterns = [
    path("atlases/<slug:slug>/whole.json", WholeView.as_view(), name="api-whole"),
    path("events/<slug:slug>/", EventView.as_view(), name="api-event"),
    re_path(r"^.*$", UnknownAddressView.as_view(), name="api-unknown"),
]
