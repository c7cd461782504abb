"""Keep who brought a record to the reader or took it back, when, and in which words."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0013_tell_whose_history_earlier_acts_stand_in'),
    ]

    operations = [
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=12, verbose_name='kind')),
                ('key', models.BigIntegerField(verbose_name='key')),
                ('verb', models.CharField(choices=[('enter', 'entered'), ('submit', 'submitted for review'), ('send_back', 'sent back'), ('publish', 'published'), ('withdraw', 'withdrawn'), ('take_up', 'taken up again')], max_length=10, verbose_name='step')),
                ('became', models.CharField(choices=[('draft', 'draft'), ('review', 'in review'), ('published', 'published'), ('withdrawn', 'withdrawn')], max_length=10, verbose_name='became')),
                ('words', models.TextField(blank=True, verbose_name='in words')),
                ('by', models.CharField(max_length=150, verbose_name='by')),
                ('on', models.DateTimeField(auto_now_add=True, verbose_name='when')),
                ('latest', models.BooleanField(default=True, editable=False)),
            ],
            options={
                'verbose_name': 'step to the reader',
                'verbose_name_plural': 'steps to the reader',
                'ordering': ['-id'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['kind', 'key'], name='step_by_record'), models.Index(fields=['by', 'verb'], name='step_by_person'), models.Index(condition=models.Q(('latest', True), ('verb', 'send_back')), fields=['verb'], name='step_latest_sent_back')],
            },
        ),
    ]
