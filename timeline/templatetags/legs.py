"""Tags of the rows in which the legs of a march are edited."""

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def leg_outlook(context, form):
    """What the row of a form comes to, or "" for one that states no leg yet."""
    found = context.get("outlook")
    rows = context["inline_admin_formset"].formset.forms
    row = next((at for at, one in enumerate(rows) if one is form), None)
    return next((each for each in found.legs if each.stated.row == row), "") if found and row is not None else ""
