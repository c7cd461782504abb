"""Names the pages on which larger work is begun, for whom they open: an atlas of one's own, files brought in."""

from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.admin.atlas_pages import RIGHTS as FRAMING
from timeline.admin.importing.desk import may_import
from timeline.admin.rearranging.desk import RIGHT


def beginnings(user) -> list[tuple[str, str]]:
    """Words and address of each page that concerns this person; no query beyond the person's rights."""
    offered = (
        (any(user.has_perm(right) for right in FRAMING), _("Your first atlas"), "timeline_atlas_first"),
        (may_import(user), _("Import and export"), "timeline_job_changelist"),
        (user.has_perm(RIGHT), _("Merge, split and move"), "timeline_act_add"),
    )
    return [(words, reverse(f"admin:{name}")) for allowed, words, name in offered if allowed]
