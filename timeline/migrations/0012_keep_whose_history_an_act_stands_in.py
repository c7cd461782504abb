"""Keep for every row of an act in which records' histories it stands."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0011_keep_every_change_as_an_act'),
    ]

    operations = [
        migrations.CreateModel(
            name='Concern',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table', models.CharField(max_length=20, verbose_name='table')),
                ('key', models.BigIntegerField(verbose_name='key')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='concerns', to='timeline.actrow')),
            ],
            options={
                'verbose_name': 'concern of an act',
                'verbose_name_plural': 'concerns of acts',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('table', 'key', 'row'), name='concern_once')],
            },
        ),
    ]
