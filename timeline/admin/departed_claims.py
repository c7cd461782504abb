"""Says where the claims of a leg go when the leg is deleted, and sends them there."""

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.models import Claim, Decision, Leg
from timeline.support import left_without_claims

WHOLE, DELETED = "march", "delete"


def refusals_of(leg: Leg, home: str, going: set[int]) -> list[ValidationError]:
    """Why a leg cannot go, if its claims are to go to `home`: WHOLE, DELETED or the key of a leg not among `going`."""
    claims = list(Claim.objects.filter(leg=leg))
    said = {"leg": leg.order, "way": leg, "count": len(claims)}
    if not home:
        words = ngettext(
            "%(count)s claim hangs on leg %(leg)s (%(way)s). Choose in its row where it goes.",
            "%(count)s claims hang on leg %(leg)s (%(way)s). Choose in its row where they go.",
            len(claims),
        )
        return [ValidationError(words, code="claims_hang_on_leg", params=said)]
    if home == DELETED:
        return _deleted(claims, said)
    if home == WHOLE:
        return []
    kept = home.isascii() and home.isdecimal() and len(home) < 19 and int(home) not in going
    if kept and Leg.objects.filter(pk=int(home), movement=leg.movement_id).exclude(pk=leg.pk).exists():
        return []
    words = _("The claims of leg %(leg)s (%(way)s) cannot go to a leg that is deleted too. Choose another one.")
    return [ValidationError(words, code="no_home_for_claims", params=said)]


def _deleted(claims: list[Claim], said: dict) -> list[ValidationError]:
    refusals = []
    if left_without_claims(claims):
        words = _(
            "The claims of leg %(leg)s are the last ones of this published march. Let them go to the march as a whole,"
            " or withdraw the march first."
        )
        refusals.append(ValidationError(words, code="last_claim", params=said))
    keys = [claim.pk for claim in claims]
    leant_on = (
        Claim.objects.filter(relative_to_claim__in=keys).exclude(pk__in=keys).exists()
        or Decision.objects.filter(claim__in=keys).exclude(leg=claims[0].leg_id).exists()
    )
    if leant_on:
        words = _("Others lean on the claims of leg %(leg)s. Let them go to the march as a whole instead.")
        refusals.append(ValidationError(words, code="claims_leant_on", params=said))
    return refusals


def send_claims(leg: Leg, home: str) -> None:
    """Move the claims of a leg to its march or to another leg, or delete them."""
    Decision.objects.filter(leg=leg).delete()
    claims = Claim.objects.filter(leg=leg)
    if home == DELETED:
        # One that hangs on another of them would protect it.
        for claim in claims.exclude(relative_to_claim=None):
            claim.relative_to_claim = None
            claim.save(update_fields=["relative_to_claim"])
        claims.delete()
        return
    for claim in claims:
        claim.version = F("version") + 1
        claim.leg, claim.movement = (None, leg.movement) if home == WHOLE else (Leg.objects.get(pk=home), None)
        claim.save()
