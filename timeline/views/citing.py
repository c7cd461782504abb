"""The page that says how to cite a view of an atlas: what is seen, with its permanent address."""

from django.http import QueryDict
from django.utils.text import capfirst

from timeline.chronicle.cited import cited_view
from timeline.embedding.state import FILTER_KEYS, VIEW_KEYS, address_with, pairs_of
from timeline.embedding.targets import target_at
from timeline.pages.citing import cite_part
from timeline.pages.claim_words import language
from timeline.pages.view_words import view_words
from timeline.views.kept import page
from timeline.views.published import Moved


@page("citing")
def citing(request, atlas):
    """How to cite what `url`, a path of ours with its state, shows; a record is cited on its own page."""
    path, _question, query = request.GET.get("url", "/").partition("?")
    target = target_at(path if path.startswith("/") else "/", QueryDict(query))
    if target.kind != "atlas":
        raise Moved(f"{target.page}#cite")
    # At the front another atlas may stand tomorrow: what lasts is the address by its own name.
    lasting = address_with(f"/a/{target.slug}/", pairs_of(target.query, (*VIEW_KEYS, *FILTER_KEYS)))
    words = view_words(target)
    # In a citation it stands as a title.
    cited = cited_view(target.atlas, lasting, capfirst(words), request.build_absolute_uri, language())
    return "pages/citing.html", {"citing": cite_part(cited), "seen": words, "title": target.title, "view": lasting}
