"""The board, and the page of each of its sections in full."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.admin.board.questions import dispute_section, march_section, proposal_section
from timeline.admin.board.records import (
    draft_section,
    pointless_section,
    review_section,
    sent_back_section,
    uncited_section,
)
from timeline.admin.board.sections import Section
from timeline.admin.history.rights import readable
from timeline.admin.rearranging.act_words import told
from timeline.models import Act
from timeline.revision import data_stamp

FIRST, A_PAGE = 4, 50
RECENT = 8
OF_PERSONS = {
    "review": review_section,
    "sent_back": sent_back_section,
    "drafts": draft_section,
    "uncited": uncited_section,
    "without_point": pointless_section,
}
OF_ATLASES = {"disputes": dispute_section, "marches": march_section, "proposals": proposal_section}


def sections(request) -> list[Section]:
    """Every section that concerns this person, with its first lines."""
    user, language = request.user, get_language() or "en"
    own = [make(user, FIRST) for make in OF_PERSONS.values()]
    asked = []
    if user.has_perm("timeline.view_claim"):
        state = data_stamp()[0]
        makers = dict(OF_ATLASES)
        if not user.has_perm("timeline.rearrange_event"):
            del makers["proposals"]
        asked = [make(user, state, language, FIRST) for make in makers.values()]
    return [section for section in (*own, *asked) if section is not None]


def recent_changes(user) -> list[tuple[Act, str]]:
    """The last acts that this person may read, each with its sentence; one query."""
    acts = readable(user).select_related("undoes__undoes").order_by("-pk")[:RECENT]
    return [(act, told(act)) for act in acts]


def waiting_page(site, request, what: str) -> TemplateResponse:
    """One section in full, page by page."""
    page = _page_asked(request)
    skip = (page - 1) * A_PAGE
    section = _whole(request, what, skip)
    if section is None:
        raise PermissionDenied
    last = max(1, -(-(section.count or 0) // A_PAGE))
    context = {
        **site.each_context(request),
        "title": section.heading,
        "section": section,
        "page": page,
        "before": page - 1 if page > 1 else None,
        "after": page + 1 if page < last else None,
    }
    return TemplateResponse(request, "admin/board/waiting.html", context)


def _whole(request, what: str, skip: int) -> Section | None:
    """The section, None where it does not concern this person. Http404 where there is none of this name."""
    if what in OF_PERSONS:
        return OF_PERSONS[what](request.user, A_PAGE, skip)
    if what not in OF_ATLASES:
        raise Http404
    if not request.user.has_perm("timeline.rearrange_event" if what == "proposals" else "timeline.view_claim"):
        return None
    return OF_ATLASES[what](request.user, data_stamp()[0], get_language() or "en", A_PAGE, skip, whole=True)


def _page_asked(request) -> int:
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and int(text)):
        raise Http404(_("There is no such page here."))
    return int(text)
