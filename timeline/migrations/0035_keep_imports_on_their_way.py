"""Keep imports on their way, so that a worker can do them apart from the pages."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0033_indexes_of_the_lists'),
    ]

    operations = [
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40, verbose_name='kind')),
                ('step', models.CharField(choices=[('check', 'checking'), ('import', 'importing')], default='check', max_length=8, verbose_name='step')),
                ('state', models.CharField(choices=[('queued', 'waiting'), ('running', 'at work'), ('asked', 'has questions'), ('checked', 'checked'), ('done', 'done'), ('failed', 'failed'), ('cancelled', 'cancelled')], db_index=True, default='queued', max_length=10, verbose_name='state')),
                ('file', models.CharField(blank=True, max_length=200)),
                ('name', models.CharField(max_length=200, verbose_name='file')),
                ('size', models.PositiveBigIntegerField(default=0, verbose_name='size')),
                ('answers', models.JSONField(blank=True, default=dict)),
                ('options', models.JSONField(blank=True, default=dict)),
                ('questions', models.JSONField(blank=True, default=list)),
                ('losses', models.JSONField(blank=True, default=list)),
                ('columns', models.JSONField(blank=True, default=list)),
                ('by', models.CharField(max_length=150, verbose_name='by')),
                ('made', models.DateTimeField(auto_now_add=True, verbose_name='sent in')),
                ('ended', models.DateTimeField(blank=True, null=True, verbose_name='ended')),
                ('worker', models.CharField(blank=True, max_length=40)),
                ('heartbeat', models.DateTimeField(blank=True, null=True)),
                ('done', models.PositiveIntegerField(default=0)),
                ('of', models.PositiveIntegerField(default=0)),
                ('message', models.TextField(blank=True)),
                ('result', models.JSONField(blank=True, default=dict)),
                ('atlas', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='timeline.atlas', verbose_name='atlas')),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
                'ordering': ['-id'],
            },
        ),
    ]
