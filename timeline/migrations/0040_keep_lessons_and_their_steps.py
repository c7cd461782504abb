"""Keep lessons, the tours through an atlas, and their steps in order."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0039_withdraw_claims_of_what_was_withdrawn'),
    ]

    operations = [
        migrations.CreateModel(
            name='Lesson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('created', models.DateTimeField(auto_now_add=True, verbose_name='made')),
                ('modified', models.DateTimeField(auto_now=True, db_index=True, verbose_name='changed')),
                ('publication', models.CharField(choices=[('draft', 'draft'), ('review', 'in review'), ('published', 'published'), ('withdrawn', 'withdrawn')], db_index=True, default='draft', max_length=10, verbose_name='publication')),
                ('published_on', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='published')),
                ('slug', models.SlugField(max_length=100, unique=True, verbose_name='slug')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('title_fa', models.CharField(blank=True, max_length=200, verbose_name='title in Persian')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('summary_fa', models.TextField(blank=True, verbose_name='summary in Persian')),
                ('order', models.PositiveIntegerField(default=0, verbose_name='place in the list')),
                ('step_count', models.PositiveIntegerField(default=0, editable=False)),
                ('search', models.TextField(blank=True, default='', editable=False)),
                ('atlas', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lessons', to='timeline.atlas', verbose_name='atlas')),
            ],
            options={
                'verbose_name': 'lesson',
                'verbose_name_plural': 'lessons',
                'ordering': ['order', 'title', 'id'],
                'permissions': [('publish_lesson', 'Can publish, send back and withdraw lessons')],
            },
        ),
        migrations.CreateModel(
            name='LessonStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('created', models.DateTimeField(auto_now_add=True, verbose_name='made')),
                ('modified', models.DateTimeField(auto_now=True, db_index=True, verbose_name='changed')),
                ('order', models.PositiveIntegerField(verbose_name='number')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('title_fa', models.CharField(blank=True, max_length=200, verbose_name='title in Persian')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('text_fa', models.TextField(blank=True, verbose_name='text in Persian')),
                ('question', models.TextField(blank=True, verbose_name='question')),
                ('question_fa', models.TextField(blank=True, verbose_name='question in Persian')),
                ('state', models.CharField(blank=True, max_length=2000, verbose_name='view')),
                ('claim', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='lesson_steps', to='timeline.claim', verbose_name='claim under discussion')),
                ('lesson', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='timeline.lesson', verbose_name='lesson')),
            ],
            options={
                'verbose_name': 'step of a lesson',
                'verbose_name_plural': 'steps of lessons',
                'ordering': ['lesson', 'order'],
            },
        ),
        migrations.AddIndex(
            model_name='lesson',
            index=models.Index(fields=['atlas', 'order'], name='lesson_in_order'),
        ),
        migrations.AddConstraint(
            model_name='lesson',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('publication', 'published'), _negated=True), ('step_count__gt', 0), _connector='OR'), name='published_lesson_has_a_step'),
        ),
        migrations.AddConstraint(
            model_name='lessonstep',
            constraint=models.UniqueConstraint(fields=('lesson', 'order'), name='lesson_step_order_once'),
        ),
        migrations.AddConstraint(
            model_name='lessonstep',
            constraint=models.CheckConstraint(condition=models.Q(('order__gte', 1)), name='lesson_step_counted_from_1'),
        ),
    ]
