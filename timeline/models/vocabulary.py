"""The closed vocabularies of the atlas, each coded word with its reader's label."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Publication(models.TextChoices):
    """Where a record stands on its way to the reader."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class StepKind(models.TextChoices):
    """What somebody did to bring a record to the reader, or to take it back."""

    ENTER = "enter", _("entered")
    SUBMIT = "submit", _("submitted for review")
    SEND_BACK = "send_back", _("sent back")
    PUBLISH = "publish", _("published")
    WITHDRAW = "withdraw", _("withdrawn")
    TAKE_UP = "take_up", _("taken up again")
    SHOW_AGAIN = "show_again", _("shown again")


class Status(models.TextChoices):
    """Whether the thing told of took place; only what happened has positions, pace and tokens."""

    HAPPENED = "happened", _("happened")
    PLANNED = "planned", _("planned")
    ORDERED = "ordered", _("ordered")
    ABANDONED = "abandoned", _("abandoned")
    UNKNOWN = "unknown", _("not known to have happened")


class EventKind(models.TextChoices):
    """What sort of event it was; each has a symbol ``k-<value>`` in static/symbols.svg."""

    BATTLE = "battle", _("battle")
    SKIRMISH = "skirmish", _("skirmish")
    CAPTURE = "capture", _("capture")
    MARCH = "march", _("march")
    SIEGE = "siege", _("siege")
    OCCUPATION = "occupation", _("occupation")
    BOMBARDMENT = "bombardment", _("bombardment")
    UPRISING = "uprising", _("uprising")
    PROTEST = "protest", _("protest")
    COUP = "coup", _("coup")
    REFUGE = "refuge", _("refuge")
    EXILE = "exile", _("exile")
    ACCESSION = "accession", _("accession")
    DEPOSITION = "deposition", _("deposition")
    DIPLOMACY = "diplomacy", _("diplomacy")
    ORDER = "order", _("order")
    TELEGRAM = "telegram", _("telegram")
    KILLING = "killing", _("killing")
    LOOTING = "looting", _("looting")
    POLITICS = "politics", _("politics")


class Shape(models.TextChoices):
    """How a date lies in time: one day, perhaps unknown which, or a stretch of days."""

    INSTANT = "instant", _("one day")
    SPAN = "span", _("a stretch of days")


class Attribute(models.TextChoices):
    """What a claim speaks of."""

    DATE = "date", _("date")
    DURATION = "duration", _("duration")
    PLACE = "place", _("place")
    ROUTE = "route", _("route")
    STRENGTH = "strength", _("strength")
    CASUALTIES = "casualties", _("casualties")
    PARTICIPANT = "participant", _("participant")
    SIDE = "side", _("side")
    OUTCOME = "outcome", _("outcome")
    SEQUENCE = "sequence", _("sequence")


class Edge(models.TextChoices):
    """Which end of the thing a date or a place belongs to."""

    ON = "on", _("on")
    BEGIN = "begin", _("begins")
    END = "end", _("ends")
    DEPARTS = "departs", _("departs")
    ARRIVES = "arrives", _("arrives")
    AT = "at", _("at")
    FROM = "from", _("from")
    TO = "to", _("to")
    VIA = "via", _("by way of")


class ClaimCalendar(models.TextChoices):
    """The calendar a date was printed in, as far as it can be told."""

    GREGORIAN = "gregorian", _("Gregorian")
    JULIAN = "julian", _("Julian (Old Style)")
    SOLAR_HIJRI = "solar_hijri", _("Solar Hijri")
    LUNAR_HIJRI = "lunar_hijri", _("Lunar Hijri")
    MIXED = "mixed", _("mixed: the month of one calendar, the year of another")
    UNKNOWN = "unknown", _("not sure")


class Certainty(models.TextChoices):
    """How firmly the source itself says it."""

    CERTAIN = "certain", _("stated")
    PROBABLE = "probable", _("said to be probable")
    POSSIBLE = "possible", _("said to be possible")
    REPORTED = "reported", _("reported from another")


class PlaceRelation(models.TextChoices):
    """How a statement ties its subject to a place."""

    AT = "at", _("at")
    NEAR = "near", _("near")
    BETWEEN = "between", _("between")
    TOWARDS = "towards", _("towards")
    FROM = "from", _("from")


class Outcome(models.TextChoices):
    """How it ended, in one word of a small vocabulary."""

    VICTORY = "victory", _("victory")
    DEFEAT = "defeat", _("defeat")
    INCONCLUSIVE = "inconclusive", _("inconclusive")
    CAPTURED = "captured", _("captured")
    REPULSED = "repulsed", _("repulsed")
    AGREED = "agreed", _("agreed")
    REFUSED = "refused", _("refused")
    DISSOLVED = "dissolved", _("dissolved")
    FLED = "fled", _("fled")
    SURRENDERED = "surrendered", _("surrendered")
    KILLED = "killed", _("killed")
    DEPOSED = "deposed", _("deposed")
    INSTALLED = "installed", _("installed")
    EXECUTED = "executed", _("executed")
    RETREATED = "retreated", _("retreated")


class RelationKind(models.TextChoices):
    """How one event stands to another: ``from_event <kind> to_event``."""

    PART_OF = "part_of", _("part of")
    AFTER = "after", _("after")
    BEFORE = "before", _("before")
    BECAUSE_OF = "because_of", _("because of")
    ORDERS = "orders", _("orders")


