"""Let acts be about what all atlases share, and outlive an atlas that may come back."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0007_keep_dismissed_proposals'),
    ]

    operations = [
        migrations.AlterField(
            model_name='act',
            name='atlas',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='acts', to='timeline.atlas', verbose_name='atlas'),
        ),
    ]
