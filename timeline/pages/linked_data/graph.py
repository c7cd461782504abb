"""Joins a page, what it is about and the way to it into one graph of JSON-LD."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.feeds.imprint import LICENCE_ADDRESSES

Absolute = Callable[[str], str]
"""Makes the whole address of a path of ours."""

CONTEXT = "https://schema.org"
SITE = "Marchlines"
LISTS = {
    "chronology": gettext_lazy("Chronology"),
    "events": gettext_lazy("Events"),
    "movements": gettext_lazy("Movements"),
    "places": gettext_lazy("Places"),
    "people": gettext_lazy("People"),
    "forces": gettext_lazy("Forces"),
    "sources": gettext_lazy("Sources"),
    "claims": gettext_lazy("Claims"),
    "disputes": gettext_lazy("Disputes"),
    "lessons": gettext_lazy("Lessons"),
    "atlases": gettext_lazy("Atlases"),
    "about": gettext_lazy("About"),
    "search": gettext_lazy("Search"),
}
"""The folders of addresses, and what the list in each is called."""
PAGE_TYPES = {"about": "AboutPage", "search": "SearchResultsPage"}


def page_graph(path: str, absolute: Absolute, *, name: str, thing: dict | None = None, **said) -> dict:
    """The page at a path; thing: the node that it is about, with an @id; said: more of the page itself."""
    url = absolute(path)
    folder, *rest = path.strip("/").split("/")
    listing = not rest and folder in LISTS
    page = {
        "@type": PAGE_TYPES.get(folder, "CollectionPage") if listing else "WebPage",
        "@id": url,
        "url": url,
        "name": name or str(LISTS.get(folder, SITE)),
        "isPartOf": {"@type": "WebSite", "@id": absolute("/#site"), "name": SITE, "url": absolute("/")},
        "breadcrumb": {"@id": f"{url}#way"},
        "mainEntity": {"@id": thing["@id"]} if thing else None,
        **said,
    }
    nodes = [filled(page), way(path, absolute, name)]
    return {"@context": CONTEXT, "@graph": [*nodes, filled(thing)] if thing else nodes}


def way(path: str, absolute: Absolute, name: str) -> dict:
    """The crumbs: the site, the list, the page."""
    folder, *rest = path.strip("/").split("/")
    steps = [(SITE, "/")]
    if folder in LISTS:
        steps.append((str(LISTS[folder]), f"/{folder}/"))
    if rest or folder not in LISTS:
        steps.append((name or _("This page"), path))
    return {
        "@type": "BreadcrumbList",
        "@id": f"{absolute(path)}#way",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": step, "item": absolute(address)}
            for number, (step, address) in enumerate(steps, start=1)
        ],
    }


def thing_at(path: str, absolute: Absolute, kind: str, part: str) -> dict:
    """The first words of a node: what it is, under the address of its page with a fragment of its own."""
    return {"@type": kind, "@id": f"{absolute(path)}#{part}", "url": absolute(path)}


def in_language(names: dict[str, str], but: str = "en") -> list[dict[str, str]]:
    """Names with their languages, the one that the name itself is in left out."""
    return [{"@value": name, "@language": code} for code, name in names.items() if name and code != but]


def licensed(licence: str) -> str:
    """The address of a licence, or its name."""
    return LICENCE_ADDRESSES.get(licence, licence)


def filled(node: dict) -> dict:
    """The node without what nothing is said of."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {}, ())}
