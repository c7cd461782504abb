"""Keep each row of an import with what would become of it, to be looked through before it is brought in."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0035_keep_imports_on_their_way'),
    ]

    operations = [
        migrations.CreateModel(
            name='JobRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('table', models.CharField(max_length=40)),
                ('key', models.TextField(blank=True)),
                ('origin', models.CharField(max_length=300)),
                ('cells', models.JSONField(default=dict)),
                ('given', models.JSONField(default=dict)),
                ('standing', models.CharField(max_length=10)),
                ('changes', models.JSONField(default=list)),
                ('problems', models.JSONField(default=list)),
                ('seen', models.PositiveIntegerField(null=True)),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='timeline.job')),
            ],
            options={
                'verbose_name': 'row of an import',
                'verbose_name_plural': 'rows of imports',
                'ordering': ['number'],
                'indexes': [models.Index(fields=['job', 'standing', 'number'], name='job_row_by_standing')],
                'constraints': [models.UniqueConstraint(fields=('job', 'number'), name='job_row_once')],
            },
        ),
    ]
