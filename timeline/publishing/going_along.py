"""Finds what is told nowhere once something is withdrawn, and what went with it once it comes back."""

from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef, Q, QuerySet

from timeline.models import Claim, Step
from timeline.models.vocabulary import Publication, StepKind
from timeline.publishing.kinds import KINDS, OF_ATLAS, Ref, batches, by_kind
from timeline.publishing.ties import TOLD_OF

# A claim goes with what it is told of first; that an event came after another is told of both.
CLAIMED_OF = (
    *((kind, column) for kind, columns in TOLD_OF.items() for column in columns),
    ("event", "relation__to_event"),
)


def told_no_more(chosen: Iterable[Ref]) -> dict[Ref, Ref]:
    """The published records that are told nowhere once these are withdrawn, each with what it goes with.

    Of an atlas its events, movements and lessons, of events and movements their claims. Four queries, and one for
    each way in which a claim can speak of them, however many there are.
    """
    chosen = set(chosen)
    return _along(chosen, {model: model.objects.filter(publication=Publication.PUBLISHED) for model in KINDS.values()})


def went_along(chosen: Iterable[Ref]) -> dict[Ref, Ref]:
    """The withdrawn records that were withdrawn along with these, and by nobody for themselves; as told_no_more."""
    return _along(set(chosen), {model: _withdrawn_along(kind) for kind, model in KINDS.items()})


def _along(chosen: set[Ref], records: Mapping[type, QuerySet]) -> dict[Ref, Ref]:
    found: dict[Ref, Ref] = {}

    def put(kind: str, model: type, column: str, holder: str, keys: Iterable[int]) -> None:
        for some in batches(keys):
            rows = records[model].filter(**{f"{column}__in": some}).order_by("pk").values_list("pk", column)
            for key, of in rows:
                if (ref := Ref(kind, key)) not in chosen:
                    found.setdefault(ref, Ref(holder, of))

    keys = by_kind(chosen)
    for kind in OF_ATLAS:
        put(kind, KINDS[kind], "atlas", "atlas", keys.get("atlas", ()))
    keys = by_kind({*chosen, *found})
    for holder, column in CLAIMED_OF:
        put("claim", Claim, column, holder, keys.get(holder, ()))
    return found


def _withdrawn_along(kind: str) -> QuerySet:
    steps = Step.objects.filter(
        kind=kind, key=OuterRef("pk"), latest=True, verb=StepKind.WITHDRAW, went_with__isnull=False
    )
    return KINDS[kind].objects.filter(Exists(steps), publication=Publication.WITHDRAWN)


def still_untold(claims: Iterable[int], shown: set[Ref]) -> set[int]:
    """Those of the claims that say how one event stands to another, while readers see only one of the two.

    shown: what is about to be shown besides what is published.
    """
    events = by_kind(shown).get("event", set())
    hidden = set()
    for some in batches(claims):
        for end in ("from_event", "to_event"):
            column = f"relation__{end}"
            others = Claim.objects.filter(pk__in=some, relation__isnull=False)
            others = others.filter(~Q(**{f"{column}__publication": Publication.PUBLISHED}))
            hidden |= {key for key, event in others.values_list("pk", column) if event not in events}
    return hidden
