"""Reads which compressed forms of an answer a reader takes (RFC 9110, section 12.5.3)."""


def takes(accepted: str, form: str) -> bool:
    """Whether an Accept-Encoding header takes this form: "gzip;q=0" refuses it, "*" takes every one not named."""
    weights = dict(_weighed(part) for part in accepted.split(",") if part.strip())
    return weights.get(form, weights.get("*", 0.0)) > 0


def _weighed(part: str) -> tuple[str, float]:
    name, _semicolon, told = part.partition(";")
    key, _equals, weight = told.strip().partition("=")
    try:
        return name.strip().lower(), float(weight) if key.strip().lower() == "q" else 1.0
    except ValueError:
        return name.strip().lower(), 1.0
