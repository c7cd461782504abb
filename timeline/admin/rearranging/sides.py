"""Sets out all that an event holds, for pages that show two events side by side."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from timeline.admin.rearranging.choosing import placed
from timeline.chronicle import claim_entries
from timeline.chronicle.entries import ClaimEntry
from timeline.citations import locator_text
from timeline.models import Claim, Decision, Event, Movement, Participation, Relation
from timeline.pages.claim_words import edge_words, short_statement
from timeline.rearranging.holdings import Holdings
from timeline.rearranging.plan import Row
from timeline.rearranging.reading import claims_held_by


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a line: `row` names it in a form, `said` is its value in words, `of` what it belongs to."""

    row: str
    key: str
    url: str
    about: str
    said: str
    printed: str
    source: str
    spot: str
    published: bool
    of: str


@dataclass(frozen=True, slots=True)
class Part:
    """A participation, relation or movement with its claims; `row` is "" for what is said of the event itself."""

    row: str
    name: str
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """An event as one column of the page: what it is, and everything that refers to it, by heading."""

    event: Event
    when: str
    where: str
    headings: tuple[tuple[str, tuple[Part, ...]], ...]
    decisions: tuple[str, ...]
    count: int


def side_of(event: Event, held: Holdings) -> Side:
    """Return the event set out; seven queries, however much it holds."""
    lines = claim_lines(Claim.objects.filter(claims_held_by(event.pk)))
    of = {row: tuple(group) for row, group in _by_subject(held, lines)}
    participations = Participation.objects.filter(event=event).select_related("person", "force", "side")
    relations = Relation.objects.filter(pk__in=[r.key for r in held.relations]).select_related("from_event", "to_event")
    movements = Movement.objects.filter(event=event)
    decisions = Decision.objects.filter(event=event).select_related("claim")
    headings = (
        (_("Said of the event"), (Part("", "", of.get(held.event.row, ())),)),
        (_("Who took part"), tuple(_part(p, f"{p}{f' ({p.side})' if p.side else ''}", of) for p in participations)),
        (_("How it stands to others"), tuple(_part(r, str(r), of) for r in relations)),
        (_("Movements told with it"), tuple(_part(m, m.title, of) for m in movements)),
    )
    where_and_when = placed(event)
    return Side(
        event=event,
        when=where_and_when.when,
        where=where_and_when.where,
        headings=tuple(heading for heading in headings if heading[1] and (heading[1][0].row or heading[1][0].claims)),
        decisions=tuple(f"{d.get_attribute_display()} {edge_words(d.edge)}: {d} – {d.reason}" for d in decisions),
        count=len(lines),
    )


def _by_subject(held: Holdings, lines: dict[str, ClaimLine]):
    ordered = sorted(held.claims, key=lambda claim: claim.of)
    for row, claims in groupby(ordered, key=lambda claim: claim.of):
        yield row, [lines[claim.name] for claim in claims if claim.name in lines]


def _part(record, name: str, of: dict[Row, tuple[ClaimLine, ...]]) -> Part:
    row = Row(record._meta.model_name, record.pk)
    return Part(f"{row.table}.{row.key}", name, of.get(row, ()))


def claim_lines(claims) -> dict[str, ClaimLine]:
    """The claims of a queryset as lines, by key; two queries."""
    keys = {key: (pk, publication) for pk, key, publication in claims.values_list("pk", "key", "publication")}
    return {
        entry.id: _line(entry, keys[entry.id][0], keys[entry.id][1] == "published") for entry in claim_entries(claims)
    }


def _line(entry: ClaimEntry, key: int, published: bool) -> ClaimLine:
    edge = edge_words(entry.edge)
    citation = entry.citation
    return ClaimLine(
        row=f"claim.{key}",
        key=entry.id,
        url=entry.url,
        about=f"{entry.attribute_label}, {edge}" if edge else str(entry.attribute_label),
        said=short_statement(entry) or entry.note or entry.gap,
        printed=entry.as_printed,
        source=citation.source_title,
        spot=locator_text(section=citation.section, paragraph=citation.paragraph, page=citation.page),
        published=published,
        of=entry.of.name,
    )
