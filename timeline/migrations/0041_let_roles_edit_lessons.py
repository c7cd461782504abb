"""Let editors make lessons, and reviewers and administrators bring them to readers."""

from django.db import migrations

from timeline.granting import ADMINISTRATOR, EDITOR, REVIEWER, every, grant

EDITS = every('timeline', 'lesson', 'lessonstep')
PUBLISHES = (*EDITS, *every('timeline', 'lesson', actions=('publish',)))


def let_roles_edit(apps, schema_editor):
    alias = schema_editor.connection.alias
    for role, permissions in ((EDITOR, EDITS), (REVIEWER, PUBLISHES), (ADMINISTRATOR, PUBLISHES)):
        grant(apps, alias, role, permissions)


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0040_keep_lessons_and_their_steps'),
    ]

    operations = [migrations.RunPython(let_roles_edit, migrations.RunPython.noop)]
