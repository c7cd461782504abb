"""Addresses of what tests of rearranging open."""

from django.urls import reverse

from timeline.models import Event


def to_merge(kept: Event, gone: Event) -> str:
    return f"{reverse('admin:timeline_event_merge')}?keep={kept.pk}&other={gone.pk}"
