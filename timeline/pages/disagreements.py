"""Sets out what the sources disagree about: the values, the axis, the explanation, the decision."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.chronicle.answers import Explanation
from timeline.chronicle.entries import ClaimEntry, DisputeEntry
from timeline.filter_words import figures
from timeline.models.vocabulary import Attribute, Role
from timeline.pages.claim_words import edge_words, short_statement
from timeline.pages.claimed_days import claimed_days, read_days
from timeline.pages.notes import Notes
from timeline.pages.readings import AcceptedReading, ProposedReading, accepted_readings, day_words, proposed_readings
from timeline.pages.strip import Strip, strip_plot


@dataclass(frozen=True, slots=True)
class Values:
    """One of the values claimed, with which end of its subject it is of, or "", and the claims (keys) that give it."""

    words: str
    of: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One disagreement as the page tells it; `strip` for days, `values` for anything else.

    explanation: why they differ, None where nothing was reckoned; accepted: the readings that editors hold to;
    proposed: those that nobody has accepted.
    """

    about: str
    status: str
    status_words: str
    strip: Strip | None
    values: tuple[Values, ...]
    explanation: Explanation | None
    accepted: tuple[AcceptedReading, ...]
    proposed: tuple[ProposedReading, ...]
    dispute: DisputeEntry
    decided_on: str
    witnesses: str


def disagreements(disputes, claims, notes: Notes, *, about: str = "") -> tuple[Disagreement, ...]:
    """The disagreements of a record about one value, with their claims looked up among its own."""
    by_key = {claim.id: claim for claim in claims}
    found = []
    for number, dispute in enumerate((d for d in disputes if not d.is_of_order), start=1):
        own = [by_key[key] for key in dispute.claims if key in by_key]
        if dispute.attribute == "date":
            # What agrees with one side or the other belongs on the axis too.
            own = [c for c in by_key.values() if c.attribute == "date" and _same_end(c, dispute)] or own
        found.append(_disagreement(dispute, own, notes, f"strip-{number}"))
    return tuple(found)


def _same_end(claim: ClaimEntry, dispute: DisputeEntry) -> bool:
    ends = {"departs": "begin", "arrives": "end", "": "on"}
    subject = dispute.id.split(":")[0]
    own = claim.subject.id == subject or (claim.of.id == subject and claim.subject.type in ("event", "movement"))
    return own and ends.get(claim.edge, claim.edge) == ends.get(dispute.edge, dispute.edge)


def _disagreement(dispute: DisputeEntry, claims: list[ClaimEntry], notes: Notes, name: str) -> Disagreement:
    strip = None
    if dispute.attribute == "date":
        marks = claimed_days(claims, notes)
        strip = strip_plot(marks + read_days(dispute.proposals, claims, marks, notes), name)
    return Disagreement(
        about=about_words(dispute),
        status=dispute.status,
        status_words=status_words(dispute.status),
        strip=strip,
        values=() if strip else _values(claims),
        explanation=dispute.explanation,
        accepted=accepted_readings(claims),
        proposed=proposed_readings(dispute.proposals, notes),
        dispute=dispute,
        decided_on=day_words(dispute.decision.on) if dispute.decision else "",
        witnesses=_witnesses(claims),
    )


def status_words(status: str) -> str:
    """open, explained, decided, undecidable: as a reader would say it."""
    return {
        "open": _("still open"),
        "explained": _("explained"),
        "decided": _("decided by an editor"),
        "undecidable": _("an editor holds it undecidable"),
    }.get(status, status)


def about_words(dispute: DisputeEntry) -> str:
    """Which value of its subject it is about: "date, leg 6, arrives"."""
    if dispute.attribute == "participant":
        # Its edge is the role that only one can have.
        return str(Role(dispute.edge).label) if dispute.edge in Role.values else _("role")
    attribute = str(Attribute(dispute.attribute).label) if dispute.attribute in Attribute.values else ""
    leg = dispute.id.split(":")[0].partition("/")[2]
    parts = [
        attribute,
        _("leg %(number)s") % {"number": figures(leg)} if leg else "",
        edge_words(dispute.edge),
    ]
    return ", ".join(part for part in parts if part)


def _values(claims: list[ClaimEntry]) -> tuple[Values, ...]:
    grouped: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        words = short_statement(claim) or claim.as_printed or claim.note
        grouped.setdefault((words, edge_words(claim.edge)), []).append(claim.id)
    return tuple(Values(words, of, tuple(keys)) for (words, of), keys in grouped.items())


def _witnesses(claims: list[ClaimEntry]) -> str:
    """How many independent works stand behind it: a copy is not a second witness."""
    count = len({claim.citation.witness or claim.citation.source for claim in claims})
    if count == 1 and len(claims) == 2:
        return _("Both statements come from one work and count as one witness.")
    if count == 1 and len(claims) > 1:
        return ngettext(
            "The statement comes from one work and counts as one witness.",
            "All %(count)s statements come from one work and count as one witness.",
            len(claims),
        ) % {"count": figures(len(claims))}
    return ngettext("One witness.", "%(count)s independent witnesses.", count) % {"count": figures(count)}
