"""Who opens each address of the admin and who sends to it: the table that the tests hold every address to.

A row is (the name of the address, what it is asked about) and the least role that opens it (GET) and that sends
to it (POST). An address that is new here needs a row; names ending in * stand for every model of a group.
"""

from collections.abc import Iterator
from dataclasses import dataclass

ANYBODY, STAFF, EDITOR, REVIEWER, ADMINISTRATOR, SUPERUSER = range(6)

RECORDS = (
    "geo_place",
    *(f"timeline_{name}" for name in ("event", "movement", "person", "force", "source", "claim", "lesson", "atlas")),
)
PARTS = tuple(
    f"timeline_{name}" for name in ("theatre", "side", "period", "relation", "participation", "leg", "mover", "name")
)
JUDGED = ("timeline_interpretation", "timeline_decision")
ACCOUNTS = ("auth_user", "auth_group")
DRAFT, PUBLISHED = "draft", "published"


@dataclass(frozen=True)
class Row:
    """`args` makes the address: {key} is a record of the model; `query` follows it; `of` is where all records stand."""

    name: str
    opens: int
    sends: int
    args: tuple = ()
    query: str = ""
    of: str = PUBLISHED
    # Django says of an app that somebody may see nothing of that it is not there.
    hidden: bool = False


def rows() -> Iterator[Row]:
    for model in (*RECORDS, *PARTS):
        yield Row(f"{model}_changelist", EDITOR, EDITOR)
        yield Row(f"{model}_add", EDITOR, EDITOR)
        yield from _history(model, EDITOR, REVIEWER)
        yield Row(f"{model}_restore", EDITOR, EDITOR, ("{key}", "0"), of=DRAFT)
        # To look at what is published needs no more than to look at a draft; to change it needs a reviewer.
        yield Row(f"{model}_change", EDITOR, REVIEWER, ("{key}",))
        yield Row(f"{model}_change", EDITOR, EDITOR, ("{key}",), of=DRAFT)
        yield Row(f"{model}_delete", REVIEWER, REVIEWER, ("{key}",))
        yield Row(f"{model}_delete", EDITOR, EDITOR, ("{key}",), of=DRAFT)
    for model in RECORDS:
        yield Row(f"{model}_preview", EDITOR, EDITOR, ("{key}",))
        yield Row(f"{model}_preview_part", EDITOR, EDITOR, ("{key}", "sides/0.css"))
        yield Row(f"{model}_steps", EDITOR, EDITOR, ("submit",), "?records={key}", of=DRAFT)
        for verb in ("publish", "send_back", "withdraw", "show_again", "take_up"):
            yield Row(f"{model}_steps", REVIEWER, REVIEWER, (verb,), "?records={key}")
    for model in JUDGED:
        yield Row(f"{model}_changelist", EDITOR, EDITOR)
        yield Row(f"{model}_add", REVIEWER, REVIEWER)
        yield from _history(model, REVIEWER, REVIEWER)
        yield Row(f"{model}_change", EDITOR, REVIEWER, ("{key}",))
        yield Row(f"{model}_delete", REVIEWER, REVIEWER, ("{key}",))
    yield Row("timeline_formerslug_changelist", EDITOR, EDITOR)
    yield Row("timeline_formerslug_add", ADMINISTRATOR, ADMINISTRATOR)
    yield from _history("timeline_formerslug", ADMINISTRATOR, ADMINISTRATOR)
    yield Row("timeline_formerslug_change", EDITOR, ADMINISTRATOR, ("{key}",))
    yield Row("timeline_formerslug_delete", ADMINISTRATOR, ADMINISTRATOR, ("{key}",))
    for model in ACCOUNTS:
        yield Row(f"{model}_changelist", ADMINISTRATOR, ADMINISTRATOR)
        yield Row(f"{model}_add", ADMINISTRATOR, ADMINISTRATOR)
        for page in ("history", "change", "delete"):
            yield Row(f"{model}_{page}", ADMINISTRATOR, ADMINISTRATOR, ("{key}",))
    yield Row("auth_user_password_change", ADMINISTRATOR, ADMINISTRATOR, ("{key}",))
    yield from REARRANGING
    yield from ACTS
    yield from ANSWERS
    yield from IMPORTS
    yield from OTHERS


def _history(model: str, reads: int, restores: int) -> Iterator[Row]:
    """What became of a record is read by who may change such records; put back by who may change this one."""
    yield Row(f"{model}_history", reads, reads, ("{key}",))
    yield Row(f"{model}_compare", reads, reads, ("{key}",), "?from=0&to=1")
    yield Row(f"{model}_restore", restores, restores, ("{key}", "0"))


