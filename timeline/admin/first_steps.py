"""Lists what there is to do for an atlas of one's own, in order, with what of it is done."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.models import Atlas, Event, Movement, Source
from timeline.models.vocabulary import Publication


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. links: (words, address) of where it is done; state: how far it is, in words, or ""."""

    heading: str
    words: str
    links: tuple[tuple[str, str], ...]
    state: str = ""
    done: bool = False


def first_steps(atlas: Atlas | None, user) -> tuple[Step, ...]:
    """The steps, with what of them is done for an atlas; six queries with one, none without."""
    own = reverse("admin:timeline_atlas_change", args=[atlas.pk]) if atlas else ""
    listed = f"{reverse('admin:timeline_movement_changelist')}?atlas__id__exact={atlas.pk}" if atlas else ""
    counted = _counts(atlas)

    def links(*offered: tuple[str, str, str]) -> tuple[tuple[str, str], ...]:
        return tuple((words, address) for right, words, address in offered if address and user.has_perm(right))

    def state(key: str, words: Callable[[int], str]) -> dict:
        count = counted.get(key)
        return {} if count is None else {"state": words(count) % {"count": count}, "done": count > 0}

    return (
        Step(
            _("Frame the atlas"),
            _("Give it a title, the days it tells of and the country it shows. Days may be typed in any calendar."),
            links(("timeline.change_atlas", _("Open its form"), own))
            or links(("timeline.add_atlas", _("Begin a new atlas"), reverse("admin:timeline_atlas_add"))),
            **({"state": atlas.title[:120], "done": True} if atlas else {}),
        ),
        Step(
            _("Name its theatres"),
            _("A theatre is a lane of the timeline: a town, a front, a court. Three to eight can be taken in at once."),
            links(("timeline.change_atlas", _("Theatres, in the form of the atlas"), own and f"{own}#theatres-group")),
            **state("theatres", lambda n: ngettext("%(count)s theatre", "%(count)s theatres", n)),
        ),
        Step(
            _("Name its sides"),
            _("Each side has a colour, a line and a token. The form says whether they can be told apart, also by"
              " colour-blind readers and in grey print."),
            links(("timeline.change_atlas", _("Sides, in the form of the atlas"), own and f"{own}#sides-group")),
            **state("sides", lambda n: ngettext("%(count)s side", "%(count)s sides", n)),
        ),
        Step(
            _("Enter your sources"),
            _("Nothing is published without somebody who says so: enter the books, papers and diaries you read."),
            links(("timeline.add_source", _("Add a source"), reverse("admin:timeline_source_add"))),
            **state("sources", lambda n: ngettext("%(count)s source", "%(count)s sources", n)),
        ),
        Step(
            _("Enter events, or send in a spreadsheet"),
            _("One by one at the desk, each with the claims that date and place it; or many at once, a row for each"
              " event. The sample has every column with a few rows filled in."),
            links(
                ("timeline.add_event", _("Add an event"), reverse("admin:timeline_event_add")),
                ("timeline.add_event", _("Download the sample spreadsheet"), address("admin:timeline_sample_sheet")),
                ("timeline.add_job", _("Send a spreadsheet in"), address("admin:timeline_job_changelist")),
            ),
            **state("events", lambda n: ngettext("%(count)s event", "%(count)s events", n)),
        ),
        Step(
            _("Enter the marches"),
            _("A march has legs in order, with where each begins and ends. Distances and pace are reckoned for you."),
            links(
                ("timeline.add_movement", _("Add a movement"), reverse("admin:timeline_movement_add")),
                ("timeline.view_movement", _("Its movements"), listed),
            ),
            **state("movements", lambda n: ngettext("%(count)s movement", "%(count)s movements", n)),
        ),
        Step(
            _("Publish"),
            _("Submit the atlas for review, and its events and marches; a reviewer publishes them, the atlas first."
              " Readers find it at its own address; tick “shown at the front” to have it open first."),
            links(
                ("timeline.change_atlas", _("Standing, in the form of the atlas"), own),
                ("timeline.view_atlas", _("See it as readers do"), atlas.url if atlas and _is_out(atlas) else ""),
            ),
            **({"state": atlas.get_publication_display(), "done": _is_out(atlas)} if atlas else {}),
        ),
    )  # fmt: skip


def address(name: str) -> str:
    """Where a page of this name is, or "" where this installation has none."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _is_out(atlas: Atlas) -> bool:
    return atlas.publication == Publication.PUBLISHED


def _counts(atlas: Atlas | None) -> dict[str, int]:
    if atlas is None:
        return {}
    return {
        "theatres": atlas.theatres.count(),
        "sides": atlas.sides.count(),
        "sources": Source.objects.count(),
        "events": Event.objects.filter(atlas=atlas).count(),
        "movements": Movement.objects.filter(atlas=atlas).count(),
    }
