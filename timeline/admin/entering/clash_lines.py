"""Words what an entered claim would conflict with: the claims against it, why they may differ, what it may mean."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.admin.rearranging.sides import ClaimLine, claim_lines
from timeline.chronicle.answers import Proposal
from timeline.chronicle.entries import DisputeEntry
from timeline.chronicle.labels import worded
from timeline.entering.explaining import Explained, name_of
from timeline.fields import span_of
from timeline.filter_words import figures
from timeline.models import Claim
from timeline.models.vocabulary import Attribute, ReadingMethod
from timeline.pages.claim_words import edge_words
from timeline.pages.disagreements import status_words
from timeline.sequences import FIRST


@dataclass(frozen=True, slots=True)
class Against:
    """A claim that takes part in a conflict; address: its page in the admin."""

    key: str
    address: str
    of: str
    about: str
    said: str
    printed: str
    source: str
    spot: str
    published: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict in words; between: whether it is the order of things that contradicts, not two values of one;
    agreeing: those of the claims in it that say the same as the one entered, or leave room for it."""

    about: str
    status: str
    between: bool
    claims: tuple[Against, ...]
    agreeing: tuple[Against, ...]
    why: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingProposed:
    """What the words may have been meant to say; name: what a form sends; share: of a hundred such cases."""

    name: str
    meant: str
    display: str
    method: str
    why: str
    share: str
    edtf: str


@dataclass(frozen=True, slots=True)
class ReadingOfAnother:
    """A reading of a claim it conflicts with, to be taken over on that claim's page."""

    key: str
    address: str
    sentence: str


def clash_lines(explained: Explained) -> tuple[Clash, ...]:
    """The conflicts of an entered claim in words; three queries where there are any."""
    disputes = explained.disputes
    if not disputes:
        return ()
    lines = _lines({key for each in disputes for key in each.claims} - {explained.claim.key})
    return tuple(_clash(each, lines, explained.foresight.agreeing) for each in disputes)


def _lines(keys: set[str]) -> dict[str, ClaimLine]:
    return claim_lines(Claim.objects.filter(key__in=keys))


def _clash(dispute: DisputeEntry, lines: dict[str, ClaimLine], room: frozenset[str]) -> Clash:
    explanation = dispute.explanation
    told = [key for key in dispute.claims if key in lines]
    agreeing = [] if dispute.is_of_order else [key for key in told if key in room]
    return Clash(
        about=_about(dispute),
        status=status_words(dispute.status),
        between=dispute.is_of_order,
        claims=tuple(_against(lines[key]) for key in told if key not in agreeing),
        agreeing=tuple(_against(lines[key]) for key in agreeing),
        why=explanation.text if explanation else "",
        lines=explanation.lines if explanation else (),
    )


def _about(dispute: DisputeEntry) -> str:
    if dispute.is_of_order:
        named = "; ".join(subject.name for subject in dispute.subjects)
        label = _("first of its kind") if dispute.kind == FIRST else str(Attribute.SEQUENCE.label)
        return f"{label}: {named}" if named else label
    label = str(Attribute(dispute.attribute).label)
    # For numbers the edge is their unit.
    edge = edge_words(dispute.edge) or (dispute.edge if dispute.kind == "number" else "")
    return f"{label}, {edge}" if edge else label


def _against(line: ClaimLine) -> Against:
    return Against(
        key=line.key,
        address=_address(line.row.partition(".")[2]),
        of=line.of,
        about=line.about,
        said=line.said,
        printed=line.printed if line.printed != line.said else "",
        source=line.source,
        spot=line.spot,
        published=line.published,
    )


def _address(pk: str | int) -> str:
    return reverse("admin:timeline_claim_change", args=[pk])


def agreement(explained: Explained) -> str:
    """How many claims of the same thing leave room for this one, in a sentence; "" where it cannot be said."""
    if not explained.can_be_weighed:
        return _("Choose the source and what the claim speaks of to see what it conflicts with.")
    if explained.claim.attribute == "date" and span_of(explained.claim) is None:
        typed = explained.claim.as_printed or explained.claim.face
        return "" if typed else _("Type the words as printed: the days they come to stand here before you save.")
    beside, told = explained.foresight.beside, {key for each in explained.disputes for key in each.claims}
    room = sum(1 for claim in beside if claim.key in explained.foresight.agreeing and claim.key not in told)
    if not beside:
        return _("No other claim says this of “%(subject)s” yet.") % {"subject": explained.entry.subject.name[:160]}
    if not room:
        return ""
    sentence = ngettext(
        "%(count)s other claim of the same leaves room for it.",
        "%(count)s other claims of the same leave room for it.",
        room,
    )
    return sentence % {"count": figures(room)}


def proposed_lines(explained: Explained) -> tuple[ReadingProposed, ...]:
    """What the words of the claim itself may have been meant to say."""
    return tuple(_proposed(each) for each in explained.proposals)


def _proposed(proposal: Proposal) -> ReadingProposed:
    return ReadingProposed(
        name=name_of(proposal),
        meant=proposal.meant,
        display=proposal.display if proposal.display != proposal.meant else "",
        method=worded(ReadingMethod, proposal.method),
        why=proposal.why,
        share=_("About %(share)s of a hundred such cases.") % {"share": figures(round(100 * proposal.score))},
        edtf=proposal.edtf,
    )


def readings_of_others(explained: Explained) -> tuple[ReadingOfAnother, ...]:
    """Readings of the claims against it, in sentences; one query where there are any."""
    proposals = explained.proposals_of_others
    if not proposals:
        return ()
    found = dict(Claim.objects.filter(key__in={each.claim for each in proposals}).values_list("key", "pk"))
    return tuple(
        ReadingOfAnother(
            key=each.claim,
            address=_address(found[each.claim]),
            sentence=_("“%(printed)s” may mean %(meant)s: %(why)s")
            % {"printed": each.as_printed, "meant": each.display, "why": each.why},
        )
        for each in proposals
        if each.claim in found
    )
