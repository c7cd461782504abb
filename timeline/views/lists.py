"""The lists of movements, places, people, forces, sources, claims and atlases."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from geo.models import Place, PlaceKind
from timeline.api.formats.movements_geojson import MovementsGeojsonView
from timeline.api.formats.places_geojson import PlacesGeojsonView
from timeline.chronicle import claim_entries, force_entries, person_entries, place_entries, source_entries
from timeline.chronicle.atlases import atlas_entries
from timeline.chronicle.cited import titled
from timeline.chronicle.rows import movement_rows
from timeline.filter_reading import MOVEMENT_KEYS, movement_filter
from timeline.filter_words import figures
from timeline.models import Atlas, Claim, Force, Movement, Person, Source
from timeline.models.vocabulary import Attribute, ForceKind
from timeline.pages.alternates import alternates, every_document, question_of
from timeline.pages.claim_words import language
from timeline.pages.found import holding
from timeline.pages.linked_data.atlases import catalogue_data
from timeline.pages.listing import listing
from timeline.parameters import Parameters
from timeline.views.kept import page

BY_NAME = (Lower("name"), "pk")


@page("movements")
def movements(request, atlas):
    """Marches and voyages in the order of days."""
    asked, problems = movement_filter(request.GET, lenient=True)
    chosen = asked.restrict(Movement.objects.all()).order_by(F("begin_earliest").asc(nulls_last=True), "pk")
    cut = listing(chosen, request.GET, problems=problems)
    rows = movement_rows(chosen.filter(pk__in=cut.keys), language())
    counted = ngettext("%(count)s movement", "%(count)s movements", cut.count)
    told = alternates(question_of(request.GET, MOVEMENT_KEYS, cut.problems), [MovementsGeojsonView])
    return "pages/movements.html", listed(request, cut, counted, rows=rows, alternates=told)


@page("places")
def places(request, atlas):
    """Places by any spelling of their names."""
    template, context = _named(
        request,
        Place.objects.published(),
        place_entries,
        "pages/places.html",
        PlaceKind,
        ngettext_of=lambda count: ngettext("%(count)s place", "%(count)s places", count),
    )
    told = alternates(question_of(request.GET, ["q"], context["problems"]), [PlacesGeojsonView])
    return template, context | {"alternates": told}


@page("people")
def people(request, atlas):
    """Persons by any spelling of their names."""
    return _named(request, Person.objects.published(), person_entries, "pages/people.html", None,
                  ngettext_of=lambda count: ngettext("%(count)s person", "%(count)s people", count))  # fmt: skip


@page("forces")
def forces(request, atlas):
    """Forces by any spelling of their names."""
    return _named(request, Force.objects.published(), force_entries, "pages/forces.html", ForceKind,
                  ngettext_of=lambda count: ngettext("%(count)s force", "%(count)s forces", count))  # fmt: skip


def _named(request, records, entries, template: str, kinds, *, ngettext_of):
    parameters = Parameters(request.GET, lenient=True)
    text = parameters.value("q") or ""
    chosen = holding(records, text)
    if kinds is not None and (kind := parameters.choice("kind", kinds.values)):
        chosen = chosen.filter(kind=kind)
    chosen = chosen.order_by(*BY_NAME)
    cut = listing(chosen, request.GET, size=100, problems=parameters.problems)
    shown = entries(records.model.objects.filter(pk__in=cut.keys).order_by(*BY_NAME))
    used = dict.fromkeys(records.order_by().values_list("kind", flat=True).distinct()) if kinds is not None else ()
    options = [(value, label) for value, label in kinds.choices if value in used] if kinds is not None else []
    return template, listed(
        request, cut, ngettext_of(cut.count), rows=shown, kinds=options, kind=request.GET.get("kind", "")
    )


@page("sources")
def sources(request, atlas):
    """The works that make claims, with the number taken from each."""
    chosen = holding(Source.objects.published(), request.GET.get("q", "")[:200], "title", "short", "container")
    chosen = chosen.order_by(Lower("title"), "pk")
    cut = listing(chosen, request.GET)
    rows = source_entries(Source.objects.filter(pk__in=cut.keys).order_by(Lower("title"), "pk"))
    counted = ngettext("%(count)s source", "%(count)s sources", cut.count)
    return "pages/sources.html", listed(request, cut, counted, rows=rows)


@page("claims")
def claims(request, atlas):
    """Every claim, in the order of its source."""
    parameters = Parameters(request.GET, lenient=True)
    chosen = Claim.objects.published()
    known = parameters.known("source", Source.objects.published())
    if known:
        chosen = chosen.filter(source__slug__in=known)
    if attribute := parameters.choice("attribute", Attribute.values):
        chosen = chosen.filter(attribute=attribute)
    if text := parameters.value("q"):
        chosen = holding(chosen, text, "as_printed", "note", "section")
    chosen = chosen.order_by("source__slug", "number", "key")
    cut = listing(chosen, request.GET, column="key", size=100, problems=parameters.problems)
    rows = claim_entries(Claim.objects.filter(pk__in=cut.keys))
    counted = ngettext("%(count)s claim", "%(count)s claims", cut.count)
    return "pages/claims.html", listed(
        request,
        cut,
        counted,
        rows=rows,
        sources=Source.objects.published().order_by(Lower("title")).values_list("slug", "short", "title"),
        source=next(iter(known), ""),
        attributes=Attribute.choices,
        attribute=attribute,
    )


@page("atlases")
def atlases(request, atlas):
    """The atlases of this installation."""
    chosen = Atlas.objects.published().order_by("-is_default", "title", "pk")
    cut = listing(chosen, request.GET)
    records = chosen.filter(pk__in=cut.keys)
    rows = atlas_entries(records, language())
    told = [(each, titled(each, language()), every_document(f"?atlas={each.slug}")) for each in records]
    counted = ngettext("%(count)s atlas", "%(count)s atlases", cut.count)
    data = catalogue_data(told, request.build_absolute_uri)
    return "pages/atlases.html", listed(request, cut, counted, rows=rows, linked_data=data)


def listed(request, cut, counted: str, **more) -> dict:
    """What every list says of itself: the part shown, the sentence that counts, the words asked for."""
    said = counted % {"count": figures(cut.count)}
    text = request.GET.get("q", "").strip()[:200]
    if text:
        said = _("%(counted)s for “%(text)s”") % {"counted": said, "text": text}
    return {"cut": cut, "problems": cut.problems, "sentence": said, "q": text, **more}
