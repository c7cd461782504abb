"""What the page of a claim holds beside its form: the preview, where one read last, which field belongs where."""

import json
from urllib.parse import urlencode

from django.urls import reverse

from timeline.admin.entering.checking import shown_preview
from timeline.admin.entering.going_on import SAME
from timeline.admin.entering.last_claim import last_claim_of, same_place
from timeline.admin.entering.matters import matter_of
from timeline.admin.entering.named_by_hand import NAMED, SUFFIX
from timeline.admin.entering.script_words import script_words
from timeline.entering.belonging import BELONGS, EDGES
from timeline.models.claims import SUBJECTS

RULES = {"belongs": BELONGS, "edges": EDGES, "subjects": SUBJECTS}


def desk_of(request, form, *, add: bool, may_enter: bool) -> dict[str, object]:
    """The page's own part of its context; without the right to enter claims there is no preview."""
    last = last_claim_of(request.user) if add else None
    return {
        "preview": shown_preview(form) if may_enter else None,
        "entered": form,
        "decidable": bool(form.instance.pk and matter_of(form.instance)),
        "check_address": reverse("admin:timeline_claim_check"),
        "entering_rules": {**RULES, "words": script_words()},
        "named_by_hand": [(f"{name}{SUFFIX}", form.fields[name].label) for name in NAMED if name in form.fields],
        "last_claim": last,
        "same_query": urlencode({**request.GET.dict(), SAME: "1"}) if last else "",
        "same_values": json.dumps({**same_place(last), "source_name": str(last.source)}) if last else "",
    }
