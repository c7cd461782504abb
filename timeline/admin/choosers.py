"""Lists to choose a record from that take what no browser sends for no choice, in place of a fault."""

from django.contrib.admin.widgets import AutocompleteSelect

# A key of the database fits into 64 bits.
_LONGEST = 18


class Chooser(AutocompleteSelect):
    """Django's chooser, drawn again with those of the values sent that can be keys of records at all."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [each for each in value if _may_be_key(each)], attr)


def with_choosers(form) -> None:
    """Put this in place of Django's own choosers in the fields of a form."""
    for field in form.fields.values():
        wrapped = hasattr(field.widget, "widget")
        widget = field.widget.widget if wrapped else field.widget
        if type(widget) is not AutocompleteSelect:
            continue
        chooser = Chooser(widget.field, widget.admin_site, attrs=widget.attrs, choices=widget.choices, using=widget.db)
        chooser.is_required = widget.is_required
        if wrapped:
            field.widget.widget = chooser
        else:
            field.widget = chooser


def _may_be_key(value) -> bool:
    text = str(value)
    return text == "" or (text.isascii() and text.isdecimal() and len(text) <= _LONGEST)
