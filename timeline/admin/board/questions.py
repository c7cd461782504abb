"""The board's sections of what nobody has decided: disputes, doubtful marches, proposals."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from timeline.admin.board.sections import Line, Section, list_address
from timeline.admin.entering.matters import OF_PARTS
from timeline.chronicle.entries import DisputeEntry
from timeline.models import Claim, Event, Leg, Movement
from timeline.models.vocabulary import Attribute, Edge
from timeline.waiting.questions import Doubt, Found, Proposed, open_questions

PLURAL = {"event": Event, "movement": Movement}


def dispute_section(user, state: str, language: str, most: int, skip: int = 0, *, whole: bool = False) -> Section:
    found, current = open_questions("disputes", state, language, whole=whole)
    shown = found.items[skip : skip + most] if found else ()
    return _section(
        "disputes", _("Disputed and undecided"), _("Every dispute is explained or decided."), found, current,
        _dispute_lines(user, shown), [(_("As readers see them"), "/disputes/?status=open")],
    )  # fmt: skip


def march_section(user, state: str, language: str, most: int, skip: int = 0, *, whole: bool = False) -> Section:
    found, current = open_questions("marches", state, language, whole=whole)
    shown: Sequence[Doubt] = found.items[skip : skip + most] if found else ()
    keys = dict(Movement.objects.filter(slug__in=[each.march.id for each in shown]).values_list("slug", "pk"))
    lines = [
        Line(
            each.march.title[:200],
            reverse("admin:timeline_movement_change", args=[keys[each.march.id]]),
            words=each.questions[0].text,
        )
        for each in shown
        if each.march.id in keys
    ]
    nothing = _("There was time for every march.")
    return _section("marches", _("Was there time for it?"), nothing, found, current, lines, ())


def proposal_section(user, state: str, language: str, most: int, skip: int = 0, *, whole: bool = False) -> Section:
    """Events that may be one, and relations that may be missing; done on a page of their own."""
    found, current = open_questions("proposals", state, language, whole=whole)
    shown: Sequence[Proposed] = found.items[skip : skip + most] if found else ()
    slugs = {slug for each in shown for slug in each.proposal.subjects}
    titles = {
        slug: title for model in (Event, Movement) for slug, title in
        model.objects.filter(slug__in=slugs).values_list("slug", "title")
    }  # fmt: skip
    page = reverse("admin:timeline_event_proposals")
    lines = [
        Line(
            " · ".join(titles.get(slug, slug)[:100] for slug in each.proposal.subjects),
            f"{page}?{urlencode({'atlas': each.atlas})}",
            words=each.proposal.why,
        )
        for each in shown
    ]
    ways = [(_("Weigh them"), page)]
    return _section("proposals", _("Proposals"), _("Nothing is proposed."), found, current, lines, ways)


def _section(key, heading, nothing, found: Found | None, current: bool, lines, ways) -> Section:
    note = ""
    if found is None:
        note = _("The atlas is large: they are looked for when you ask for the whole list.")
    elif not current:
        note = _("Found on %(when)s; something was changed since. The whole list looks for them again.") % {
            "when": date_format(timezone.localtime(found.when), "j F, H:i")
        }
    return Section(key, heading, nothing, len(found.items) if found else None, lines, ways=ways, note=note)


def _dispute_lines(user, disputes: Iterable[DisputeEntry]) -> list[Line]:
    disputes = list(disputes)
    keys = _keys_of_subjects(disputes)
    may = user.has_perm("timeline.add_decision")
    decided_of = _claims_to_decide(disputes) if may else {}
    return [_dispute_line(dispute, keys, may, decided_of) for dispute in disputes]


def _claims_to_decide(disputes: Iterable[DisputeEntry]) -> dict[str, int]:
    """Of disputes about who took part, which have a page of their own to be decided on: a claim by its key."""
    wanted = {dispute.claims[0] for dispute in disputes if dispute.attribute in OF_PARTS}
    return dict(Claim.objects.filter(key__in=wanted).values_list("key", "pk")) if wanted else {}


def _dispute_line(
    dispute: DisputeEntry, keys: dict[tuple[str, str], dict[str, int]], may: bool, decided_of: dict[str, int]
) -> Line:
    about = Attribute(dispute.attribute).label if dispute.attribute in Attribute.values else dispute.attribute
    edge = Edge(dispute.edge).label if dispute.edge in Edge.values else ""
    title = " · ".join(subject.name[:100] for subject in dispute.subjects)
    do = None
    if dispute.attribute in OF_PARTS and dispute.claims[0] in decided_of:
        do = (_("Decide"), reverse("admin:timeline_claim_decide", args=[decided_of[dispute.claims[0]]]))
    elif may and len(dispute.subjects) == 1:
        subject = dispute.subjects[0]
        known = keys.get((subject.type, subject.id))
        if known:
            asked = {**known, "attribute": dispute.attribute, "edge": dispute.edge}
            do = (_("Decide"), f"{reverse('admin:timeline_decision_add')}?{urlencode(asked)}")
    claims = list_address_of_claims(dispute.claims)
    return Line(title, f"/disputes/{dispute.id}/", ", ".join(filter(None, (str(about), str(edge)))), "", do or claims)


def list_address_of_claims(keys: Sequence[str]) -> tuple[str, str]:
    """The claims of a dispute in the list of claims."""
    return _("Its claims"), list_address(Claim, f"?{urlencode({'key__in': ','.join(keys)})}")


def _keys_of_subjects(disputes: Iterable[DisputeEntry]) -> dict[tuple[str, str], dict[str, int]]:
    """By subject: the fields that a form for a decision is filled in with; three queries."""
    named = {(subject.type, subject.id) for dispute in disputes for subject in dispute.subjects}
    found = {}
    for sort, model in (("event", Event), ("movement", Movement)):
        slugs = [name for kind, name in named if kind == sort]
        for slug, key, atlas in model.objects.filter(slug__in=slugs).values_list("slug", "pk", "atlas"):
            found[sort, slug] = {"atlas": atlas, sort: key}
    legs = {name for kind, name in named if kind == "leg"}
    slugs = {name.rpartition("/")[0] for name in legs}
    rows = Leg.objects.filter(movement__slug__in=slugs).values_list("movement__slug", "order", "pk", "movement__atlas")
    for slug, order, key, atlas in rows:
        found["leg", f"{slug}/{order}"] = {"atlas": atlas, "leg": key}
    return found
