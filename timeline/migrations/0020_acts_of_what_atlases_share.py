"""Places are shared by all atlases, so an act that merges two of them belongs to none."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("timeline", "0007_keep_dismissed_proposals")]

    operations = [
        migrations.AlterField(
            model_name="act",
            name="atlas",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="acts",
                to="timeline.atlas",
                verbose_name="atlas",
            ),
        ),
    ]
