"""Put the acts kept so far into the histories of the records that their rows belonged to."""

from django.db import migrations

PARENTS = {
    "claim": {"event_id": "event", "movement_id": "movement", "leg_id": "leg", "participation_id": "participation",
              "relation_id": "relation"},
    "decision": {"event_id": "event", "movement_id": "movement", "leg_id": "leg",
                 "participation_id": "participation", "relation_id": "relation"},
    "participation": {"event_id": "event", "movement_id": "movement"},
    "relation": {"from_event_id": "event", "to_event_id": "event"},
    "movement": {"event_id": "event"},
    "period": {"atlas_id": "atlas"},
}
WHOLES = {"participation": ("event", "movement"), "relation": ("from_event", "to_event"), "leg": ("movement",)}


def tell(apps, schema_editor):
    ActRow, Concern = apps.get_model("timeline", "ActRow"), apps.get_model("timeline", "Concern")
    wholes = {}
    for table, columns in WHOLES.items():
        for key, *ends in apps.get_model("timeline", table).objects.values_list("pk", *(f"{c}_id" for c in columns)):
            wholes[table, key] = {(c.removeprefix("from_").removeprefix("to_"), end)
                                  for c, end in zip(columns, ends) if end}
    # Parts that an act moved or removed belonged elsewhere before it.
    for row in ActRow.objects.filter(table__in=WHOLES).iterator():
        for image in (row.before or {}, {**(row.before or {}), **(row.after or {})}):
            named = {(table, image[column]) for column, table in PARENTS.get(row.table, {}).items() if image.get(column)}
            wholes.setdefault((row.table, row.key), set()).update(named)
    for row in ActRow.objects.iterator():
        found = {(row.table, row.key)}
        for image in (row.before or {}, {**(row.before or {}), **(row.after or {})}):
            parents = {(table, image[column]) for column, table in PARENTS.get(row.table, {}).items()
                       if image.get(column)}
            found |= parents.union(*(wholes.get(parent, set()) for parent in parents))
        Concern.objects.bulk_create(Concern(row=row, table=table, key=key) for table, key in sorted(found))


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0012_keep_whose_history_an_act_stands_in'),
    ]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
