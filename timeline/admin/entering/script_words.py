"""The words that the script of a claim's form says by itself; all others come with the preview."""

from django.utils.translation import gettext as _


def script_words() -> dict[str, str]:
    """The texts by name, in the editor's language."""
    return {
        "order": _("It contradicts the order told"),
        "values": _("It conflicts with other claims"),
        "agreeing": _("These say the same, or leave room for it:"),
        "unpublished": _("not published"),
        "which": _("Which of these is meant?"),
        "meant": _("What the writer may have meant"),
        "stands": _("The words stand as they are printed."),
        "leftEmpty": _("Fields left empty are kept as:"),
        "looking": _("Looking …"),
        "signedOut": _("You are signed out. Sign in again in another window; what you typed is still here."),
        "unreachable": _("The server does not answer. What you typed is still here: try again in a moment."),
    }
