"""Two places become one with all that is said of either, and are two again, row by row, when it is taken back."""

import pytest
from django.urls import reverse

from geo.models import Place
from tests.factories import make_atlas, make_claim, make_event, make_movement, make_place, make_source
from tests.timeline.rearranging.atlases import every_row
from tests.timeline.roles import holding
from timeline.admin.rearranging.desk import RIGHT
from timeline.models import Act, Claim, Event, FormerSlug, Leg, LegStop, Movement, Name
from timeline.rearranging import acts
from timeline.rearranging.place_acts import merge_places
from timeline.rearranging.place_foreseeing import foresee_places
from timeline.rearranging.place_reading import place_holdings
from timeline.rearranging.plan import Refused
from timeline.rearranging.seen import written
from timeline.resolving import resolve_atlas
from timeline.searchable import search_named

pytestmark = pytest.mark.django_db
MERGING = RIGHT.partition(".")[2]


@pytest.fixture(scope="module")
def port(lasting):
    """Enzeli and Anzali, entered by two editors: an event that two sources put to one of them each, a march, a quay."""
    atlas = make_atlas()
    kept = make_place(
        "anzali", names={"fa": "انزلی", "en": "Anzali"}, latitude=37.47, longitude=49.46, geocoder="geonames"
    )
    gone = make_place("enzeli", names={"fa": "بندر انزلی", "en": "Enzeli"}, latitude=37.9, longitude=49.9)
    rasht, qazvin = (
        make_place("rasht", latitude=37.28, longitude=49.58),
        make_place("qazvin", latitude=36.27, longitude=50),
    )
    make_place("quay", parent=gone, latitude=37.9, longitude=49.91)
    one, other = make_source("one"), make_source("other")
    landing = make_event(atlas, "landing", on="1909-07-01", place=kept, source=one)
    make_claim(event=landing, source=other, attribute="place", edge="at", place=gone)
    shelling = make_event(atlas, "shelling", on="1909-07-02", source=one)
    make_claim(
        event=shelling, source=one, attribute="place", edge="at", place=rasht, place_relation="between", place_2=gone
    )
    make_movement(atlas, "march", legs=((gone, rasht, "", ""), (rasht, qazvin, "", "", {"via": [gone]})))
    make_claim(movement=Movement.objects.get(), source=one, attribute="route", route=["enzeli", "rasht", "qazvin"])
    Name.objects.create(place=kept, text="Pahlavi", language="en", kind="printed", source=one)
    Name.objects.create(place=gone, text="Pahlavi", language="en", kind="printed", source=one)
    for place in (kept, gone):
        Place.objects.filter(pk=place.pk).update(search=search_named(place))
    FormerSlug.objects.create(kind="place", old="anzeli", new="enzeli")
    resolve_atlas(atlas)


@pytest.fixture
def pair(port, db):
    """The place that is kept, and the one that goes."""
    return Place.objects.get(slug="anzali"), Place.objects.get(slug="enzeli")


def merge(kept: Place, gone: Place, **values) -> Act:
    held = place_holdings(kept), place_holdings(gone)
    return merge_places(kept.pk, gone.pk, seen=written(held[0].stamps, held[1].stamps), by="Editor", values=values)


def test_everything_that_named_the_one_names_the_other(pair):
    kept, gone = pair
    merge(kept, gone)
    assert not Place.objects.filter(slug="enzeli").exists()
    assert not Claim.objects.filter(place=gone.pk).exists()
    assert Claim.objects.get(place_relation="between").place_2 == kept
    assert Claim.objects.filter(attribute="route").exclude(route=[]).get().route == ["anzali", "rasht", "qazvin"]
    assert Leg.objects.get(order=1).start == kept
    assert LegStop.objects.get().place == kept
    assert Place.objects.get(slug="quay").parent == kept
    assert "enzeli" in Movement.objects.get().search
    assert Claim.objects.count() == Claim.objects.published().count() > 6


