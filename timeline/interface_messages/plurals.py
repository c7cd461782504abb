"""A message whose words follow a number, in the form that a browser's Intl.PluralRules chooses from."""

from dataclasses import dataclass

from django.utils.translation import ngettext

# A number of each category of Unicode's plural rules, in English, Persian and Russian alike;
# whole numbers of Russian never fall in "other", where English and Persian put five.
SAMPLES = {"one": 1, "few": 2, "many": 5, "other": 5}


@dataclass(frozen=True, slots=True)
class Plural:
    """`one` and `other` as in the source; the catalogue holds the forms of each language."""

    one: str
    other: str

    def forms(self) -> dict[str, str]:
        """Return category → text; categories that say the same as "other" are left out."""
        said = {category: ngettext(self.one, self.other, number) for category, number in SAMPLES.items()}
        return {category: text for category, text in said.items() if category == "other" or text != said["other"]}


def ngettext_noop(one: str, other: str) -> Plural:
    """Mark a plural for the catalogue; it is put into words when the page is made."""
    return Plural(one, other)
