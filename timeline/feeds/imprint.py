"""What a document says of itself, in whatever format: whose it is, under which licence, where it comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.models import Atlas

LICENCE_ADDRESSES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def same(path: str) -> str:
    """The path itself: the addresses of a document that is not served."""
    return path


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title, licence and origin of one document.

    licence: its name; home: the address of the atlas; own: that of the document, "" where it is not served;
    address: makes an absolute URL of a path; language: in which names and dates are worded.
    """

    title: str
    licence: str = ""
    description: str = ""
    home: str = "/"
    own: str = ""
    address: Callable[[str], str] = same
    language: str = "en"

    @property
    def licence_address(self) -> str:
        """The address of the licence; of one that has none here, its name."""
        return LICENCE_ADDRESSES.get(self.licence, self.licence)

    @property
    def attribution(self) -> str:
        """One line that names work, origin and licence, as CC BY asks whoever passes it on."""
        return ", ".join(filter(None, (self.title, self.home if ":" in self.home else "", self.licence)))


def imprint_of(
    atlases: Sequence[Atlas], address: Callable[[str], str] = same, *, own: str = "", language: str = "en"
) -> Imprint:
    """The imprint of a document about these atlases, of which the first is its home."""
    lead = atlases[0] if atlases else Atlas(title="Marchlines", is_default=True)
    code = language.partition("-")[0]
    return Imprint(
        title=", ".join(getattr(atlas, f"title_{code}", "") or atlas.title for atlas in (*atlases,) or (lead,)),
        licence="; ".join(dict.fromkeys(atlas.licence for atlas in (*atlases,) or (lead,))),
        description=getattr(lead, f"description_{code}", "") or lead.description,
        home=address(lead.get_absolute_url()),
        own=own,
        address=address,
        language=language,
    )
