"""Make the groups Editor, Reviewer and Administrator; what an operator has changed in them stays."""

from django.db import migrations

from timeline.granting import ADMINISTRATOR, EDITOR, REVIEWER, every, grant

PUBLISHED = ('atlas', 'event', 'movement', 'person', 'force', 'source', 'claim')
PARTS = ('theatre', 'side', 'period', 'relation', 'participation', 'leg', 'legstop', 'mover', 'name')
JUDGED = ('interpretation', 'decision')
KEPT = ('act', 'dismissal', 'formerslug')

EDITS = (
    *every('geo', 'place'),
    *every('timeline', *PUBLISHED, *PARTS),
    *every('timeline', *JUDGED, *KEPT, actions=('view',)),
)
REVIEWS = (
    *EDITS,
    *every('geo', 'place', actions=('publish',)),
    *every('timeline', *PUBLISHED, actions=('publish',)),
    *every('timeline', *JUDGED),
    'timeline.rearrange_event',
)
ADMINISTERS = (
    *REVIEWS,
    *every('timeline', *KEPT),
    *every('auth', 'user', 'group'),
)


def make_roles(apps, schema_editor):
    alias = schema_editor.connection.alias
    for role, permissions in ((EDITOR, EDITS), (REVIEWER, REVIEWS), (ADMINISTRATOR, ADMINISTERS)):
        grant(apps, alias, role, permissions)


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0031_permission_to_publish'),
        ('geo', '0030_permission_to_publish'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
