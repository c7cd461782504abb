"""Let the three roles bring files in and take atlases out; who may not publish brings in drafts."""

from django.db import migrations

from timeline.granting import ADMINISTRATOR, EDITOR, REVIEWER, every, grant

# Imports are begun and read; nobody edits or deletes one as a record.
IMPORTS = every('timeline', 'job', actions=('view', 'add'))


def let_import(apps, schema_editor):
    for role in (EDITOR, REVIEWER, ADMINISTRATOR):
        grant(apps, schema_editor.connection.alias, role, IMPORTS)


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0036_keep_the_rows_of_imports'),
        ('timeline', '0032_roles_of_editors'),
    ]

    operations = [migrations.RunPython(let_import, migrations.RunPython.noop)]
