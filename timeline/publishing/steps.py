"""Takes records a step on their way to the reader: the one place that writes where a record stands."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from timeline.models import Atlas, Step
from timeline.models.vocabulary import Publication, StepKind
from timeline.publishing.kinds import KINDS, Ref, batches, by_kind, ref_of
from timeline.publishing.plan import Plan
from timeline.publishing.ties import TOLD_OF, subjects_of
from timeline.publishing.verbs import VERBS, Verb
from timeline.rearranging.plan import Row
from timeline.recording import Recording, recording
from timeline.resolving import resolve_atlas
from timeline.settling import settle
from timeline.touched import Touched

# How many records take a step at a time.
MOST = 1000
# How many steps are written with one statement.
BATCH = 500


def planned(verb: Verb, records: Iterable[models.Model], user) -> Plan:
    """What the step would do with these records. PermissionDenied where this person may not take it."""
    chosen = {ref_of(record): record for record in records}
    for kind in by_kind(chosen):
        if not verb.may(user, KINDS[kind]):
            raise PermissionDenied
    return verb.plan(chosen, user)


@transaction.atomic
def take(verb: Verb, records: Iterable[models.Model], *, user, words: str = "") -> Plan:
    """Take the records that can a step further, with what goes along; the others are named in the plan.

    words: what is kept with the step. Raises PermissionDenied as `planned` does, and RelativeDateCycle
    where dates would hang on each other in a ring; then nothing is written.
    """
    records = list(records)
    # Read again under the lock of the transaction: somebody may have taken a step meanwhile.
    kept = [
        record
        for kind, keys in by_kind(ref_of(record) for record in records).items()
        for record in KINDS[kind].objects.select_for_update().filter(pk__in=keys)
    ]
    plan = planned(verb, kept, user)
    with recording(by=user.get_username(), kind=str(verb.code), reason=words) as record:
        _keep(record, verb, plan)
        _write(verb, (*plan.going, *plan.along), plan.parents)
    _note(
        verb.code, verb.becomes, (*plan.going, *plan.along), by=user.get_username(), words=words, parents=plan.parents
    )
    return plan


def _keep(record: Recording, verb: Verb, plan: Plan) -> None:
    """Let the act keep what goes; of very many that only change where they stand, without reading them all at once."""
    going, along = ([Row(ref.kind, ref.key) for ref in refs] for refs in (plan.going, plan.along))
    if len(along) <= MOST or len(verb.starts) > 1:
        record.watch_rows((*going, *along))
        return
    record.watch_rows(going)
    record.passed(along, {"publication": verb.starts[0]}, {"publication": verb.becomes})


def put_published(refs: Sequence[Ref]) -> None:
    """Let these stand published without keeping a step: for a transaction that is taken back."""
    _write(VERBS["publish"], refs, {})


def entered(record: models.Model, *, by: str) -> None:
    """Keep who entered a record, so that it is found among that person's drafts."""
    _note(StepKind.ENTER, record.publication, (ref_of(record),), by=by)


def entries(records: Iterable[models.Model], *, by: str) -> list[Step]:
    """As entered, for many records that are new and have no step yet; the steps are to be written with them."""
    return [_step(StepKind.ENTER, record.publication, ref_of(record), by=by) for record in records]


def steps_of(ref: Ref, most: int = 20) -> list[Step]:
    """The steps that a record took, the last first."""
    return list(Step.objects.filter(kind=ref.kind, key=ref.key).order_by("-pk")[:most])


def _write(verb: Verb, refs: Sequence[Ref], parents: Mapping[Ref, Ref]) -> None:
    """Change where the records stand, and weigh again what that reaches."""
    if not refs:
        return
    keys = by_kind(refs)
    told_last = verb.becomes == Publication.PUBLISHED
    for kind in sorted(keys, key=lambda kind: (kind in TOLD_OF) == told_last):
        if told_last and kind in TOLD_OF:
            _expect_a_claim(kind, keys[kind])
        # Withdrawing goes the other way: an event before the claims that it rests on.
        _put(verb.becomes, kind, keys[kind])
    if Publication.PUBLISHED in (verb.becomes, *verb.starts):
        _weigh(refs, parents)


def _expect_a_claim(kind: str, keys: set[int]) -> None:
    """Let the database take as published what the plan found claims of; weighing counts them."""
    for some in batches(keys):
        KINDS[kind].objects.filter(pk__in=some, published_claims=0).update(published_claims=1)


def _weigh(refs: Sequence[Ref], parents: Mapping[Ref, Ref]) -> None:
    """Settle what is reached; an atlas that goes with all it holds is weighed as a whole."""
    whole = {ref for ref in refs if ref.kind == "atlas" and ref in {*parents.values()}}
    inside = {ref for ref, parent in parents.items() if parent in whole}
    inside |= {ref for ref, parent in parents.items() if parent in inside}
    rest = [ref for ref in refs if ref not in inside]
    lessons = {ref.key for ref in rest if ref.kind == "lesson"}
    claims = {ref.key for ref in rest if ref.kind == "claim"}
    for atlas in Atlas.objects.filter(pk__in=[ref.key for ref in whole]):
        resolve_atlas(atlas)
    settle(_touched({*subjects_of(claims), *(ref for ref in rest if ref.kind in TOLD_OF)}, claims, lessons))


def _put(becomes: str, kind: str, keys: set[int]) -> None:
    now = timezone.now()
    columns = {"publication": becomes, "version": F("version") + 1, "modified": now}
    if becomes == Publication.PUBLISHED:
        columns["published_on"] = Coalesce(F("published_on"), now)
    for some in batches(keys):
        KINDS[kind].objects.filter(pk__in=some).update(**columns)


def _touched(weighed: set[Ref], claims: set[int], lessons: set[int]) -> Touched:
    keys = by_kind(weighed)
    return Touched(
        events=frozenset(keys.get("event", ())),
        movements=frozenset(keys.get("movement", ())),
        claims=frozenset(claims),
        lessons=frozenset(lessons),
        # Places, people and sources are told of in every atlas.
        atlases=frozenset(Atlas.objects.values_list("pk", flat=True)),
    )


def _note(
    code: str,
    becomes: str,
    refs: Iterable[Ref],
    *,
    by: str,
    words: str = "",
    parents: Mapping[Ref, Ref] = MappingProxyType({}),
) -> None:
    """Keep a step of each record, with the step of what it went with."""
    left, made = list(refs), dict[Ref, Step]()
    for kind, keys in by_kind(left).items():
        for some in batches(keys):
            Step.objects.filter(kind=kind, key__in=some, latest=True).update(latest=False)
    while left:
        ready = [ref for ref in left if parents.get(ref) is None or parents[ref] in made]
        steps = [_step(code, becomes, ref, by=by, words=words, went_with=made.get(parents.get(ref))) for ref in ready]
        made |= dict(zip(ready, Step.objects.bulk_create(steps, batch_size=BATCH), strict=True))
        left = [ref for ref in left if ref not in made]


def _step(code: str, becomes: str, ref: Ref, *, by: str, words: str = "", went_with: Step | None = None) -> Step:
    return Step(kind=ref.kind, key=ref.key, verb=code, became=becomes, by=by[:150], words=words, went_with=went_with)
