"""Tells a disagreement for its page and for the list of all: what, on which days, who says so, why, what stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.chronicle.differences import dates_apart
from timeline.chronicle.entries import ClaimEntry, DisputeEntry, DisputeList
from timeline.chronicle.values import Reference
from timeline.filter_words import figures
from timeline.pages.best_reading import BestReading
from timeline.pages.calendar_words import CalendarWord, calendar_words
from timeline.pages.contradictions import sentence_of
from timeline.pages.disagreements import about_words
from timeline.pages.dispute_axis import Axis
from timeline.pages.dispute_statements import Said, Statements
from timeline.pages.dispute_tracks import drawn
from timeline.pages.dispute_words import kind_words, likelihood_words, status_word
from timeline.pages.moments import atlas_address
from timeline.pages.readings import AcceptedReading, ProposedReading, accepted_readings, day_words, proposed_readings


@dataclass(frozen=True, slots=True)
class Proposed:
    """A reading nobody has accepted: how likely in words, and the numbers of the statements it reads."""

    reading: ProposedReading
    likelihood: str
    numbers: str


@dataclass(frozen=True, slots=True)
class ToldDispute:
    """A disagreement as the page tells it; number: its place in the list, 0 where it stands alone.

    subject, others: the things it is about; about: which value of them; part: the leg, where it is one; apart:
    how far its dates lie from each other; axis, best: the drawing and the day it is counted from, None where no
    day can be drawn; decided: the statement an editor chose; calendars: what is to be known of those it names;
    atlas: the address of the atlas at that moment.
    """

    number: int
    dispute: DisputeEntry
    subject: Reference
    others: tuple[Reference, ...]
    part: str
    about: str
    status: str
    sentence: str
    apart: str
    axis: Axis | None
    best: BestReading | None
    statements: tuple[Said, ...]
    accepted: tuple[AcceptedReading, ...]
    proposed: tuple[Proposed, ...]
    decided: Said | None
    decided_on: str
    witnesses: str
    calendars: tuple[CalendarWord, ...]
    atlas: str

    @property
    def id(self) -> str:
        return self.dispute.id

    @property
    def url(self) -> str:
        return f"/disputes/{self.dispute.id}/"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The dispute before or after another one: enough to write a link to it."""

    url: str
    name: str
    about: str


def neighbours(dispute: DisputeEntry, order: Sequence[DisputeEntry]) -> tuple[Neighbour | None, Neighbour | None]:
    """Those before and after it in this order, in which it is."""
    place = [each.id for each in order].index(dispute.id)
    before = order[place - 1] if place else None
    after = order[place + 1] if place + 1 < len(order) else None
    return tuple(
        each and Neighbour(f"/disputes/{each.id}/", each.subjects[0].name, _about(each)) for each in (before, after)
    )


def told_disputes(
    disputes: Iterable[DisputeEntry], everything: DisputeList, *, begin: int = 1, atlas_url: str = "/"
) -> tuple[ToldDispute, ...]:
    """The disagreements in the given order, numbered from `begin`; no query."""
    return tuple(told(each, everything, number, atlas_url) for number, each in enumerate(disputes, start=begin))


def told(dispute: DisputeEntry, everything: DisputeList, number: int = 0, atlas_url: str = "/") -> ToldDispute:
    """One disagreement."""
    claims = everything.claims_of(dispute)
    several = len(dispute.subjects) > 1
    statements = Statements(claims, several=several)
    axis, best = drawn(dispute, claims, statements, f"axis-{number}")
    subject, *others = dispute.subjects
    owner, part = _owner(subject, claims)
    chosen = dispute.decision.claim if dispute.decision else ""
    return ToldDispute(
        number=number,
        dispute=dispute,
        subject=owner,
        others=tuple(_owner(other, claims)[0] for other in others),
        part=part,
        about=_about(dispute),
        status=status_word(dispute.status),
        sentence=sentence_of(dispute) if dispute.is_of_order else "",
        apart="" if several else dates_apart([claim for claim in claims if claim.attribute == "date"]),
        axis=axis,
        best=best,
        statements=tuple(statements.entries),
        accepted=accepted_readings(claims),
        proposed=tuple(
            Proposed(
                reading,
                likelihood_words(reading.proposal.score),
                figures(", ".join(map(str, statements.numbers(reading.claims)))),
            )
            for reading in proposed_readings(dispute.proposals, statements)
        ),
        decided=next((said for said in statements.entries if said.claim.id == chosen), None),
        decided_on=day_words(dispute.decision.on) if dispute.decision else "",
        witnesses=_witnesses(dispute.witnesses),
        calendars=calendar_words(_told_words(dispute, claims)),
        atlas=_moment(owner, best, atlas_url),
    )


def _told_words(dispute: DisputeEntry, claims: Iterable[ClaimEntry]) -> Iterable[str]:
    """The words in which a calendar may be named: printed, explained, held and proposed."""
    yield from (claim.as_printed for claim in claims)
    yield from (dispute.explanation.text, dispute.explanation.arithmetic) if dispute.explanation else ()
    yield from (f"{claim.interpreted.arithmetic} {claim.interpreted.reason}" for claim in claims if claim.interpreted)
    yield from (f"{each.meant} {each.why}" for each in dispute.proposals)
    yield dispute.decision.reason if dispute.decision else ""


def _about(dispute: DisputeEntry) -> str:
    of_one_thing = len(dispute.subjects) < 2
    return (about_words(dispute) if of_one_thing else "") or kind_words(dispute.kind)


def _owner(subject: Reference, claims) -> tuple[Reference, str]:
    """What has a page, and the leg of it that is meant, or ""."""
    if subject.type != "leg":
        return subject, ""
    of = next((claim.of for claim in claims if claim.subject.id == subject.id), None)
    number = subject.id.rpartition("/")[2]
    leg = _("leg %(number)s: %(name)s") % {"number": figures(number), "name": subject.name}
    return (of, leg) if of else (subject, "")


def _moment(owner: Reference, best: BestReading | None, atlas_url: str) -> str:
    days = (best.first, best.first) if best else None
    return atlas_address(owner.type, owner.id, atlas_url=atlas_url, days=days)


def _witnesses(count: int) -> str:
    if count < 1:
        return ""
    words = ngettext("%(count)s independent witness", "%(count)s independent witnesses", count)
    return words % {"count": figures(count)}
