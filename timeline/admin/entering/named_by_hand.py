"""Lets an editor without JavaScript, where the choosers are empty, name records by their slug or key."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from geo.models import Place
from timeline.models import Claim, Event, Movement, Source

SUFFIX = "_named"
NAMED = {
    "source": (Source, "slug"),
    "event": (Event, "slug"),
    "movement": (Movement, "slug"),
    "relative_to_claim": (Claim, "key"),
    "relative_to_event": (Event, "slug"),
    "place": (Place, "slug"),
    "place_2": (Place, "slug"),
}
LONGEST = 120


def with_named(data):
    """The data of a form with the records that were named in place of chosen, and the names that are nobody's.

    Returns (data, {field: name}); data is left as it came where nothing is named.
    """
    named = {name: str(data.get(f"{name}{SUFFIX}") or "").strip()[:LONGEST] for name in NAMED}
    named = {name: word for name, word in named.items() if word and not data.get(name)}
    if not named:
        return data, {}
    filled, unknown = data.copy(), {}
    for name, word in named.items():
        model, column = NAMED[name]
        # A null character is in no name, and PostgreSQL does not look for one.
        key = "\0" not in word and model.objects.filter(**{column: word}).values_list("pk", flat=True).first()
        if not key:
            unknown[name] = word
        else:
            filled[name] = str(key)
    return filled, unknown


def nobody(word: str) -> ValidationError:
    sentence = _("Nothing here is called “%(word)s”: write the slug or key as it stands in the list of these records.")
    return ValidationError(sentence % {"word": word}, code="name_unknown")
