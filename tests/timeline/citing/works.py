"""Works of every kind that the atlas holds or may hold, with what can be missing or odd in them."""

from datetime import date
from types import SimpleNamespace

from timeline.citing.items import Cited, page_item, source_item
from timeline.citing.locators import Locator, spot_of

SITE = "https://atlas.example"
REVISED = date(2026, 11, 30)
FIELDS = {"type": "book", "authors": (), "container": "", "issued": "", "publisher": "", "url": "", "language": "en"}


def work(title: str, **fields) -> dict:
    """The item of a work with the fields of models.Source, `csl` with others of CSL beside them."""
    csl = fields.pop("csl", {})
    return source_item(SimpleNamespace(**{"slug": "work", "short": ""} | FIELDS | fields, title=title)) | csl


BROWNE = work("The Persian Revolution of 1905–1909", authors=["Browne, Edward G."], issued="1910",
              publisher="Cambridge University Press")  # fmt: skip
TWO = work("A Year in Persia", authors=["Browne, Edward G.", "Ross, Denison"], issued="1893", publisher="Black")
SEVEN = work("Papers", authors=[f"{letter}one, {letter}." for letter in "ABCDEFG"], issued="1911", publisher="Black")
OFFICE = work("Correspondence Respecting the Affairs of Persia", type="report", authors=["Foreign Office"],
              issued="1909", publisher="His Majesty’s Stationery Office")  # fmt: skip
JOURNAL = work("Constitutional Revolutionaries", type="article-journal", authors=["Clark, James D."],
               container="Iranian Studies", issued="2006-06", publisher="Cambridge University Press",
               csl={"volume": "39", "issue": "2", "page": "199–223", "DOI": "10.1080/0021"})  # fmt: skip
ABSTRACT = work("[Russia in Azerbaijan, 1907–1911]", type="article-journal", authors=["Clark"],
                container="Iranian Studies", issued="2006-06-30", publisher="Cambridge University Press")  # fmt: skip
ESSAY = work("Editor's Pick", type="article-magazine", issued="2025-03-01")
NEWS = work("Who Holds Tehran?", type="article-newspaper", container="The Times", issued="1909-07-14")
ENTRY = work("Triumph of Tehran", type="entry-encyclopedia", container="Wikipedia", publisher="Wikimedia Foundation")
READ = work("Triumph of Tehran", type="entry-encyclopedia", container="Wikipedia", url="https://wiki.example/t",
            csl={"accessed": {"date-parts": [[2026, 6, 1]]}})  # fmt: skip
CHAPTER = work("The Siege of “Tabriz”", type="chapter", authors=["Ross, Denison"], container="Iran at War",
               issued="1999", publisher="Brill", csl={"editor": [{"family": "Cronin", "given": "Stephanie"}],
                                                      "page": "41–66"})  # fmt: skip
PERSIAN = work("تاریخ مشروطهٔ ایران", authors=["کسروی، احمد"], issued="1940", publisher="امیرکبیر", language="fa")
RENDERED = work("History", authors=["Kasravi, Ahmad"], issued="1940~", publisher="Mazda",
                csl={"translator": [{"family": "Siegel", "given": "Evan"}]})  # fmt: skip
TELEGRAM = work("Telegram to the Consul, Tabriz", type="personal_communication", authors=["Sattar Khan"],
                issued="1908-10", publisher="National Archives")  # fmt: skip
PAGE = work("What Is a Majles?", type="webpage", container="Iran Notes", url="https://notes.example/?a=1&b=50%")

EVENT = page_item(key="event-entry", title="Entry into Tehran", atlas="The Revolution",
                  address=f"{SITE}/events/entry/", revised=REVISED, language="en")  # fmt: skip
VIEW = page_item(key="atlas-x", title="", atlas="The Revolution", address=f"{SITE}/a/x/", revised=REVISED,
                 language="en")  # fmt: skip

WORKS = {name.lower(): item for name, item in globals().items() if isinstance(item, dict) and "title" in item}
SPOT = Locator("Events in Tehran", 4)


def cited(item: dict, spot: Locator | None = None, key: str = "work") -> Cited:
    """The item as the atlas cites it: as a claim where a spot is given."""
    kind = "claim" if spot else "event" if item.get("custom") else "source"
    return Cited(item, key, kind, f"{SITE}/{kind}s/{key}/", REVISED, "record", spot or Locator())


HOSTILE = (
    "</script><script>alert('x')</script>{\\input{/etc/passwd}}%\r\nER  - \u202e\u2067abc\u2066 تهران \x00\x07@book{x,"
)


def hostile_spot() -> Locator:
    """The spot of a claim whose section and page are of that kind."""
    return spot_of(SimpleNamespace(section=HOSTILE, paragraph=1, page=HOSTILE))
