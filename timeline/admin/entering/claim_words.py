"""What the form of a claim calls its fields, what each is for, and what to do where one is missing."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "source": _("Source"),
    "key": _("Key"),
    "section": _("Section"),
    "paragraph": _("Paragraph"),
    "sentence": _("Sentence"),
    "page": _("Page"),
    "subject_kind": _("It speaks of"),
    "event": _("Event"),
    "movement": _("Movement"),
    "leg": _("Leg"),
    "participation": _("Who took part"),
    "relation": _("Relation"),
    "attribute": _("It gives"),
    "edge": _("Which end"),
    "as_printed": _("As printed"),
    "calendar": _("Calendar"),
    "face": _("Day in figures"),
    "context_year": _("Year of the context"),
    "supplied": _("Not in the words"),
    "relative_to_claim": _("Counted from the claim"),
    "relative_to_event": _("Counted from the event"),
    "offset_low": _("Days, at least"),
    "offset_high": _("Days, at most"),
    "low": _("Least"),
    "high": _("Most"),
    "unit": _("Unit"),
    "qualifier": _("Qualifier"),
    "parts": _("Parts"),
    "place": _("Place"),
    "place_relation": _("The subject is"),
    "place_2": _("Second place"),
    "route": _("Route"),
    "outcome": _("Outcome"),
    "winner": _("Winner"),
    "certainty": _("Certainty"),
    "gap": _("Hole in the text"),
    "note": _("Note"),
    "publication": _("Publication"),
    "take_reason": _("Reason"),
}

HELP = {
    "source": _("Type part of a title, or add a new source with the plus sign."),
    "key": _("It is the permanent address of the claim. Leave it empty to take the next number of the source."),
    "section": _("Write the nearest heading above; or (lead) before the first, (infobox), (caption)."),
    "paragraph": _("It is counted under the heading, from 1."),
    "sentence": _("It is counted in the paragraph, from 1."),
    "page": _("Write it where the source is paged."),
    "subject_kind": _("Choose one, then name it."),
    "event": _("Choose something that happened, was ordered or was planned."),
    "movement": _("Choose a march as a whole."),
    "leg": _("Choose one stretch of a march: type the name of the march or of a place."),
    "participation": _("Choose that a person or force took part, in a role, on a side."),
    "relation": _("Choose how one event stands to another: after, because of, part of."),
    "attribute": _("Choose one; the fields that belong to it follow below."),
    "edge": _(
        "Leave it empty for the whole. Dates: on, begins, ends, departs, arrives. Places: at, from, to, by way of."
    ),
    "as_printed": _("Write the words of the source, letter by letter: a date, a name or a number."),
    "calendar": _("Choose the calendar the words are in; “not sure” shows every reading."),
    "face": _(
        "Leave it empty to take what the words say; else write 1909-07-13, 1909-07 or another text of EDTF. "
        "What you type here is never changed by the program."
    ),
    "context_year": _("Write it only where the words name no year; it is counted in the calendar chosen."),
    "supplied": _("Tick what the words leave to their context; the year is ticked for you where it is given above."),
    "relative_to_claim": _("For “five days later”, choose the claim that dates what it is counted from."),
    "relative_to_event": _("Or choose the event, where no claim of the same source dates it."),
    "offset_low": _("Write it below 0 for days before. Leave both empty to take what the words say."),
    "offset_high": _("Write the same as the least where the words are exact."),
    "low": _("Leave both empty to take what the words say; “several hundred” has neither."),
    "high": _("Write the same as the least where the words give one number."),
    "unit": _("Name what is counted: riders, guns, killed; of a length: hours, days, weeks, months or years."),
    "qualifier": _("Write the word that says how near: about, almost, more than, several, exactly."),
    "parts": _("Where several things are counted at once, write one a line: 400 cavalry."),
    "place": _("Type part of any of its names."),
    "place_relation": _("Choose at, near, towards, from, or between two places."),
    "place_2": _("Choose it only where the subject is between two places."),
    "route": _("Write names or short names of places in order, one a line."),
    "outcome": _("Choose the one word that fits what the source states."),
    "winner": _("Choose it only where the source names the side that won."),
    "certainty": _("Choose how firmly the source itself says it."),
    "gap": _("Name what the text leaves out, such as “name of the leader”: readers see a hole, never filled."),
    "note": _("Say for readers what is to be known beside the value."),
    "publication": _("Readers see a claim once it is published."),
    "take_reason": _("Say why you hold this to be meant: readers are shown it under your name."),
}

REQUIRED = {
    "source": _("Choose the source that says so, or add a new one with the plus sign."),
    "attribute": _("Choose what the claim gives: a date, a place, a number, and so on."),
    "certainty": _("Choose how firmly the source says it."),
    "publication": _("Choose where the claim stands on its way to readers."),
}

RULES = {
    "claim_has_one_subject": ("subject_kind", _("A claim speaks of one thing: choose it, and empty the other fields.")),
    "claim_hangs_on_one_thing": (
        "relative_to_event",
        _("The days are counted from one thing: keep the claim or the event, and empty the other."),
    ),
}
