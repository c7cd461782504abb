"""Hands the claims of a record to the template that shows them."""

from django import template

from timeline.admin.entering.claims_shown import claims_shown

register = template.Library()
register.simple_tag(claims_shown, name="claims_of")
