"""The pages on which editors merge and split events, move claims, weigh proposals, and take acts back."""

from django.urls import path

from . import acts, merging, moving, proposing, splitting

__all__ = ["CLAIM_ACTIONS", "EVENT_ACTIONS", "acts", "claim_addresses", "event_addresses"]

EVENT_ACTIONS = (merging.merge_selected,)
CLAIM_ACTIONS = (moving.move_selected,)


def event_addresses() -> list:
    """The addresses of these pages under the admin's events."""
    return [
        path("merge/", merging.merge, name="timeline_event_merge"),
        path("relate/", proposing.relate, name="timeline_event_relate"),
        path("attach/", proposing.attach, name="timeline_event_attach"),
        path("proposals/", proposing.all_proposals, name="timeline_event_proposals"),
        path("proposals/aside/", proposing.put_aside, name="timeline_event_put_aside"),
        path("<int:key>/merge/", merging.choose_other, name="timeline_event_merge_with"),
        path("<int:key>/split/", splitting.split, name="timeline_event_split"),
    ]


def claim_addresses() -> list:
    """The address under the admin's claims on which they are moved."""
    return [path("move/", moving.move, name="timeline_claim_move")]
