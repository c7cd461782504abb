"""Words what a rearrangement would make of an event's days, place and disagreements."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.admin.rearranging.sides import ClaimLine
from timeline.chronicle.rows import words_of
from timeline.contradictions import Contradiction
from timeline.models.vocabulary import Attribute
from timeline.pages.claim_words import edge_words, language
from timeline.pages.disagreements import status_words
from timeline.rearranging.foreseeing import Foreseen
from timeline.sequences import FIRST
from timeline.weighing import Disagreement, Weighed


@dataclass(frozen=True, slots=True)
class Clash:
    """A disagreement with the lines of the claims that take part in it."""

    about: str
    status: str
    new: bool
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What will stand of an event: its title, its days now and then, and what will disagree."""

    title: str
    days_now: str
    days_then: str
    clashes: tuple[Clash, ...]
    settled: tuple[str, ...]
    order: tuple[Clash, ...] = ()

    @property
    def new(self) -> int:
        return sum(clash.new for clash in self.clashes) + len(self.order)


def outlook(
    title: str, foreseen: Foreseen, lines: dict[str, ClaimLine], order: Iterable[Contradiction] = ()
) -> Outlook:
    """Word what is foreseen of the event called `title`; `lines` are the claims by key, `order` what it would upset."""
    new = foreseen.new
    return Outlook(
        title=title,
        days_now=_days(foreseen.now) if foreseen.now else "",
        days_then=_days(foreseen.then),
        clashes=tuple(
            Clash(
                about=_about(each),
                status=status_words(each.conflict.status),
                new=each in new,
                claims=tuple(lines[key] for key in each.conflict.claims if key in lines),
            )
            for each in (foreseen.then.disagreements if foreseen.then else ())
        ),
        settled=tuple(_about(each) for each in foreseen.settled),
        order=tuple(
            Clash(
                about=_("first of its kind") if each.kind == FIRST else str(Attribute.SEQUENCE.label),
                status=status_words(each.status),
                new=True,
                claims=tuple(lines[key] for key in each.claims if key in lines),
            )
            for each in order
        ),
    )


def _days(weighed: Weighed | None) -> str:
    if weighed is None or weighed.span is None:
        return _("no date of its own")
    return words_of(weighed.span, language())


def _about(disagreement: Disagreement) -> str:
    label = str(Attribute(disagreement.attribute).label)
    # For numbers the edge is their unit.
    edge = edge_words(disagreement.edge) or (
        disagreement.edge if disagreement.attribute in ("strength", "casualties") else ""
    )
    return f"{label}, {edge}" if edge else label
