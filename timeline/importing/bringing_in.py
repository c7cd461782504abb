"""Brings in what was checked: judged once more, then written, weighed and published in one short transaction."""

from collections import Counter
from collections.abc import Iterable

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from chronology.errors import ChronologyError
from timeline.importing import uploads
from timeline.importing.checking import atlas_of, has_repeats, row_of
from timeline.importing.jobs import JobFailed, Signs, Stopped, doer, own
from timeline.importing.judgement import TAKEN, Judged, Numbered, judge
from timeline.importing.keeping_new import new_rows
from timeline.importing.readying import Ready, insertion, reserve, update
from timeline.importing.rights import Rights
from timeline.importing.staged import StagedRow
from timeline.importing.weighing_before import foreweigh
from timeline.importing.weighing_in import FEW, reached_by, weigh
from timeline.lessons.keeping import put_kept_on
from timeline.models import Job, JobRow, Step
from timeline.models.jobs import JobState
from timeline.models.vocabulary import ActKind, Publication
from timeline.publishing.kinds import KINDS
from timeline.publishing.steps import entries
from timeline.recording import recording
from timeline.revision import data_stamp
from timeline.seeding.finding import found
from timeline.seeding.judging import Standing, Verdict
from timeline.seeding.repeats import REPEATED
from timeline.seeding.sheet import Sheet
from timeline.seeding.sheets import BY_FILE, BY_KIND, SHEETS
from timeline.seeding.tables import Problem
from timeline.seeding.writing import changed_alike, refer, write_stops

TRIES = 3
MOST_READ = 1000
"""Of so many new records the act reads the rows once they are written; of more they are made ready before the lock."""


class _ChangedMeanwhile(Exception):
    """Between judging and writing somebody saved what a row is about: judge again."""


def bring_in(job: Job, mark: str, rights: Rights, signs: Signs, unpublished: dict) -> None:
    """Write every row that was checked and can still be brought in; all in one transaction, or nothing.

    unpublished: what the file says readers may not see. Raises JobFailed where nothing was brought in.
    """
    last: Exception | None = None
    for left in reversed(range(TRIES)):
        stamp = data_stamp()[0]
        judged = _judged_again(job, rights, signs)
        refused = [each for each in judged if each.verdict.standing == Standing.REFUSED]
        if refused and job.options.get("whole"):
            _show_refused(job, mark, refused)
            return
        try:
            publishing = rights.publish and bool(job.options.get("publish"))
            _write(job, mark, judged, stamp, signs, publishing=publishing, unpublished=unpublished, last_try=not left)
        except (_ChangedMeanwhile, IntegrityError) as error:
            last = error
            continue
        except ChronologyError as error:
            raise JobFailed(_("Nothing was brought in: %(reason)s") % {"reason": error.message}) from error
        uploads.remove(job)
        # What is in need not be kept twice; the rows refused can be fetched and mended.
        job.rows.exclude(standing=Standing.REFUSED).delete()
        return
    if isinstance(last, IntegrityError):
        raise JobFailed(_("Nothing was brought in: the database refuses it (%(reason)s).") % {"reason": last}) from last
    raise JobFailed(_("Others kept saving what these rows speak of. Nothing was brought in: check the file again."))


def _judged_again(job: Job, rights: Rights, signs: Signs) -> list[Judged]:
    rows = {row.number: row for row in job.rows.filter(_to_judge(job))}

    def objection(numbered: Numbered, verdict: Verdict) -> Problem | None:
        return _changed_since(rows[numbered.number], verdict) or rights.objection(verdict)

    numbered = [Numbered(row.number, row.table, StagedRow(row.origin, row.cells, row.given)) for row in rows.values()]
    judged = judge(numbered, atlas_of(job), objection, signs, repeats=has_repeats(job))
    return list(judged.values())


def _to_judge(job: Job) -> Q:
    """The rows that change something; where a name may stand twice, also those by which they are counted."""
    taken = Q(standing__in=TAKEN)
    if not has_repeats(job):
        return taken
    counted = [sheet.file for sheet in SHEETS if sheet.kind in REPEATED]
    return taken | Q(standing=Standing.UNCHANGED, table__in=counted)


def _changed_since(row: JobRow, verdict: Verdict) -> Problem | None:
    """Why a row can't be brought in as it was shown: its record came, went or was saved since."""
    now = verdict.record.version if verdict.standing == Standing.CHANGED else None
    if verdict.standing == row.standing and now == row.seen:
        return None
    sentence = _("“%(key)s” was changed by somebody else since this was checked. Check the file again.")
    return verdict.row.problem(sentence % {"key": verdict.key}, "changed_since")


def _show_refused(job: Job, mark: str, refused: Iterable[Judged]) -> None:
    """Put the rows that can't be brought in any more beside those refused before, and ask the editor again."""
    rows = [row_of(job, each) for each in refused]
    with transaction.atomic():
        JobRow.objects.filter(job=job, number__in=[row.number for row in rows]).delete()
        JobRow.objects.bulk_create(rows)
        message = _("Nothing was brought in: since it was checked, more rows are refused. Look through them again.")
        counts = dict(Counter(job.rows.values_list("standing", flat=True)))
        if not own(job, mark).update(state=JobState.CHECKED, worker="", message=message, result=counts):
            raise Stopped


