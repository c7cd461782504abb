"""Keep who rearranged what, so that every act can be taken back."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0004_at_odds_with_others'),
    ]

    operations = [
        migrations.CreateModel(
            name='Act',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('merge', 'merging'), ('split', 'splitting'), ('move', 'moving claims'), ('relate', 'relating'), ('dismiss', 'dismissing'), ('undo', 'taking back')], max_length=8, verbose_name='kind')),
                ('subjects', models.JSONField(default=list, verbose_name='what it concerned')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('by', models.CharField(max_length=150, verbose_name='by')),
                ('on', models.DateTimeField(auto_now_add=True, verbose_name='when')),
                ('atlas', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acts', to='timeline.atlas', verbose_name='atlas')),
                ('undoes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='timeline.act', verbose_name='takes back')),
            ],
            options={
                'verbose_name': 'act of rearranging',
                'verbose_name_plural': 'acts of rearranging',
                'ordering': ['-id'],
            },
        ),
    ]
