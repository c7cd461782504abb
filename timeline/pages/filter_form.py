"""Offers the filters of events as a plain form: each choice with the count it would show."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from timeline.facets import facets, sources_told
from timeline.filters import EventFilter
from timeline.pages.claim_words import language


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a filter."""

    id: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One filter with its options."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FilterForm:
    """What the reader can choose; `kept` are the values of the address that the form has no field for;
    `tellers` the sources that can tell the whole, each with its number of events.
    """

    fields: tuple[Field, ...]
    texts: dict[str, str]
    kept: tuple[tuple[str, str], ...]
    used: bool
    tellers: tuple[Choice, ...] = ()

    @property
    def chosen(self) -> bool:
        """Whether one of the lists has a choice."""
        return any(choice.chosen for field in self.fields for choice in field.choices)


def filter_form(asked: EventFilter, query: QueryDict, *, ordering: str = "") -> FilterForm:
    """The form for what is asked; a fixed number of queries."""
    labels = {
        "kind": _("Kind"),
        "theatre": _("Theatre"),
        "side": _("Side"),
        "place": _("Place"),
        "person": _("Person"),
        "force": _("Force"),
        "source": _("Source"),
        "status": _("Status"),
    }
    counted = facets(asked, language())
    tellers = _choices(sources_told(asked), [asked.according_to])
    fields = tuple(Field(name, label, _choices(counted[name], query.getlist(name))) for name, label in labels.items())
    disputed = Field(
        "disputed",
        _("Agreement"),
        tuple(
            Choice(row["id"], _("sources disagree") if row["id"] == "true" else _("not disputed"), row["count"],
                   row["id"] in query.getlist("disputed"))
            for row in counted["disputed"]
        ),
    )  # fmt: skip
    return FilterForm(
        fields=(*fields, disputed),
        texts={name: query.get(name, "")[:200] for name in ("q", "from", "to")},
        kept=(("ordering", ordering),) if ordering else (),
        used=not asked.is_empty,
        tellers=tellers,
    )


def _choices(rows: list[dict], chosen: list[str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(row["id"], str(row["label"]), row["count"], row["id"] in chosen)
        for row in sorted(rows, key=lambda row: str(row["label"]).casefold())
    )