def test_what_was_in_dispute_only_for_the_two_names_is_so_no_longer(pair):
    kept, gone = pair
    landing = Event.objects.get(slug="landing")
    assert (landing.disputed, landing.place_rule) == (True, "undecided")
    weighed, foreseen = foresee_places(kept, gone, {})
    assert weighed >= 5
    assert [(each.thing.slug, len(each.new), len(each.settled)) for each in foreseen] == [("landing", 0, 1)]
    merge(kept, gone)
    landing.refresh_from_db()
    assert (landing.disputed, landing.place_rule, landing.place) == (False, "agreement", kept)


def test_a_disagreement_that_merging_makes_is_foreseen(pair):
    kept, gone = pair
    near_gone = make_place("strip", latitude=37.9, longitude=49.92, uncertainty_km=5)
    battle = make_event(kept.claims.first().event.atlas, "battle", on="1909-07-03", claims=1)
    for place, source in ((gone, "first"), (near_gone, "second")):
        make_claim(event=battle, source=make_source(source), attribute="place", edge="at", place=place)
    resolve_atlas(battle.atlas)
    battle.refresh_from_db()
    assert not battle.disputed
    [foreseen] = [each for each in foresee_places(kept, gone, {})[1] if each.thing == battle]
    assert (len(foreseen.new), len(foreseen.settled)) == (1, 0)
    merge(kept, gone)
    battle.refresh_from_db()
    assert battle.disputed


def test_no_spelling_is_lost_and_none_is_doubled(pair):
    kept, gone = pair
    merge(kept, gone)
    names = sorted(Name.objects.filter(place=kept).values_list("text", "language", "kind"))
    assert names == [
        ("Anzali", "en", "preferred"), ("Enzeli", "en", "printed"), ("Pahlavi", "en", "printed"),
        ("انزلی", "fa", "preferred"), ("بندر انزلی", "fa", "printed"),
    ]  # fmt: skip
    kept.refresh_from_db()
    assert {"enzeli", "pahlavi"} <= set(kept.search.split())


def test_a_name_that_was_only_the_heading_becomes_a_spelling(pair):
    kept, gone = pair
    Place.objects.filter(pk=gone.pk).update(name="انزلی بندری")
    merge(kept, Place.objects.get(pk=gone.pk), name="Port of Anzali")
    added = Name.objects.get(place=kept, text="انزلی بندری")
    assert (added.script, added.language, added.kind) == ("Arab", "fa", "printed")
    assert Place.objects.get(pk=kept.pk).name == "Port of Anzali"


def test_both_old_addresses_lead_to_the_kept_place(pair, client):
    kept, gone = pair
    merge(kept, gone)
    for old in ("enzeli", "anzeli"):
        assert client.get(f"/places/{old}/")["Location"] == "/places/anzali/"
        assert client.get(f"/api/v1/places/{old}/")["Location"] == "/api/v1/places/anzali/"


@pytest.mark.parametrize("values", [{}, {"latitude": 37.9, "longitude": 49.9, "name": "Enzeli", "geocoder": ""}])
def test_taking_it_back_restores_every_row(pair, values):
    kept, gone = pair
    before = every_row()
    act = merge(kept, gone, **values)
    merged = every_row()
    undone = acts.undo(act, by="Editor")
    assert every_row() == before
    acts.undo(undone, by="Editor")
    assert every_row() == merged


def test_it_is_not_taken_back_over_a_later_change(pair):
    kept, gone = pair
    act = merge(kept, gone)
    claim = Claim.objects.get(place_relation="between")
    claim.place_relation = "near"
    claim.save()
    with pytest.raises(Refused, match="another place is"):
        acts.undo(act, by="Editor")


def test_a_place_that_lies_in_the_other_goes_up_to_where_that_lay(pair):
    _kept, gone = pair
    gilan = make_place("gilan")
    Place.objects.filter(pk=gone.pk).update(parent=gilan)
    quay = Place.objects.get(slug="quay")
    merge(quay, Place.objects.get(pk=gone.pk))
    quay.refresh_from_db()
    assert quay.parent == gilan


