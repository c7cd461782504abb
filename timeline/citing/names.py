"""Writes the names of people and bodies in the orders that styles ask for.

A name is that of CSL: {"family", "given"}, or {"literal"} for a body and for whoever goes by one name.
"""

import re
from collections.abc import Sequence

Name = dict[str, str]

_COMMAS = re.compile("[,،]")
_PERSIAN = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def name_of(written: str) -> Name:
    """The name of “Family, Given”, with a Persian comma too; without one it is a body's, or a single name."""
    family, *given = (part.strip() for part in _COMMAS.split(written, maxsplit=1))
    if family and given and given[0]:
        return {"family": family, "given": given[0]}
    return {"literal": family or "".join(given)}


def given_first(name: Name) -> str:
    """Edward G. Browne."""
    return name.get("literal") or f"{name.get('given', '')} {name['family']}".strip()


def family_first(name: Name) -> str:
    """Browne, Edward G."""
    return name.get("literal") or f"{name['family']}{_comma(name)} {name.get('given', '')}".strip()


def with_initials(name: Name) -> str:
    """Browne, E. G.; names in Persian script have no initials and are written out."""
    if "literal" in name or _PERSIAN.search(name.get("given", "")):
        return family_first(name)
    return f"{name['family']}, {_initials(name.get('given', ''))}"


def short(name: Name) -> str:
    """Browne."""
    return name.get("literal") or name["family"]


def listed(names: Sequence[str], last: str = "and") -> str:
    """A; A and B; A, B, and C."""
    if len(names) < 3:
        return f" {last} ".join(names)
    return f"{', '.join(names[:-1])}, {last} {names[-1]}"


def _initials(given: str) -> str:
    words = re.findall(r"[^\s.]+", given)
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in words)


def _comma(name: Name) -> str:
    return "،" if _PERSIAN.search(name["family"]) else ","