REARRANGING = (
    Row("timeline_event_merge", REVIEWER, REVIEWER, query="?keep={event}&other={other}"),
    Row("timeline_event_merge_with", REVIEWER, REVIEWER, ("{event}",)),
    Row("timeline_event_split", REVIEWER, REVIEWER, ("{event}",)),
    Row("timeline_event_relate", REVIEWER, REVIEWER, query="?from={event}&to={other}&kind=after"),
    Row("timeline_event_attach", REVIEWER, REVIEWER, query="?movement={movement}&event={event}"),
    Row("timeline_event_proposals", REVIEWER, REVIEWER),
    Row("timeline_event_put_aside", REVIEWER, REVIEWER),
    Row("timeline_claim_move", REVIEWER, REVIEWER, query="?claims={claim}"),
    Row("timeline_claim_decide", REVIEWER, REVIEWER, ("{claim}",)),
    Row("geo_place_merge", REVIEWER, REVIEWER, query="?keep={place}&other={other_place}"),
    Row("geo_place_merge_with", REVIEWER, REVIEWER, ("{place}",)),
)
# Acts are read by who may change all that they changed, and taken back by reviewers; none is ever deleted.
ACTS = (
    Row("timeline_act_changelist", EDITOR, EDITOR),
    Row("timeline_act_deleted", EDITOR, EDITOR),
    Row("timeline_act_add", REVIEWER, REVIEWER),
    Row("timeline_act_change", EDITOR, EDITOR, ("{key}",)),
    Row("timeline_act_history", EDITOR, EDITOR, ("{key}",)),
    Row("timeline_act_undo", REVIEWER, REVIEWER, ("{key}",)),
    Row("timeline_act_delete", SUPERUSER + 1, SUPERUSER + 1, ("{key}",)),
)
# What scripts of forms ask. Where they answer one method alone, they say so to all of the staff.
ANSWERS = (
    Row("geo_place_around", EDITOR, EDITOR, query="?south=35&north=36&west=51&east=52"),
    Row("geo_place_candidates", EDITOR, EDITOR),
    Row("geo_place_check", EDITOR, EDITOR),
    Row("timeline_atlas_check", EDITOR, STAFF),
    Row("timeline_atlas_day", EDITOR, STAFF),
    Row("timeline_claim_check", STAFF, EDITOR),
    Row("timeline_movement_places", EDITOR, STAFF),
    Row("timeline_movement_outlook", STAFF, REVIEWER, ("{movement}",)),
    Row("timeline_movement_outlook", STAFF, EDITOR, ("{movement}",), of=DRAFT),
    Row("timeline_movement_outlook_of_new", STAFF, EDITOR),
)
IMPORTS = (
    Row("timeline_job_changelist", EDITOR, EDITOR),
    Row("timeline_job_add", EDITOR, EDITOR),
    *(Row(f"timeline_job_{page}", EDITOR, EDITOR, ("{key}",)) for page in ("change", "progress", "refused")),
    *(Row(f"timeline_job_{act}", EDITOR, EDITOR, ("{key}",)) for act in ("answer", "import", "cancel", "again")),
    Row("timeline_job_export", EDITOR, EDITOR),
)
OTHERS = (
    Row("index", STAFF, STAFF),
    Row("login", ANYBODY, ANYBODY),
    Row("logout", ANYBODY, ANYBODY),
    Row("password_change", STAFF, STAFF),
    Row("password_change_done", STAFF, STAFF),
    Row("jsi18n", STAFF, STAFF),
    # It answers GET alone, and says so to all of the staff.
    Row("autocomplete", EDITOR, STAFF, query="?app_label=timeline&model_name=claim&field_name=event&term=x"),
    Row("view_on_site", STAFF, STAFF, ("{event_type}", "{event}")),
    Row("app_list", EDITOR, EDITOR, ("timeline",), hidden=True),
    Row("app_list", EDITOR, EDITOR, ("geo",), hidden=True),
    Row("app_list", ADMINISTRATOR, ADMINISTRATOR, ("auth",), hidden=True),
    Row("waiting", REVIEWER, REVIEWER, ("review",)),
    Row("waiting", STAFF, STAFF, ("drafts",)),
    Row("waiting", EDITOR, EDITOR, ("disputes",)),
    Row("waiting", REVIEWER, REVIEWER, ("proposals",)),
    Row("timeline_atlas_first", EDITOR, STAFF),
    Row("timeline_sample_sheet", STAFF, STAFF),
)
