"""An event that two sources tell differently, for tests of the atlas as one of them tells it."""

from tests.factories import make_claim, make_event, make_place, make_source
from timeline.models import Interpretation, Source


def make_capture(atlas) -> tuple[Source, Source]:
    """ "capture": one source puts it in Tehran on 13 July 1909, the other in Tabriz on 22 July, held to be a slip."""
    tehran = make_place("tehran", name="Tehran")
    tabriz = make_place("tabriz", name="Tabriz", latitude=38.08, longitude=46.29)
    one, other = make_source("one", short="The first"), make_source("other", short="The second")
    capture = make_event(atlas, "capture", on="1909-07-13", place=tehran, source=one, disputed=True)
    slip = make_claim(event=capture, source=other, face="1909-07-22", edge="on", as_printed="22 July")
    Interpretation.objects.create(
        claim=slip, method="other", value="1909-07-13", reason="A slip.", by="An editor", on="2026-11-22"
    )
    make_claim(event=capture, source=other, attribute="place", edge="at", place=tabriz)
    return one, other
