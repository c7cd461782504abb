"""Says where in a work something stands, apart from the words that each style has for it."""

from dataclasses import dataclass

from timeline.citing.wording import line, pages

MARKED = ("(lead)", "(infobox)", "(caption)")
"""Parts of a text that have no heading of their own."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A spot: the heading over it, the number of the paragraph, the page; any may be missing."""

    section: str = ""
    paragraph: int | None = None
    page: str = ""

    @property
    def marked(self) -> str:
        """The plain word of a part without a heading: lead, infobox, caption; else ""."""
        return self.section.strip("()") if self.section in MARKED else ""

    @property
    def heading(self) -> str:
        """The heading that stands in the text, or ""."""
        return "" if self.section in MARKED else self.section

    def __bool__(self):
        return bool(self.section or self.page or self.paragraph is not None)


NOWHERE = Locator()
"""The whole work."""


def spot_of(claim) -> Locator:
    """The spot of a claim, which has the fields of models.Claim."""
    return Locator(line(claim.section), claim.paragraph, line(claim.page))


def spoken(spot: Locator) -> str:
    """The spot in one line: section “Events in Tehran”, para. 4."""
    section = f"section “{spot.heading}”" if spot.heading else spot.marked
    paragraph = f"para. {spot.paragraph}" if spot.paragraph is not None else ""
    return ", ".join(part for part in (section, paragraph, pages(spot.page)) if part)
