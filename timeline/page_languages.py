"""Tells in which languages the pages can be read: those whose words the installation has."""

from functools import cache

from django.conf import settings


@cache
def page_languages() -> tuple[str, ...]:
    """The codes, the language of the program itself first; others where a compiled catalogue is there."""
    own = settings.LANGUAGE_CODE
    others = (code for code, _name in settings.LANGUAGES if code != own)
    return (own, *(code for code in others if _has_catalogue(code)))


def language_names() -> dict[str, str]:
    """{code: the language's own name} of those languages."""
    own_names = {"en": "English", "fa": "فارسی", "ru": "Русский"}
    return {code: own_names.get(code, code) for code in page_languages()}


def _has_catalogue(code: str) -> bool:
    return any((folder / code / "LC_MESSAGES" / "django.mo").is_file() for folder in settings.LOCALE_PATHS)
