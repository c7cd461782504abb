"""Let the lists of the admin be paged without sorting everything."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('geo', '0030_permission_to_publish'),
        ('timeline', '0032_roles_of_editors'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(fields=['source', 'number', 'key'], name='claim_in_source'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['order', 'id'], name='event_in_narrative_order'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('disputed', True)), fields=['atlas'], name='event_disputed'),
        ),
        migrations.AddIndex(
            model_name='participation',
            index=models.Index(fields=['order', 'id'], name='participation_in_order'),
        ),
    ]
