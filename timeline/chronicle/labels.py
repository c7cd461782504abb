"""Words for codes: the reader's label of a value of a closed vocabulary, made once for each language."""

from functools import cache

from django.db.models import TextChoices
from django.utils.translation import get_language


def worded(vocabulary: type[TextChoices], code: str) -> str:
    """The label of a code in the active language; an unknown code stands for itself."""
    return _labels(vocabulary, get_language() or "en").get(code, code)


@cache
def _labels(vocabulary: type[TextChoices], _language: str) -> dict[str, str]:
    return {value: str(label) for value, label in vocabulary.choices}