class Role(models.TextChoices):
    """What a person or force was in an event or movement."""

    COMMANDER = "commander", _("commander")
    PARTICIPANT = "participant", _("took part")
    VICTIM = "victim", _("victim")
    GOVERNOR = "governor", _("governor")
    NEGOTIATOR = "negotiator", _("negotiator")
    SPEAKER = "speaker", _("speaker")
    RULER = "ruler", _("ruler")
    REFUGEE = "refugee", _("took refuge")
    CAPTOR = "captor", _("captor")
    DEFENDER = "defender", _("defender")
    ATTACKER = "attacker", _("attacker")
    SUPPORTER = "supporter", _("supporter")
    OPPONENT = "opponent", _("opponent")
    PRISONER = "prisoner", _("prisoner")
    ENVOY = "envoy", _("envoy")
    ADDRESSEE = "addressee", _("addressee")
    AUTHOR = "author", _("author")
    MEMBER = "member", _("member")
    LEADER = "leader", _("leader")
    MOVER = "mover", _("on the march")
    FOUNDER = "founder", _("founder")
    OTHER = "other", _("other")


class Mode(models.TextChoices):
    """How a leg was travelled; what each sustains in a day stands in geo/routes.py."""

    FOOT = "foot", _("on foot")
    COLUMN = "column", _("column with guns")
    RIDERS = "riders", _("riders")
    COACH = "coach", _("coach")
    RAIL = "rail", _("rail")
    SHIP = "ship", _("ship")
    UNKNOWN = "unknown", _("means not given")


class ForceKind(models.TextChoices):
    """What sort of body a force was."""

    ARMY = "army", _("army")
    COLUMN = "column", _("column")
    BAND = "band", _("band")
    TRIBE = "tribe", _("tribe")
    BRIGADE = "brigade", _("brigade")
    REGIMENT = "regiment", _("regiment")
    BATTALION = "battalion", _("battalion")
    SQUADRON = "squadron", _("squadron")
    BATTERY = "battery", _("battery")
    COMPANY = "company", _("company")
    CORPS = "corps", _("corps")
    FLEET = "fleet", _("fleet")
    MILITIA = "militia", _("militia")
    COMMITTEE = "committee", _("committee")
    CROWD = "crowd", _("crowd")
    GARRISON = "garrison", _("garrison")
    STATE = "state", _("state")
    OTHER = "other", _("other")


class PeriodKind(models.TextChoices):
    """What a background band of the timeline stands for."""

    REIGN = "reign", _("reign")
    WAR = "war", _("war")
    SIEGE = "siege", _("siege")
    TYRANNY = "tyranny", _("tyranny")
    ASSEMBLY = "assembly", _("assembly")
    OTHER = "other", _("period")


class Pattern(models.TextChoices):
    """The structure of a side's line, so that colour never speaks alone."""

    SOLID = "solid", _("solid")
    DOUBLE = "double", _("double")
    SLEEPERED = "sleepered", _("sleepered")
    BEADED = "beaded", _("beaded")
    BARBED = "barbed", _("barbed")


class TokenShape(models.TextChoices):
    """The shape of a side's token."""

    CIRCLE = "circle", _("circle")
    SQUARE = "square", _("square")
    LOZENGE = "lozenge", _("lozenge")
    TRIANGLE = "triangle", _("triangle")
    HEXAGON = "hexagon", _("hexagon")


class NameKind(models.TextChoices):
    """What a name is to its bearer."""

    PRINTED = "printed", _("as printed")
    PREFERRED = "preferred", _("preferred")
    TITLE = "title", _("title")


class ReadingMethod(models.TextChoices):
    """By what slip a printed date came to stand for another day."""

    SOLAR_MONTH = (
        "solar_hijri_month_as_gregorian",
        _("Solar Hijri month printed as a Gregorian one"),
    )
    SOLAR_YEAR = "solar_hijri_year_as_ah", _("Solar Hijri year labelled AH")
    OLD_STYLE = "old_style", _("Old Style date taken for New Style")
    LUNAR_MONTH = "lunar_month_confused", _("a lunar month taken for one that sounds like it")
    DAY_OFF = "day_off", _("converted a day off")
    MONTH_SLIPPED = "month_slipped", _("a month slipped")
    OTHER = "other", _("other")


class ActKind(models.TextChoices):
    """What was done to the records; the first six order events and claims anew."""

    MERGE = "merge", _("merging")
    SPLIT = "split", _("splitting")
    MOVE = "move", _("moving claims")
    RELATE = "relate", _("relating")
    DISMISS = "dismiss", _("dismissing")
    UNDO = "undo", _("taking back")
    ADD = "add", _("adding")
    CHANGE = "change", _("changing")
    DELETE = "delete", _("deleting")
    RESTORE = "restore", _("restoring")
    UNDELETE = "undelete", _("bringing back")
    SUBMIT = "submit", _("submitting")
    PUBLISH = "publish", _("publishing")
    SEND_BACK = "send_back", _("sending back")
    WITHDRAW = "withdraw", _("withdrawing")
    TAKE_UP = "take_up", _("taking up again")
    SHOW_AGAIN = "show_again", _("showing again")
    IMPORT = "import", _("importing")
    LOAD = "load", _("loading tables")
