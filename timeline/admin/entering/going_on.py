"""How one claim leads to the next: what a new one begins with, and where “another of this source” goes."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.admin.entering.last_claim import last_claim_of, same_place
from timeline.admin.entering.ways_back import PARAMETER
from timeline.models import Claim
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import Attribute, ClaimCalendar, Edge

SAME = "same"
_KEYS = ("source", *SUBJECTS)
_NUMBERS = ("paragraph", "sentence")
_TEXTS = {"section": 200, "page": 40}
_WORDS = {"attribute": Attribute.values, "edge": Edge.values, "calendar": ClaimCalendar.values}


def begun_with(request) -> dict[str, object]:
    """What the address says of a new claim; `same=1` goes on where the editor read last. Nonsense is left out."""
    asked = request.GET
    last = last_claim_of(request.user) if asked.get(SAME) else None
    found: dict[str, object] = same_place(last) if last else {}
    for name in (*_KEYS, *_NUMBERS):
        value = asked.get(name, "")
        if value.isascii() and value.isdecimal() and len(value) <= 9:
            found[name] = int(value)
    found |= {name: asked[name][:most] for name, most in _TEXTS.items() if name in asked}
    return found | {name: asked[name] for name, words in _WORDS.items() if asked.get(name) in words}


def another_of_the_source(request, claim: Claim) -> HttpResponseRedirect | None:
    """Go to a new claim of the same source, section and paragraph, where the editor asked for that."""
    if "_addofsource" not in request.POST:
        return None
    kept: dict[str, object] = {**same_place(claim), "calendar": claim.calendar}
    back = request.GET.get(PARAMETER, "")
    if back:
        # Begun from a record's page: the next claim speaks of it as well, and leads back there.
        kept |= {claim.subject_type: claim.subject.pk, PARAMETER: back}
    query = urlencode({name: value for name, value in kept.items() if value})
    messages.success(request, _("The claim %(key)s is kept. Here is the next of this source.") % {"key": claim.key})
    return HttpResponseRedirect(f"{reverse('admin:timeline_claim_add')}?{query}")
