"""The words that come with the script of records: one immutable document a language, named by its content."""

import hashlib
import json
from functools import cache

from timeline.interface_messages import later_messages


@cache
def later_words(language: str) -> tuple[str, str]:
    """Return (name, JSON) of the words in a language; the name is `<language>.<hash12>.json`."""
    text = json.dumps(later_messages(language), ensure_ascii=False, separators=(",", ":"))
    return f"{language}.{hashlib.sha256(text.encode()).hexdigest()[:12]}.json", text
