"""Works out the days of an entered claim: its own, or those its distance from something else comes to."""

from chronology.edtf import read_edtf
from chronology.errors import ChronologyError
from chronology.spans import Shape, Span
from timeline.anchors import Anchors, is_relative
from timeline.claim_checks import put_face_days
from timeline.entering.standing import claims_standing
from timeline.fields import put_span, span_of
from timeline.models import Claim, Event
from timeline.weighing import weigh


def put_entered_days(claim: Claim) -> None:
    """Write onto the claim, which is not saved, the days that its face or its anchor comes to.

    Raises RelativeDateCycle where the anchor hangs on the claim itself; a face that is no EDTF leaves no days.
    """
    put_span(claim, None)
    if claim.attribute != "date":
        return
    if claim.face:
        if is_edtf(claim.face):
            put_face_days(claim)
    elif is_relative(claim):
        span = Anchors(days_of_event).days_of(claim)
        put_span(claim, span)
        claim.face_shape = span.shape if span else ""


def is_edtf(text: str) -> bool:
    try:
        read_edtf(text)
    except ChronologyError:
        return False
    return True


def days_of_event(event: Event) -> Span | None:
    """The days an event is known by, those of claims nobody has published yet among them."""
    resolved = span_of(event)
    if resolved is not None:
        return resolved
    told = claims_standing().filter(event=event, attribute="date").exclude(face="")
    return weigh(told, event.decisions.select_related("claim"), Shape(event.shape)).span
