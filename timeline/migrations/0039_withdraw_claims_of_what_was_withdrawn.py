"""Take from readers what is told of events and movements that were withdrawn before their claims went along."""

from django.db import migrations
from django.db.models import F

TOLD_OF = {
    'event': ('event', 'participation__event', 'relation__from_event', 'relation__to_event'),
    'movement': ('movement', 'leg__movement', 'participation__movement'),
}


def withdraw_claims(apps, schema_editor):
    Claim = apps.get_model('timeline', 'Claim')
    found = 0
    for kind, columns in TOLD_OF.items():
        for column in columns:
            told = Claim.objects.filter(publication='published', **{f'{column}__publication': 'withdrawn'})
            for claim, holder in list(told.values_list('pk', column)):
                _withdraw(apps, claim, _step_of(apps, kind, holder))
                found += 1
        apps.get_model('timeline', kind).objects.filter(publication='withdrawn').update(published_claims=0)
    if found:
        apps.get_model('timeline', 'Atlas').objects.update(revision=F('revision') + 1)


def _step_of(apps, kind, key):
    """The step by which a record was withdrawn; made where none was kept, for what goes with it names it."""
    Step = apps.get_model('timeline', 'Step')
    steps = Step.objects.filter(kind=kind, key=key)
    kept = steps.filter(verb='withdraw', latest=True).first()
    if kept is None:
        steps.update(latest=False)
        kept = Step.objects.create(kind=kind, key=key, verb='withdraw', became='withdrawn', by='', latest=True)
    return kept


def _withdraw(apps, claim, with_step):
    Step = apps.get_model('timeline', 'Step')
    Step.objects.filter(kind='claim', key=claim, latest=True).update(latest=False)
    Step.objects.create(
        kind='claim', key=claim, verb='withdraw', became='withdrawn', words=with_step.words, by=with_step.by,
        went_with=with_step,
    )
    claims = apps.get_model('timeline', 'Claim').objects.filter(pk=claim)
    claims.update(publication='withdrawn', version=F('version') + 1)


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0038_keep_with_what_a_record_was_withdrawn'),
    ]

    operations = [migrations.RunPython(withdraw_claims, migrations.RunPython.noop)]
