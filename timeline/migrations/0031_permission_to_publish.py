"""Let some editors publish and rearrange, and others not."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0030_keep_steps_to_the_reader'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='atlas',
            options={'ordering': ['-is_default', 'title'], 'permissions': [('publish_atlas', 'Can publish, send back and withdraw atlases')], 'verbose_name': 'atlas', 'verbose_name_plural': 'atlases'},
        ),
        migrations.AlterModelOptions(
            name='claim',
            options={'ordering': ['source', 'number', 'key'], 'permissions': [('publish_claim', 'Can publish, send back and withdraw claims')], 'verbose_name': 'claim', 'verbose_name_plural': 'claims'},
        ),
        migrations.AlterModelOptions(
            name='event',
            options={'ordering': ['order', 'id'], 'permissions': [('publish_event', 'Can publish, send back and withdraw events'), ('rearrange_event', 'Can merge and split events, move claims and decide proposals')], 'verbose_name': 'event', 'verbose_name_plural': 'events'},
        ),
        migrations.AlterModelOptions(
            name='force',
            options={'ordering': ['name'], 'permissions': [('publish_force', 'Can publish, send back and withdraw forces')], 'verbose_name': 'force', 'verbose_name_plural': 'forces'},
        ),
        migrations.AlterModelOptions(
            name='movement',
            options={'ordering': ['id'], 'permissions': [('publish_movement', 'Can publish, send back and withdraw movements')], 'verbose_name': 'movement', 'verbose_name_plural': 'movements'},
        ),
        migrations.AlterModelOptions(
            name='person',
            options={'ordering': ['name'], 'permissions': [('publish_person', 'Can publish, send back and withdraw people')], 'verbose_name': 'person', 'verbose_name_plural': 'people'},
        ),
        migrations.AlterModelOptions(
            name='source',
            options={'ordering': ['title', 'slug'], 'permissions': [('publish_source', 'Can publish, send back and withdraw sources')], 'verbose_name': 'source', 'verbose_name_plural': 'sources'},
        ),
    ]
