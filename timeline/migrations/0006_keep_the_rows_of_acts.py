"""Keep every row that an act changed as it was before."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0005_keep_acts_of_rearranging'),
    ]

    operations = [
        migrations.CreateModel(
            name='ActRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table', models.CharField(max_length=20, verbose_name='table')),
                ('key', models.BigIntegerField(verbose_name='key')),
                ('before', models.JSONField(null=True, verbose_name='before')),
                ('after', models.JSONField(null=True, verbose_name='after')),
                ('act', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='timeline.act')),
            ],
            options={
                'verbose_name': 'row of an act',
                'verbose_name_plural': 'rows of acts',
                'ordering': ['id'],
                'indexes': [models.Index(fields=['table', 'key'], name='act_row_by_row')],
                'constraints': [models.UniqueConstraint(fields=('act', 'table', 'key'), name='act_row_once')],
            },
        ),
    ]
