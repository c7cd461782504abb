"""The board's sections of records on their way, and of records that lack something."""

from django.utils.translation import gettext as _

from geo.models import Place
from timeline.admin.board.sections import Line, Section, change_address, list_address
from timeline.models import Event, Movement
from timeline.publishing.kinds import KINDS, titled
from timeline.publishing.rights import kinds_to_publish, right
from timeline.waiting.lacking import COUNTED, counted, uncited, without_point
from timeline.waiting.standing import Pile, Waiting, drafts_of, sent_back_to, to_review


def review_section(user, most: int, skip: int = 0) -> Section | None:
    """What this person may publish or send back; None for who may publish nothing."""
    kinds = kinds_to_publish(user)
    if not kinds:
        return None
    pile = to_review(kinds, most, skip)
    ways = [
        (f"{KINDS[kind]._meta.verbose_name_plural} ({number})", list_address(KINDS[kind], "?publication__exact=review"))
        for kind, number in pile.counts.items()
        if number
    ]
    return _of_pile("review", _("To review"), _("Nothing waits for a review."), pile, ways)


def draft_section(user, most: int, skip: int = 0) -> Section:
    pile = drafts_of(user.get_username(), most, skip)
    return _of_pile("drafts", _("Your drafts"), _("You have no drafts: what you enter stands here."), pile)


def sent_back_section(user, most: int, skip: int = 0) -> Section:
    pile = sent_back_to(user.get_username(), most, skip)
    return _of_pile("sent_back", _("Sent back to you"), _("No reviewer asks anything of you."), pile)


def _of_pile(key: str, heading: str, nothing: str, pile: Pile, ways=()) -> Section:
    return Section(key, heading, nothing, pile.count, [_line(each) for each in pile.first], ways=ways)


def _line(each: Waiting) -> Line:
    return Line(
        each.title[:200],
        change_address(each.kind, each.key),
        str(KINDS[each.kind]._meta.verbose_name),
        each.words,
        since=each.since,
    )


def uncited_section(user, most: int, skip: int = 0) -> Section:
    """Events and movements on their way of which nobody says anything."""
    found = [uncited(model) for model in (Event, Movement) if user.has_perm(right("view", model))]
    count = sum(counted(records) for records in found)
    lines = [_of_record(record) for records in found for record in records.order_by("modified")[: skip + most]]
    ways = [
        (str(model._meta.verbose_name_plural), list_address(model, "?cited=no"))
        for model in (Event, Movement)
        if user.has_perm(right("view", model))
    ]
    return Section(
        "uncited", _("Without a claim"), _("Every draft has a claim."), count, lines[skip : skip + most],
        more=count > COUNTED, ways=ways,
    )  # fmt: skip


def pointless_section(user, most: int, skip: int = 0) -> Section | None:
    """Places that can't be drawn."""
    if not user.has_perm(right("view", Place)):
        return None
    found = without_point()
    count = counted(found)
    lines = [_of_record(record) for record in found.order_by("name", "pk")[skip : skip + most]]
    return Section(
        "without_point", _("Places without a point"), _("Every place has a point."), count, lines,
        more=count > COUNTED, ways=[(str(Place._meta.verbose_name_plural), list_address(Place, "?point=no"))],
    )  # fmt: skip


def _of_record(record) -> Line:
    kind = record._meta.model_name
    return Line(titled(record), change_address(kind, record.pk), str(record._meta.verbose_name))
