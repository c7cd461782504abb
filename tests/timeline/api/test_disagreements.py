"""A record on its own says why its sources differ, as the schema describes it; lists do not reckon it."""

import pytest

from tests.factories import make_claim, make_event, make_movement, make_place, make_source
from tests.timeline.api.test_schema import Judge, as_json
from timeline.api.schema import described
from timeline.models import Decision, Interpretation

pytestmark = pytest.mark.django_db

PRINTED = {"face": "1909-07-22", "as_printed": "22 July", "supplied": ["year"], "calendar": "gregorian"}


@pytest.fixture
def entry(atlas):
    """One article has 13 and 22 July for one entry and for the arrival of one march."""
    source = make_source("triumph")
    event = make_event(atlas, "entry", on="1909-07-13", source=source, disputed=True)
    late = make_claim(event=event, source=source, edge="on", key="late", **PRINTED)
    legs = ((make_place("karaj"), make_place("gate"), "", "1909-07-13"),)
    march = make_movement(atlas, "march", disputed=True, legs=legs)
    make_claim(leg=march.legs.get(), source=source, edge="arrives", key="arrival", **PRINTED)
    return late


def the(ask, address):
    (found,) = ask(address).json()["disagreements"]
    return found


@pytest.mark.parametrize("address", ["events/entry/", "movements/march/"])
def test_a_record_explains_its_disagreements_as_described(ask, entry, address):
    found = the(ask, address)
    assert found["explained_by"] == ["solar_hijri_month_as_gregorian"]
    assert found["explanation"]["accepted"] is False
    assert found["explanation"]["arithmetic"].startswith("22 Tir 1288 is 13 July 1909.")
    (proposal,) = found["proposals"]
    assert (proposal["meant"], proposal["edtf"], proposal["days"]) == ("22 Tir 1288", "1909-07-13", [2418501, 2418501])
    schema = as_json(described())
    judge = Judge(schema)
    path = "/api/v1/" + address.replace("entry", "{slug}").replace("march", "{slug}")
    (content,) = schema["paths"][path]["get"]["responses"]["200"]["content"].values()
    assert judge.errors(ask(address).json(), content["schema"]) == []
    disagreement = {"$ref": "#/components/schemas/Dispute"}
    assert judge.errors(found, disagreement) == []
    assert judge.errors({**found, "explanation": "a word"}, disagreement)


def test_what_an_editor_accepted_is_no_proposal(ask, entry):
    Interpretation.objects.create(
        claim=entry, method="solar_hijri_month_as_gregorian", value="1909-07-13", arithmetic="22 Tir is 13 July.",
        reason="The lead has it twice.", by="An editor", on="2026-11-22")  # fmt: skip
    found = the(ask, "events/entry/")
    assert (found["status"], found["explanation"]["accepted"], found["proposals"]) == ("explained", True, [])


def test_a_decision_stands_beside_the_explanation(ask, entry, atlas):
    Decision.objects.create(
        atlas=atlas, event=entry.event, attribute="date", edge="on", reason="No third text.", by="An editor",
        on="2026-11-22")  # fmt: skip
    found = the(ask, "events/entry/")
    assert found["decision"] == {
        "claim": "undecidable",
        "reason": "No third text.",
        "by": "An editor",
        "on": "2026-11-22",
    }
    assert found["status"] == "undecidable"


def test_a_copy_is_no_second_witness(ask, entry):
    copy = make_source("copy", based_on=entry.source)
    make_claim(event=entry.event, source=copy, edge="on", key="copied", face="1909-07-22")
    assert the(ask, "events/entry/")["witnesses"] == 1
    make_claim(event=entry.event, source=make_source("other"), edge="on", key="agrees", face="1909-07")
    assert the(ask, "events/entry/")["witnesses"] == 2


def test_lists_name_disagreements_and_reckon_nothing(ask, entry):
    for address in ("events/", "movements/"):
        (first,) = ask(address).json()["results"]
        assert len(first["disputes"]) == 1
        assert "disagreements" not in first


def test_the_words_come_in_the_language_asked_for(ask, entry):
    (found,) = ask("events/entry/", lang="fa").json()["disagreements"]
    assert found["explanation"]["arithmetic"].startswith("۲۲ تیر ۱۲۸۸")
    assert found["proposals"][0]["meant"] == "۲۲ تیر ۱۲۸۸"
