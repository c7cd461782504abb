"""Keep which proposals editors put aside, so that they are not proposed again."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0006_keep_the_rows_of_acts'),
    ]

    operations = [
        migrations.CreateModel(
            name='Dismissal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('proposal', models.CharField(max_length=400, verbose_name='proposal')),
                ('reason', models.TextField(verbose_name='reason')),
                ('by', models.CharField(max_length=150, verbose_name='by')),
                ('atlas', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dismissals', to='timeline.atlas', verbose_name='atlas')),
            ],
            options={
                'verbose_name': 'dismissed proposal',
                'verbose_name_plural': 'dismissed proposals',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('atlas', 'proposal'), name='proposal_dismissed_once')],
            },
        ),
    ]