def _write(
    job: Job,
    mark: str,
    judged: list[Judged],
    stamp: str,
    signs: Signs,
    *,
    publishing: bool,
    unpublished: dict,
    last_try: bool,
) -> None:
    """Make everything ready, then write it with the lock held. stamp: the state of the data before judging.

    Where much was weighed and somebody saved since, it is all done again; the last time it is weighed within.
    """
    taken: dict[Sheet, list[Verdict]] = {sheet: [] for sheet in SHEETS}
    for each in judged:
        if each.verdict.standing in TAKEN:
            taken[BY_FILE[each.numbered.table]].append(each.verdict)
    verdicts = [verdict for each in taken.values() for verdict in each]
    # All that can be is made ready before anybody has to wait.
    for sheet, own_verdicts in taken.items():
        _prepare(sheet, own_verdicts, publishing, unpublished)
    new = {sheet: [v.record for v in each if v.standing == Standing.ADDED] for sheet, each in taken.items()}
    for verdict in verdicts:
        refer(verdict.record)
    signs(len(judged), len(judged))
    foreweighed = foreweigh(verdicts)
    signs(len(judged), len(judged))
    shown = _hold_back_what_has_no_claim(new)
    prepared = [insertion(sheet.model, records) for sheet, records in new.items() if records]
    for sheet, own_verdicts in taken.items():
        prepared += [update(sheet.model, records, names) for names, records in changed_alike(own_verdicts)]
    new_records = [record for records in new.values() for record in records]
    prepared += _entries(new_records, doer(job))
    many = new_rows(new_records) if len(new_records) > MOST_READ else None
    signs(len(judged), len(judged))
    with recording(by=doer(job), kind=ActKind.IMPORT, reason=job.name) as record:
        if not own(job, mark).select_for_update().exists():
            raise Stopped
        _check_nothing_changed(taken)
        reached = reached_by(foreweighed.rest)
        still_true = data_stamp()[0] == stamp
        if not still_true and len(verdicts) > FEW and not last_try:
            raise _ChangedMeanwhile
        record.watch(verdict.record for verdict in verdicts if verdict.standing == Standing.CHANGED)
        for rows in prepared:
            rows.write()
        if many is None:
            record.made(new_records)
        else:
            record.ready(many, atlas=job.atlas_id)
        record.made(write_stops(verdicts))
        weigh(verdicts, foreweighed, reached, still_true=still_true)
        _finish(job, mark, judged, shown)


def _prepare(sheet: Sheet, verdicts: list[Verdict], publishing: bool, unpublished: dict) -> None:
    """Raise versions, give new records their keys, and say how far they are to be published."""
    added = [verdict for verdict in verdicts if verdict.standing == Standing.ADDED]
    for verdict, key in zip(added, reserve(sheet.model, len(added)) if added else (), strict=True):
        verdict.record.pk = key
        if hasattr(verdict.record, "publication"):
            shown = unpublished.get((sheet.kind, verdict.key), Publication.PUBLISHED)
            verdict.record.publication = shown if publishing else Publication.DRAFT
            published = verdict.record.publication == Publication.PUBLISHED
            verdict.record.published_on = timezone.now() if published else None
    for verdict in verdicts:
        if verdict.standing == Standing.CHANGED:
            verdict.record.version += 1


def _hold_back_what_has_no_claim(new: dict[Sheet, list]) -> int:
    """Leave new events and movements drafts that nothing is claimed of, and lessons of no steps; how many others of
    them are shown."""
    put_kept_on(new[BY_KIND["lesson"]], new[BY_KIND["lessonstep"]])
    shown = 0
    for sheet, records in new.items():
        counted = {"event": "published_claims", "movement": "published_claims", "lesson": "step_count"}.get(sheet.kind)
        for record in records if counted else ():
            if record.publication == Publication.PUBLISHED and not getattr(record, counted):
                record.publication, record.published_on = Publication.DRAFT, None
            shown += record.publication == Publication.PUBLISHED
    return shown


def _entries(new: list[models.Model], by: str) -> list[Ready]:
    """The steps by which new drafts are found among those of the person who brings them in."""
    drafts = [each for each in new if each._meta.model_name in KINDS and each.publication == Publication.DRAFT]
    steps = entries(drafts, by=by)
    for step, key in zip(steps, reserve(Step, len(steps)) if steps else (), strict=True):
        step.pk = key
    return [insertion(Step, steps)] if steps else []


def _check_nothing_changed(taken: dict[Sheet, list[Verdict]]) -> None:
    """With the lock held: every changed record still has the version that was judged, and no new one came."""
    for sheet, verdicts in taken.items():
        versions = {v.record.pk: v.record.version - 1 for v in verdicts if v.standing == Standing.CHANGED}
        now = _versions(sheet, list(versions))
        if now != versions:
            raise _ChangedMeanwhile
        new = [v.key for v in verdicts if v.standing == Standing.ADDED] if sheet.kind in REPEATED else []
        if new and found(sheet, new):
            raise _ChangedMeanwhile


def _versions(sheet: Sheet, keys: list[int]) -> dict[int, int]:
    found_versions: dict[int, int] = {}
    for start in range(0, len(keys), 500):
        some = sheet.model._base_manager.select_for_update().filter(pk__in=keys[start : start + 500])
        found_versions |= dict(some.values_list("pk", "version"))
    return found_versions


def _finish(job: Job, mark: str, judged: list[Judged], shown: int) -> None:
    """Keep what became of the rows: the job is done in the same moment in which its rows are there."""
    refused = [row_of(job, each) for each in judged if each.verdict.standing == Standing.REFUSED]
    JobRow.objects.filter(job=job, number__in=[row.number for row in refused]).delete()
    JobRow.objects.bulk_create(refused)
    counts = Counter(job.rows.values_list("standing", flat=True))
    told = own(job, mark).update(
        state=JobState.DONE, worker="", ended=timezone.now(), message="", result={**counts, "shown": shown}
    )
    if not told:
        raise Stopped
