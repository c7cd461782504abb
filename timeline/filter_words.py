"""Says a filter in words: "12 of 96 events: battles, constitutionalists, May to July 1909"."""

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from chronology.formatting import format_span, localised_digits
from chronology.spans import Span
from timeline.models.vocabulary import Status

KINDS = {
    "battle": gettext_lazy("battles"),
    "skirmish": gettext_lazy("skirmishes"),
    "capture": gettext_lazy("captures"),
    "march": gettext_lazy("marches"),
    "siege": gettext_lazy("sieges"),
    "occupation": gettext_lazy("occupations"),
    "bombardment": gettext_lazy("bombardments"),
    "uprising": gettext_lazy("uprisings"),
    "protest": gettext_lazy("protests"),
    "coup": gettext_lazy("coups"),
    "refuge": gettext_lazy("refuges"),
    "exile": gettext_lazy("exiles"),
    "accession": gettext_lazy("accessions"),
    "deposition": gettext_lazy("depositions"),
    "diplomacy": gettext_lazy("diplomacy"),
    "order": gettext_lazy("orders"),
    "telegram": gettext_lazy("telegrams"),
    "killing": gettext_lazy("killings"),
    "looting": gettext_lazy("lootings"),
    "politics": gettext_lazy("politics"),
}


def clauses(asked, names: dict[str, dict[str, str]]) -> tuple[str, ...]:
    """One phrase for each part of a filter (timeline.filters.EventFilter), in the active language.

    `names` gives, by field of the filter, the name of each slug.
    """
    said = []

    def named(field: str, pattern: str = "%(names)s") -> None:
        if slugs := getattr(asked, field):
            said.append(pattern % {"names": listed([names.get(field, {}).get(slug, slug) for slug in slugs])})

    if asked.kinds:
        said.append(listed([str(KINDS[kind]) for kind in asked.kinds]))
    named("sides")
    named("theatres")
    named("forces", _("with %(names)s"))
    named("people", _("with %(names)s"))
    named("places", _("at %(names)s"))
    named("sources", _("told by %(names)s"))
    if asked.according_to:
        who = names.get("according_to", {}).get(asked.according_to, asked.according_to)
        said.append(_("as %(name)s tells it") % {"name": who})
    if asked.statuses:
        said.append(listed([str(Status(status).label) for status in asked.statuses]))
    if len(asked.disputed) == 1:
        said.append(_("disputed") if asked.disputed[0] else _("not disputed"))
    said += [_("mentioning “%(query)s”") % {"query": text} for text in asked.asked]
    if asked.boxes:
        said.append(_("inside a box on the map"))
    if asked.near:
        radius = f"{asked.radius_km:g}"
        said.append(
            ngettext("within %(km)s km of a point", "within %(km)s km of a point", round(asked.radius_km))
            % {"km": figures(radius)}
        )
    said += _days(asked)
    return tuple(said)


def sentence(asked, shown: int, total: int, names: dict[str, dict[str, str]]) -> str:
    """The whole sentence; without any filter, the number alone."""
    if asked.is_empty:
        return ngettext("%(count)s event", "%(count)s events", total) % {"count": figures(total)}
    counted = ngettext("%(shown)s of %(count)s event", "%(shown)s of %(count)s events", total) % {
        "shown": figures(shown),
        "count": figures(total),
    }
    return _("%(count)s: %(parts)s") % {"count": counted, "parts": ", ".join(clauses(asked, names))}


def listed(words: list[str]) -> str:
    """battles or sieges."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s or %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def figures(number: object) -> str:
    """A number in the digits of the active language."""
    return localised_digits(str(number), get_language() or "en")


def _days(asked) -> list[str]:
    language = get_language() or "en"
    said = []
    if asked.begin or asked.end:
        begin = (asked.begin.earliest, asked.begin.latest) if asked.begin else (None, None)
        end = (asked.end.earliest, asked.end.latest) if asked.end else (None, None)
        said.append(format_span(Span.span(*begin, *end), language=language))
    for day in asked.on:
        # In the long style a whole year reads "some day in 1909", which is said of events, not of questions.
        style = "short" if day.width and day.width > 31 else "long"
        said.append(format_span(day, language=language, style=style))
    if said and asked.certainty == "possibly":
        said.append(_("certainly or possibly in these days"))
    return said
