"""Let some editors publish places and others not."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('geo', '0001_places'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='place',
            options={'ordering': ['name', 'slug'], 'permissions': [('publish_place', 'Can publish, send back and withdraw places')], 'verbose_name': 'place', 'verbose_name_plural': 'places'},
        ),
    ]
