"""Keeps the sections of docs/benchmarks.md apart, so that each can be measured by itself."""


def section_of(document: str, heading: str) -> str:
    """The section under this heading ("## …") as it stands in a document; "" where it has none."""
    _before, found, rest = document.partition(f"{heading}\n")
    return f"{found}{rest.partition(chr(10) + '## ')[0].rstrip()}\n" if found else ""


def placed(document: str, section: str) -> str:
    """The document with this section in the place of the one under the same heading, or at its end."""
    if not section:
        return document
    old = section_of(document, section.partition("\n")[0])
    if old:
        return document.replace(old.rstrip(), section.rstrip())
    return f"{document.rstrip()}\n\n{section}"
