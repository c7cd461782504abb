"""Gives each event of a sheet its slug: the one in its row, that of the event that there is, or a new one."""

from django.utils.translation import gettext as _

from geo.folding import fold
from timeline.importing.drafting import Draft
from timeline.importing.known_names import Known
from timeline.importing.refusals import BadRow
from timeline.importing.slugs import SLUG

LONGEST_SLUG = 100


class EventSlugs:
    """The slugs of one file."""

    def __init__(self, draft: Draft):
        self._draft = draft
        self._headlines: dict[str, str] = {}
        self._given: dict[str, str] = {}
        self._occurrences: dict[str, int] = {}

    def check(self, given: str, headline: str) -> None:
        """Raise BadRow for a slug that is none, or names another event of the file."""
        if given and (not SLUG.match(given) or len(given) > LONGEST_SLUG):
            raise BadRow(
                "bad_slug",
                _("“%(slug)s” is no slug: use lower-case letters, figures and single hyphens, 100 at most.")
                % {"slug": given[:40]},
                given,
            )
        told = self._headlines.get(self._given.get(given, given))
        if given and told is not None and fold(told) != fold(headline):
            raise BadRow(
                "slug_twice",
                _("Another row has this slug with another headline: give the rows of one event one headline."),
                given,
            )

    def give(self, given: str, headline: str, origin: str) -> tuple[str, bool]:
        """Return the event's slug, and whether this is the first row to tell of it.

        Without a slug the second row of a headline is the second event of that title that the atlas has,
        so that a file sent again changes its own events and makes no new ones.
        """
        if given in self._given:
            return self._given[given], False
        if given in self._headlines:
            return given, False
        folded = fold(headline)
        before = self._occurrences.get(folded, 0)
        self._occurrences[folded] = before + 1
        alike = self._draft.known.titles.get(folded, ())
        if given:
            slug = self._given[given] = self._own(given, origin)
        elif before < len(alike):
            slug = alike[before]
        else:
            slug = self._draft.slugs["event"].give(headline, "event", LONGEST_SLUG)
        self._headlines[slug] = headline
        return slug, True

    def _own(self, given: str, origin: str) -> str:
        kept = known_slug(given, self._draft.known, self._draft.atlas)
        if kept:
            return kept
        slugs = self._draft.slugs["event"]
        if given not in slugs:
            slugs.take(given)
            return given
        slug = slugs.give(_of_atlas(given, self._draft.atlas), "event", LONGEST_SLUG)
        told = _("The slug of an event of another atlas is taken: the atlas's own stands before it.")
        self._draft.lose(told, origin)
        return slug


def known_slug(given: str, known: Known, atlas: str) -> str:
    """The slug under which the atlas has the event that a row names, "" where it has none."""
    names = (given, known.former.get(given, ""), _of_atlas(given, atlas))
    return next((slug for slug in names if slug in known.events), "")


def _of_atlas(given: str, atlas: str) -> str:
    """As a whole atlas is renamed that comes in beside another of its slugs."""
    return f"{atlas}-{given}"[:LONGEST_SLUG].rstrip("-")
