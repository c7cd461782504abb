"""What a claim must have to be kept: the rules the admin, the loader and imports share."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from chronology.calendars import Calendar, from_day
from chronology.edtf import edtf_choices, parse_edtf
from chronology.errors import ChronologyError, DateParseError
from chronology.parsing import parse_candidates
from timeline.fields import put_span
from timeline.models.vocabulary import Edge

DATE_EDGES = ("", "on", "begin", "end", "departs", "arrives")
PLACE_EDGES = ("", "at", "from", "to", "via")
NUMBERS = ("strength", "casualties", "duration")


def check_claim(claim) -> None:
    """Raise ValidationError, field by field, for what the claim lacks or contradicts."""
    errors: dict[str, list[ValidationError]] = {}

    def refuse(field: str, code: str, sentence: str) -> None:
        errors.setdefault(field, []).append(ValidationError(sentence, code=code))

    _check_edges(claim, refuse)
    _check_value(claim, refuse)
    _check_anchor(claim, refuse)
    if claim.low is not None and claim.high is not None and claim.low > claim.high:
        refuse("high", "range_reversed", _("The least number is greater than the most: exchange them."))
    if errors:
        raise ValidationError(errors)


def put_face_days(claim) -> None:
    """Write the days of the claim's face into its columns; a relative claim gets its own later."""
    if claim.attribute == "date" and claim.face:
        span = parse_edtf(claim.face)
        put_span(claim, span)
        claim.face_shape = span.shape
    elif claim.attribute != "date":
        put_span(claim, None)
        claim.face_shape = ""


def _check_edges(claim, refuse) -> None:
    allowed = {"date": DATE_EDGES, "place": PLACE_EDGES}.get(claim.attribute, ("",))
    if claim.edge not in allowed:
        ends = ", ".join(str(Edge(edge).label) for edge in allowed if edge)
        sentence = _("This end does not belong to that attribute: leave it empty, or choose one of: %(ends)s.")
        alone = _("Only a date or a place has an end: leave this empty.")
        refuse("edge", "edge_unfit", sentence % {"ends": ends} if ends else alone)
    in_a_series = claim.event_id is not None and claim.low is not None and claim.unit
    if claim.attribute == "sequence" and claim.relation_id is None and not in_a_series:
        refuse(
            "attribute",
            "sequence_needs_relation",
            _("A sequence is claimed of a relation, or counts an event in a series that its unit names."),
        )


def _check_value(claim, refuse) -> None:
    if claim.attribute == "date":
        _check_date(claim, refuse)
    elif claim.attribute == "place" and claim.place is None and not claim.gap:
        refuse("place", "place_missing", _("Name the place, or say what is missing in the text."))
    elif claim.attribute == "route" and not claim.route and not claim.gap:
        refuse("route", "route_missing", _("Name the places of the route, in order."))
    elif claim.attribute == "outcome" and not claim.outcome:
        refuse("outcome", "outcome_missing", _("Choose the outcome that the source states."))
    elif (
        claim.attribute in NUMBERS
        and claim.low is None
        and claim.high is None
        and not (claim.as_printed or claim.unit or claim.parts or claim.gap)
    ):
        refuse("as_printed", "number_missing", _("Give the number as printed, or say what is missing."))


def _check_date(claim, refuse) -> None:
    relative = claim.relative_to_claim_id or claim.relative_to_event_id
    if not claim.face:
        if not relative and not claim.gap:
            refuse("face", "date_missing", _("Give the date, what it hangs on, or say what is missing."))
        return
    try:
        faces = edtf_choices(claim.face)
    except ChronologyError as error:
        refuse("face", error.code, error.message)
        return
    printed = _printed_spans(claim)
    if printed and not any(one.compatible_with(other) for one in faces for other in printed):
        refuse(
            "face",
            "face_not_as_printed",
            _("“%(printed)s” does not say %(face)s: the face is the literal value. Empty it to take the words’.")
            % {"printed": claim.as_printed, "face": claim.face},
        )


def _printed_spans(claim) -> list:
    if not claim.as_printed:
        return []
    year = next(iter(edtf_choices(claim.face))).earliest if "year" in claim.supplied else None
    try:
        candidates = parse_candidates(claim.as_printed, _known_calendar(claim), year=_gregorian_year(year))
    except DateParseError:
        return []
    return [candidate.date.span for candidate in candidates]


def _known_calendar(claim):
    return Calendar(claim.calendar) if claim.calendar in list(Calendar) else None


def _gregorian_year(day):
    return None if day is None else from_day(Calendar.GREGORIAN, day)[0]


def _check_anchor(claim, refuse) -> None:
    relative = claim.relative_to_claim_id or claim.relative_to_event_id
    bounded = claim.offset_low is not None or claim.offset_high is not None
    if bounded and not relative:
        refuse("relative_to_event", "anchor_missing", _("Say what these days are counted from."))
    if claim.relative_to_claim_id and claim.relative_to_claim_id == claim.pk:
        refuse("relative_to_claim", "hangs_on_itself", _("A claim can't hang on itself: choose another."))
    if None not in (claim.offset_low, claim.offset_high) and claim.offset_low > claim.offset_high:
        refuse("offset_high", "range_reversed", _("The least number of days is greater than the most: exchange them."))
