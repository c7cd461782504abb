"""Persons and forces, and the names under which places, persons, forces and sources are printed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .records import Publishable, PublishedQuerySet, Record
from .vocabulary import ForceKind, NameKind


class Person(Publishable):
    """Somebody named in a source."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    note = models.TextField(_("note"), blank=True)
    search = models.TextField(editable=False, blank=True, default="")

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        permissions = [("publish_person", "Can publish, send back and withdraw people")]
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"/people/{self.slug}/"


class Force(Publishable):
    """A body of people that marches or fights; its side belongs to the participation, not to it."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=ForceKind.choices, default=ForceKind.OTHER)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    letter = models.CharField(_("letter on the token"), max_length=2, blank=True)
    note = models.TextField(_("note"), blank=True)
    search = models.TextField(editable=False, blank=True, default="")

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = _("force")
        verbose_name_plural = _("forces")
        permissions = [("publish_force", "Can publish, send back and withdraw forces")]
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"/forces/{self.slug}/"


class Name(Record):
    """One spelling of one bearer's name; every printed variant is a row."""

    place = models.ForeignKey("geo.Place", models.CASCADE, null=True, blank=True, related_name="names")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="names")
    force = models.ForeignKey(Force, models.CASCADE, null=True, blank=True, related_name="names")
    work = models.ForeignKey("timeline.Source", models.CASCADE, null=True, blank=True, related_name="names")
    text = models.CharField(_("text"), max_length=300)
    language = models.CharField(_("language"), max_length=20)
    script = models.CharField(_("script"), max_length=4, default="Latn")
    kind = models.CharField(_("kind"), max_length=10, choices=NameKind.choices, default=NameKind.PRINTED)
    period = models.CharField(_("period of use"), max_length=40, blank=True, help_text=_("EDTF."))
    source = models.ForeignKey(
        "timeline.Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="printed_names",
        verbose_name=_("printed in"),
        help_text=_("Empty: the editors' own knowledge."),
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="name_has_one_bearer",
                condition=(
                    models.Q(
                        place__isnull=False,
                        person__isnull=True,
                        force__isnull=True,
                        work__isnull=True,
                    )
                    | models.Q(
                        place__isnull=True,
                        person__isnull=False,
                        force__isnull=True,
                        work__isnull=True,
                    )
                    | models.Q(
                        place__isnull=True,
                        person__isnull=True,
                        force__isnull=False,
                        work__isnull=True,
                    )
                    | models.Q(
                        place__isnull=True,
                        person__isnull=True,
                        force__isnull=True,
                        work__isnull=False,
                    )
                ),
            )
        ]

    def __str__(self):
        return self.text
