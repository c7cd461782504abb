"""What the forms of a leg call its fields, and what each is for."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "movement": _("March"),
    "order": _("Number"),
    "position": _("Number"),
    "start": _("From"),
    "by_way": _("By way of"),
    "end": _("To"),
    "mode": _("By what means"),
    "status": _("Did it happen"),
    "inferred": _("The route between the stated places is inferred"),
    "note": _("Note"),
}
HELP = {
    "movement": _("Choose the march it belongs to."),
    "order": _("Legs are travelled in the order of their numbers, from 1."),
    "position": _("Write where it is to stand among the legs."),
    "start": _("Type part of the name of a place; leave it empty where no source gives it."),
    "by_way": _("Write the places in order, with semicolons between."),
    "end": _("Type part of the name of a place; leave it empty where no source gives it."),
    "mode": _("It decides which pace is plausible; leave it as not given where no source says."),
    "status": _("What was only planned or ordered is drawn hollow, without pace."),
    "inferred": _("Untick it where a source describes the road itself."),
    "note": _("Say what else is to be known of this stretch; readers see it."),
}
