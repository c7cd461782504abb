"""The claims on the page of what they speak of: read there, opened from there, begun there."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.entering.matters import BY_ATTRIBUTE, divided_claims
from timeline.admin.entering.ways_back import PARAMETER, named
from timeline.chronicle import claim_entries
from timeline.citations import locator_text
from timeline.models import Claim, Event, Leg, Movement, Participation, Relation
from timeline.models.vocabulary import Attribute, Publication
from timeline.pages.claim_words import edge_words, short_statement
from timeline.publishing.rights import OPEN
from timeline.rearranging.reading import claims_held_by
from timeline.support import of_movement

# What is entered most often of each, with the end it usually speaks of.
_BEGUN = {
    Event: (("date", "on"), ("place", "at"), ("duration", ""), ("strength", ""), ("casualties", ""), ("outcome", "")),
    Movement: (("route", ""), ("strength", ""), ("date", "begin"), ("date", "end")),
    Leg: (("date", "departs"), ("date", "arrives"), ("place", "from"), ("place", "to"), ("strength", "")),
    Participation: (("participant", ""), ("side", ""), ("strength", "")),
    Relation: (("sequence", ""),),
}


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a line; of: what it speaks of, where that is only a part of the record shown; open: whether
    editors change it, and not reviewers alone.
    """

    key: str
    about: str
    of: str
    said: str
    printed: str
    source: str
    spot: str
    publication: str
    open: bool
    edit: str
    decide: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A link to a new claim."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page of a record shows of claims; parts: whom or what else a claim may speak of here."""

    rows: tuple[ClaimRow, ...]
    begun: tuple[Begun, ...]
    parts: tuple[Begun, ...]


def claims_shown(record) -> Shown:
    """The claims of a kept record and of its parts; nine queries at most, however many there are."""
    back = named(record)
    divided = divided_claims(_taking_part(record))
    claims = Claim.objects.filter(_claims_of(record))
    kept = {key: (pk, publication) for pk, key, publication in claims.values_list("pk", "key", "publication")}
    rows = [_row(entry, *kept[entry.id], back, str(record), divided) for entry in claim_entries(claims)]
    order = {attribute: place for place, attribute in enumerate(Attribute.labels)}
    rows.sort(key=lambda row: order.get(row.about.partition(",")[0], len(order)))
    return Shown(tuple(rows), _begun(record, back), tuple(_begun_of_part(part, back) for part in _parts(record)))


def _claims_of(record) -> Q:
    if isinstance(record, Event):
        return claims_held_by(record.pk)
    if isinstance(record, Movement):
        return of_movement(record)
    return Q(**{record._meta.model_name: record.pk})


def _taking_part(record):
    """The participations of an event or a march; of a participation those beside it."""
    if isinstance(record, Participation):
        record = record.subject
    if isinstance(record, Event | Movement):
        return record.participations.all()
    return Participation.objects.none()


def _row(entry, pk: int, publication: str, back: str, whole: str, divided: set[str]) -> ClaimRow:
    citation, edge = entry.citation, edge_words(entry.edge)
    query = urlencode({PARAMETER: back})
    decidable = entry.attribute in BY_ATTRIBUTE or entry.id in divided
    return ClaimRow(
        key=entry.id,
        about=f"{entry.attribute_label}, {edge}" if edge else str(entry.attribute_label),
        of="" if entry.subject.name == whole else entry.subject.name,
        said=short_statement(entry) or entry.note or entry.gap,
        printed=entry.as_printed,
        source=citation.source_title,
        spot=locator_text(section=citation.section, paragraph=citation.paragraph, page=citation.page),
        publication=str(Publication(publication).label),
        open=publication in OPEN,
        edit=f"{reverse('admin:timeline_claim_change', args=[pk])}?{query}",
        decide=f"{reverse('admin:timeline_claim_decide', args=[pk])}?{query}" if decidable else "",
    )


def _address(record, back: str, **more: str) -> str:
    values = {record._meta.model_name: record.pk, PARAMETER: back, **more}
    return (
        f"{reverse('admin:timeline_claim_add')}?{urlencode({name: value for name, value in values.items() if value})}"
    )


def _begun(record, back: str) -> tuple[Begun, ...]:
    links = [Begun(_("Add a claim"), _address(record, back))]
    for attribute, edge in _BEGUN[type(record)]:
        words = edge_words(edge)
        label = str(Attribute(attribute).label)
        links.append(
            Begun(f"{label}, {words}" if words else label, _address(record, back, attribute=attribute, edge=edge))
        )
    return tuple(links)


def _parts(record) -> list:
    if not isinstance(record, Event | Movement):
        return []
    parts = list(record.participations.select_related("person", "force"))
    if isinstance(record, Movement):
        return [*parts, *record.legs.select_related("movement", "start", "end").order_by("order")]
    return [*parts, *record.relations_out.select_related("from_event", "to_event")]


def _begun_of_part(part, back: str) -> Begun:
    attribute = {Participation: "participant", Relation: "sequence"}.get(type(part), "")
    return Begun(str(part), _address(part, back, attribute=attribute))


class ClaimsShown(admin.TabularInline):
    """An inline that only shows: claims are entered on a page of their own, and lead back to this one."""

    model = Claim
    template = "admin/entering/claims_shown.html"
    extra = max_num = 0
    can_delete = False
    verbose_name_plural = gettext_lazy("Claims")

    class Media:
        css = {"all": ("frontend/claim-entry.css",)}
        js = ("frontend/claim-entry.js",)

    def get_fields(self, request, obj=None):
        # Named so, and not as `fields`: where those are empty Django makes a form of all that a claim has, twice.
        return ()

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).none()


class ClaimsOfEvent(ClaimsShown):
    fk_name = "event"


class ClaimsOfMovement(ClaimsShown):
    fk_name = "movement"


class ClaimsOfLeg(ClaimsShown):
    fk_name = "leg"


class ClaimsOfParticipation(ClaimsShown):
    fk_name = "participation"


class ClaimsOfRelation(ClaimsShown):
    fk_name = "relation"
