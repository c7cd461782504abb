"""Which claims an editor's work is held against: all but the withdrawn, published or not."""

from timeline.models import Claim
from timeline.models.vocabulary import Publication
from timeline.weighable import with_what_is_weighed

STANDING = (Publication.DRAFT, Publication.REVIEW, Publication.PUBLISHED)


def claims_standing():
    """Return the claims that are not withdrawn, with everything that weighing looks at."""
    return with_what_is_weighed(Claim.objects.filter(publication__in=STANDING))
