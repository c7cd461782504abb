"""Shows who signed a judgement and when, in words; the account and the calendar say it, nobody types it."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from timeline.pages.readings import day_words

SIGNED = ("signed_by", "signed_on")


class SignedAdmin(admin.options.BaseModelAdmin):
    """Adds the two columns to a page or a row."""

    @admin.display(description=_("by whom"), ordering="by")
    def signed_by(self, record) -> str:
        return record.by

    @admin.display(description=_("when"), ordering="on")
    def signed_on(self, record) -> str:
        return day_words(record.on)
