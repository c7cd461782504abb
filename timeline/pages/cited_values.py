"""Gathers claims that say the same into one line with every place where they say it: for where room is short."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.chronicle.entries import ClaimEntry, MovementEntry
from timeline.citations import locator_text
from timeline.pages.legs import LegRow, leg_rows
from timeline.pages.printed_dates import PrintedDate
from timeline.pages.statements import Attributes, Statement


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a work something is said, in words, with the page of the claim."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Work:
    """A work by its slug, with its title and the spots in it."""

    source: str
    title: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class CitedDate:
    """A printed date with every work that prints it so and means the same."""

    row: PrintedDate
    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class CitedValue:
    """One value of one attribute, with the works that give it."""

    label: str
    statement: Statement
    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class CitedLeg:
    """A leg in words, with the works that tell of it."""

    told: LegRow
    works: tuple[Work, ...]


def works_of(claims: Iterable[ClaimEntry]) -> tuple[Work, ...]:
    """The works of these claims, each once, in the order they are met; a heading is named once for its spots."""
    gathered: dict[str, list[ClaimEntry]] = {}
    for claim in claims:
        gathered.setdefault(claim.citation.source, []).append(claim)
    return tuple(Work(source, own[0].citation.source_title, _spots(own)) for source, own in gathered.items())


def cited_dates(rows: Iterable[PrintedDate]) -> tuple[CitedDate, ...]:
    """The rows with those joined that differ in nothing but where they are printed."""
    gathered: dict[tuple, list[PrintedDate]] = {}
    for row in rows:
        claim = row.claim
        anchor = claim.relative_to.to.id if claim.relative_to else ""
        same = (claim.as_printed, claim.subject.id, anchor, row.anchored)
        gathered.setdefault((*same, row.edge, row.reading, row.calendar, row.asides, row.standing), []).append(row)
    return tuple(CitedDate(own[0], works_of(row.claim for row in own)) for own in gathered.values())


def cited_legs(movement: MovementEntry) -> tuple[CitedLeg, ...]:
    """The legs of a march in their order, each with what is claimed of it and of its way."""
    by_key = {claim.id: claim for claim in movement.claims}
    rows = leg_rows(movement)
    return tuple(CitedLeg(row, works_of(by_key[key] for key in row.leg.claims if key in by_key)) for row in rows)


def cited_values(groups: Iterable[Attributes], *, without: tuple[str, ...] = ()) -> tuple[CitedValue, ...]:
    """Every value of every attribute but those named in `without`."""
    return tuple(
        CitedValue(group.label, statement, works_of(statement.claims))
        for group in groups
        if group.attribute not in without
        for statement in group.statements
    )


def _spots(claims: list[ClaimEntry]) -> tuple[Spot, ...]:
    """Each spot once: a sentence that says two things is one spot."""
    spots: dict[tuple, Spot] = {}
    before = None
    for claim in claims:
        cited = claim.citation
        where = (cited.section, cited.paragraph, cited.page)
        if where in spots:
            continue
        heading = "" if cited.section == before and (cited.paragraph is not None or cited.page) else cited.section
        words = locator_text(section=heading, paragraph=cited.paragraph, page=cited.page)
        # "para." and its number stay on one line.
        spots[where] = Spot(words.replace(". ", ".\u00a0") or _("in the text"), claim.url)
        before = cited.section
    return tuple(spots.values())
