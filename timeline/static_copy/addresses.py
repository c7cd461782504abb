"""Says where in a static copy an address of the site lies; what needs a server lies nowhere in it."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from timeline.api.citations import FOLDERS as CITED
from timeline.api.citations import route_of as route_of_citation
from timeline.api.formats.register import FEEDS, FORMATS, route_of
from timeline.api.record_files import FOLDERS, route_of_file

NOT_FOUND = "404.html"
"""The one file that is handed out at any address; its links begin at the root of the server."""

# Pages whose state is read by the browser: whatever is asked of them, the file is one.
_WITH_STATE = ("front", "atlas", "embed-front", "embed-atlas", "embed-event", "embed-movement", "embed-lesson")
_RECORDS = ("event", "movement", "place", "person", "force", "source", "claim", "dispute", "lesson")
LISTS = (
    "events",
    "movements",
    "places",
    "people",
    "forces",
    "sources",
    "claims",
    "atlases",
    "disputes",
    "lessons",
    "chronology",
)
_PAGES = (*_WITH_STATE, *_RECORDS, *LISTS, "about", "reading", "api-docs")
_FILES = ("map-script", "side-sheet", "words", "embed-script", "api-whole")

# What may be asked of an address in a copy: each question is a file of its own.
_ASKED = {
    **dict.fromkeys(LISTS, ("atlas", "after")),
    **{route_of(view): ("atlas",) for view in FORMATS},
    **{route_of(view): ("atlas", "after") for view in FEEDS},
    "api-whole": ("according_to",),
}
_CITATIONS = (route_of_citation(view.kind) for view in CITED.values())
_HELD = {*_PAGES, *_FILES, *_ASKED, *_CITATIONS, *(route_of_file(kind) for kind in FOLDERS)}
# A record of the API is the file beside its page.
_AS_FILES = {f"api-{kind}": route_of_file(kind) for kind in FOLDERS}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an address lies: `file` in the folder; `asked`, the address of the site that gives its content; `state`,
    the query that the browser reads from it ("?at=…" or "")."""

    file: str
    asked: str
    state: str = ""

    @property
    def path(self) -> str:
        """The file as a link names it, from the root of the copy: a page by its folder."""
        return quote(self.file.removesuffix("index.html"), safe="/:@!$&'()*+,;=~-._")


# Every page names the same ones: finding the view of each takes longer than all else of rewriting.
@lru_cache(maxsize=50_000)
def spot_of(address: str) -> Spot | None:
    """The spot of an address that begins with a slash, None for what no copy holds; fragments are passed over."""
    parts = urlsplit(address)
    path, query = unquote(parts.path), parts.query
    static = f"/{settings.STATIC_URL.lstrip('/')}"
    if path.startswith(static):
        return Spot(f"static/{path.removeprefix(static)}", path)
    try:
        found = resolve(path)
    except Resolver404:
        return None
    name = found.url_name
    pairs = parse_qsl(query, keep_blank_values=True)
    if name == "embedding":
        return _embedding(pairs)
    if name in _AS_FILES:
        (slug,) = found.kwargs.values()
        return _asked(f"/{FOLDERS[name.removeprefix('api-')]}/{slug}.json", pairs, ())
    if name not in _HELD:
        return None
    if name in _WITH_STATE:
        return Spot(_file(path), path, f"?{query}" if query else "")
    return _asked(path, pairs, _ASKED.get(name, ()))


def _asked(path: str, pairs: list[tuple[str, str]], keys: tuple[str, ...]) -> Spot | None:
    """The pairs as folders: before the name of a file, /after/x/feed.json; behind a page, /events/after/x/."""
    given = dict(pairs)
    if len(given) != len(pairs) or not set(given) <= set(keys):
        return None
    folders = "".join(f"{key}/{given[key]}/" for key in keys if key in given)
    query = urlencode([(key, given[key]) for key in keys if key in given])
    folder, _slash, name = path.rpartition("/")
    return Spot(_file(f"{folder}/{folders}{name}"), f"{path}?{query}" if query else path)


def _embedding(pairs: list[tuple[str, str]]) -> Spot | None:
    """The code for other sites, of each page that has one, in a folder beneath that page."""
    given = dict(pairs)
    if set(given) - {"url"}:
        return None
    of = given.get("url", "/")
    asked = f"/embed/?{urlencode({'url': of})}" if of != "/" else "/embed/"
    return Spot(_file(f"{of}embed/"), asked)


def _file(path: str) -> str:
    name = path.removeprefix("/")
    return f"{name}index.html" if name.endswith("/") or not name else name


def link_between(own: str, path: str, root: str = "/") -> str:
    """The link from a file of the copy to a path of it; `root` is where the copy lies on its server.

    Always "./…" or "../…": a name with a colon would be taken for a scheme, and a script asks no bare name.
    """
    if own == NOT_FOUND:
        return f"{root}{path}"
    here, there = own.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and quote(here[shared], safe="/:@!$&'()*+,;=~-._") == there[shared]:
        shared += 1
    return ("../" * (len(here) - shared) or "./") + "/".join(there[shared:])
