"""Let an act be any change of records, to be looked for by person and day."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0010_let_acts_be_of_no_atlas'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='act',
            options={'ordering': ['-id'], 'verbose_name': 'act', 'verbose_name_plural': 'acts'},
        ),
        migrations.AddField(
            model_name='act',
            name='records',
            field=models.PositiveIntegerField(default=0, help_text='How many it was about.', verbose_name='records'),
        ),
        migrations.AlterField(
            model_name='act',
            name='by',
            field=models.CharField(db_index=True, max_length=150, verbose_name='by'),
        ),
        migrations.AlterField(
            model_name='act',
            name='kind',
            field=models.CharField(choices=[('merge', 'merging'), ('split', 'splitting'), ('move', 'moving claims'), ('relate', 'relating'), ('dismiss', 'dismissing'), ('undo', 'taking back'), ('add', 'adding'), ('change', 'changing'), ('delete', 'deleting'), ('restore', 'restoring'), ('undelete', 'bringing back'), ('submit', 'submitting'), ('publish', 'publishing'), ('send_back', 'sending back'), ('withdraw', 'withdrawing'), ('take_up', 'taking up again'), ('import', 'importing'), ('load', 'loading tables')], max_length=20, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='act',
            name='on',
            field=models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='when'),
        ),
        migrations.AddIndex(
            model_name='actrow',
            index=models.Index(fields=['table', 'act'], name='act_row_by_table'),
        ),
    ]