@pytest.mark.parametrize(
    ("kept", "gone", "code"),
    [("anzali", "anzali", "same_place"), ("rasht", "enzeli", "told_apart"), ("qazvin", "enzeli", "told_apart"),
     ("draft", "anzali", "hides_published")],
)  # fmt: skip
def test_what_the_sources_tell_apart_or_would_be_hidden_is_refused(pair, kept, gone, code):
    make_place("draft", publication="draft")
    before = every_row()
    with pytest.raises(Refused) as refused:
        merge(Place.objects.get(slug=kept), Place.objects.get(slug=gone))
    assert refused.value.code == code
    assert every_row() == before


def test_a_page_that_is_out_of_date_merges_nothing(pair):
    kept, gone = pair
    seen = written(place_holdings(kept).stamps, place_holdings(gone).stamps)
    Claim.objects.get(place_relation="between").save()
    gone.basis = "Read again."
    gone.version += 1
    gone.save()
    with pytest.raises(Refused) as refused:
        merge_places(kept.pk, gone.pk, seen=seen, by="Editor")
    assert refused.value.code == "stale_version"
    assert "place “Enzeli”" in refused.value.message


def address(kept, gone) -> str:
    return f"{reverse('admin:geo_place_merge')}?keep={kept.pk}&other={gone.pk}"


def test_only_those_who_may_rearrange_merge_places(pair, client):
    kept, gone = pair
    paths = [address(kept, gone), reverse("admin:geo_place_merge_with", args=[kept.pk])]
    assert [client.get(path).status_code for path in paths] == [302, 302]
    reader = holding("view_place", "change_place")
    assert [reader.get(path).status_code for path in paths] == [403, 403]
    assert reader.post(address(kept, gone), {"save": "1"}).status_code == 403
    act = merge(kept, gone)
    assert reader.post(reverse("admin:timeline_act_undo", args=[act.pk])).status_code == 403


@pytest.mark.parametrize("rights", [(), ("change_place",), ("publish_place",)])
def test_published_places_are_merged_by_those_alone_who_may_change_them(pair, rights):
    kept, gone = pair
    half = holding(*rights, MERGING)
    for path in (address(kept, gone), reverse("admin:geo_place_merge_with", args=[kept.pk])):
        assert half.get(path).status_code == 403
    assert half.post(address(kept, gone), {"save": "1"}).status_code == 403
    assert Place.objects.filter(pk=gone.pk).exists()


def test_the_page_shows_both_and_what_becomes_of_them_then_merges(pair, django_assert_max_num_queries):
    kept, gone = pair
    editor = holding("view_place", "change_place", "publish_place", "change_event", MERGING)
    with django_assert_max_num_queries(75):
        page = editor.get(address(kept, gone))
    text = page.content.decode()
    for said in ("No longer in dispute", "Marches from, to or by way of it", "Quay", "37°54′00″N", "Pahlavi"):
        assert said in text
    sent = {"seen": page.context["form"].initial["seen"], "name": "kept", "point": "other", "reason": "One port."}
    answer = editor.post(address(kept, gone), {**sent, "save": "1"})
    assert answer["Location"] == reverse("admin:geo_place_change", args=[kept.pk])
    kept.refresh_from_db()
    assert (kept.name, kept.latitude, kept.geocoder) == ("Anzali", 37.9, "")
    act = Act.objects.get()
    assert (act.atlas, act.reason, act.by) == (None, "One port.", "editor")
    assert "Merged “Enzeli” into “Anzali”." in editor.get(reverse("admin:timeline_act_changelist")).content.decode()
    told = editor.get(reverse("admin:timeline_act_change", args=[act.pk])).content.decode()
    assert "/places/anzali/" in told
    assert "Leg changed: 1" in told


def test_the_other_place_is_found_by_nearness_and_by_any_spelling(pair):
    kept, gone = pair
    Place.objects.filter(pk=gone.pk).update(latitude=37.48, longitude=49.46)
    editor = holding("change_place", "publish_place", MERGING)
    here = reverse("admin:geo_place_merge_with", args=[kept.pk])
    for query in ({}, {"q": "ENZELĪ"}, {"q": "بندر"}):
        assert f"other={gone.pk}" in editor.get(here, query).content.decode()
    assert "try another spelling" in editor.get(here, {"q": "Atlantis"}).content.decode()
