"""The page that says how to show an atlas, an event, a movement or a lesson on another site, with the code for it."""

from urllib.parse import urlencode

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from timeline.embedding.codes import (
    LEAST_HEIGHT,
    MOST_HEIGHT,
    PATTERNS,
    REPEATED,
    USUAL_SIZES,
    attributes_of,
    frame_code,
    link_code,
    script_code,
)
from timeline.embedding.state import FILTER_KEYS, VIEW_KEYS, address_with, pairs_of
from timeline.embedding.targets import Target, chosen_in, lesson_in, target_at
from timeline.page_languages import language_names
from timeline.parameters import Parameters
from timeline.views.kept import page

THEMES = ("auto", "light", "dark")
SCRIPT = "/embed.js"


@page("embedding")
def embedding(request, atlas):
    """The code for what `url`, a path of ours with its state, shows; without one, for the atlas at the front."""
    path, _question, query = request.GET.get("url", "/").partition("?")
    path = path if path.startswith("/") else "/"
    target = _target(path, query)
    offered = _offered(target)
    asked = Parameters(request.GET, lenient=True)
    made = "made" in request.GET
    what = asked.choice("what", [each.kind for each in offered], offered[0].kind if offered else "")
    theme = asked.choice("theme", THEMES, "auto")
    language = asked.choice("lang", language_names(), "")
    chosen = next((each for each in offered if each.kind == what), None)
    usual = USUAL_SIZES[chosen.kind][1] if chosen else 0
    height = asked.whole_number("height", usual, least=LEAST_HEIGHT, most=MOST_HEIGHT)
    keeps = {name: bool(request.GET.get(name)) or not made for name in ("view", "filters")}
    keys = (*(VIEW_KEYS if keeps["view"] else ()), *(FILTER_KEYS if keeps["filters"] else ()))
    return "pages/embedding.html", {
        "url": address_with(path, pairs_of(QueryDict(query))),
        "offered": offered,
        "chosen": chosen,
        "keeps": keeps,
        "theme": theme,
        "language": language,
        "languages": language_names(),
        "themes": {"auto": _("as the reader's system is"), "light": _("light"), "dark": _("dark")},
        "height": height,
        "heights": (LEAST_HEIGHT, MOST_HEIGHT),
        "problems": asked.problems,
        "oembed": f"/oembed?{urlencode({'url': request.build_absolute_uri(chosen.page)})}" if chosen else "",
        "codes": _codes(request, chosen, keys, theme, language, height) if chosen else None,
        "patterns": {
            "patterns": PATTERNS,
            "script": SCRIPT,
            "repeated": REPEATED,
            "view": VIEW_KEYS,
            "filters": FILTER_KEYS,
            "heights": {kind: high for kind, (_wide, high) in USUAL_SIZES.items()},
        },
    }


def _target(path: str, query: str) -> Target | None:
    try:
        return target_at(path, QueryDict(query))
    except Http404:
        if path == "/":
            return None
        raise


def _offered(target: Target | None) -> list[Target]:
    """What can be embedded from there: a record with its atlas, an atlas with what is chosen in it and its lesson."""
    if target is None:
        return []
    beside = (chosen_in(target), lesson_in(target)) if target.kind == "atlas" else (target.of_atlas,)
    return [each for each in (target, *beside) if each]


def _codes(request, target: Target, keys, theme: str, language: str, height: int) -> dict[str, str]:
    options = [("theme", theme)] if theme != "auto" else []
    options += [("lang", language)] if language else []
    # An embed of a record is of that record, whatever else was shown beside it.
    state = list(pairs_of(target.query, keys)) if target.kind == "atlas" else []
    title = _("%(title)s · Marchlines") % {"title": target.title}
    embed = address_with(target.embed, [*state, *options])
    page_address = request.build_absolute_uri(address_with(target.page, state))
    return {
        "embed": embed,
        "title": title,
        "script": script_code(
            script=request.build_absolute_uri(SCRIPT),
            page=page_address,
            title=title,
            # Left alone, the element finds its own.
            attributes=attributes_of(
                target.kind, target.slug, [*state, *options], height if height != USUAL_SIZES[target.kind][1] else None
            ),
        ),
        "frame": frame_code(embed=request.build_absolute_uri(embed), title=title, width="100%", height=height),
        "link": link_code(page=page_address, title=title),
    }
