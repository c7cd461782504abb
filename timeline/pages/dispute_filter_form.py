"""Offers the filters of disagreements: kinds as links, the others as a plain form, each with its count."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.chronicle.entries import DisputeList
from timeline.dispute_filter_words import names_in, phrases
from timeline.dispute_filters import KINDS, DisputeFilter
from timeline.filter_words import figures
from timeline.pages.dispute_words import kind_words, method_words, status_word
from timeline.pages.filter_form import Choice, Field


@dataclass(frozen=True, slots=True)
class KindLink:
    """A kind with how many there are of it; the one in use leads back to all."""

    label: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class DisputeForm:
    """What the reader can choose; `kept` are the values of the address that the form has no field for."""

    kinds: tuple[KindLink, ...]
    fields: tuple[Field, ...]
    kept: tuple[tuple[str, str], ...]


def dispute_form(
    asked: DisputeFilter, counted: dict[str, Counter[str]], everything: DisputeList, query: QueryDict
) -> DisputeForm:
    """The form for what is asked; no query."""
    names = names_in(everything)
    fields = (
        ("status", _("Standing"), asked.statuses, status_word),
        ("explained_by", _("What explains it"), asked.explained_by, method_words),
        ("event", _("Event"), asked.events, lambda slug: names["event"].get(slug, slug)),
        ("source", _("Source"), asked.sources, lambda slug: names["source"].get(slug, slug)),
    )
    kept = [(key, value) for key in ("kind", "attribute", "atlas", "ordering") for value in query.getlist(key) if value]
    return DisputeForm(
        kinds=tuple(
            _kind_link(kind, counted["kind"][kind], asked, query)
            for kind in KINDS
            if counted["kind"][kind] or kind in asked.kinds
        ),
        fields=tuple(Field(key, label, _choices(counted[key], chosen, words)) for key, label, chosen, words in fields),
        kept=tuple((key, value[:200]) for key, value in kept),
    )


def sentence(asked: DisputeFilter, shown: int, total: int, everything: DisputeList) -> str:
    """What is shown: "9 of 32 disagreements: dates, open"."""
    if asked.is_empty:
        return ngettext("%(count)s disagreement", "%(count)s disagreements", total) % {"count": figures(total)}
    counted = ngettext("%(shown)s of %(count)s disagreement", "%(shown)s of %(count)s disagreements", total) % {
        "shown": figures(shown),
        "count": figures(total),
    }
    return _("%(count)s: %(parts)s") % {"count": counted, "parts": "; ".join(phrases(asked, everything))}


def _kind_link(kind: str, count: int, asked: DisputeFilter, query: QueryDict) -> KindLink:
    address = query.copy()
    address.pop("after", None)
    address.pop("kind", None)
    chosen = kind in asked.kinds
    if not chosen:
        address["kind"] = kind
    return KindLink(kind_words(kind), count, f"?{address.urlencode()}" if address else "/disputes/", chosen)


def _choices(counted: Counter[str], chosen: tuple[str, ...], words: Callable[[str], str]) -> tuple[Choice, ...]:
    """What can be chosen, with what is chosen already though it would show nothing, by its words."""
    values = dict.fromkeys((*counted, *chosen))
    choices = (Choice(value, words(value), counted[value], value in chosen) for value in values)
    return tuple(sorted(choices, key=lambda choice: choice.label.casefold()))
