"""Every field of every form of the admin has a name, a help that is a sentence, and refusals that say what to do."""

import re
from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import F, Q
from django.urls import reverse

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_participation,
    make_person,
    make_place,
    make_relation,
    make_side,
    make_source,
    make_theatre,
)
from tests.timeline.admin.desk import form_values, signed_in
from timeline.admin.entering.claims_shown import ClaimsShown
from timeline.models import Act, Job, Name, Period
from timeline.settling import settle
from timeline.touched import touched_by

# Acts are made by what is done, and jobs by sending a file in: neither has a form of its own.
WITHOUT_A_FORM = (Act, Job)
# What is plain by its label alone.
PLAIN = {"password1", "description", "first_name"}
# What asks or says nothing by itself.
UNSEEN = {"seen_version", "seen_act", "password", "last_login", "date_joined", "publication", "id", "DELETE"}
RAW = re.compile(r"(?i)\b(edtf|csl|iso|json|slug|fk|pk|id)\b|_")
# A sentence of these forms tells somebody what to do, or says what is so.
TELLS = re.compile(
    r"\b(write|choose|say|name|type|tick|untick|leave|give|tell|show|read|look|take|empty|mend|make|save|change|shorten"
    r"|exchange|add|keep|search|publish|find|submit|load|put|is|are|was|were|has|have|stands?|lies?|lie|decides?|chooses"
    r"|shows?|sees?|goes|runs|begins?|tells|knows?|must|may|comes?|holds|fits|needs)\b",
    re.IGNORECASE,
)


def asking() -> SimpleNamespace:
    """A request of somebody who may do everything, as far as a form asks for one."""
    user = get_user_model()(username="all", is_superuser=True, is_staff=True, is_active=True)
    return SimpleNamespace(user=user, GET={}, POST={}, method="GET", META={}, path="/")


def asked_fields() -> list:
    """(where, form, name of a field) of every field that a page or a row of the admin asks for."""
    found, request = [], asking()
    for model, page in admin.site._registry.items():
        if model in WITHOUT_A_FORM:
            continue
        form = page.get_form(request, None)
        shown = {
            name
            for _heading, options in page.get_fieldsets(request, None)
            for line in options["fields"]
            for name in ((line,) if isinstance(line, str) else line)
        }
        found += [(model.__name__, form, name) for name in shown if name in form.base_fields and name not in UNSEEN]
        for rows in page.get_inline_instances(request, None):
            if isinstance(rows, ClaimsShown):
                continue
            row = rows.get_formset(request, None).form
            asked = {*row.base_fields} - UNSEEN - {rows.fk_name, model._meta.model_name}
            found += [(f"{model.__name__}, {type(rows).__name__}", row, name) for name in asked]
    return sorted(found, key=lambda each: (each[0], each[2]))


FIELDS = asked_fields()


@pytest.fixture(scope="module")
def built():
    """By class of form: one of it, empty."""
    made = {}
    for _where, form, _name in FIELDS:
        if form not in made:
            made[form] = form()
    return made


def is_a_sentence(text: str) -> bool:
    words = re.sub(r"<[^>]+>", " ", text).strip()
    return words[:1] in "“‘" + words[:1].upper() and words.endswith(".") and bool(TELLS.search(words))


@pytest.mark.django_db
def test_every_field_has_a_name_and_a_help_that_is_a_sentence(built):
    wrong = []
    for where, form, name in FIELDS:
        field = built[form].fields.get(name)
        label, help_text = str(field.label or ""), str(field.help_text)
        if not label or RAW.search(label) or label != label.strip(" :."):
            wrong.append((where, name, "label", label))
        if name not in PLAIN and not is_a_sentence(help_text):
            wrong.append((where, name, "help", help_text))
    assert wrong == []


@pytest.mark.django_db
def test_every_refusal_of_a_field_is_a_sentence_that_says_what_to_do(built):
    wrong = [
        (where, name, code, str(sentence))
        for where, form, name in FIELDS
        for code, sentence in built[form].fields[name].error_messages.items()
        if not is_a_sentence(str(sentence)) or str(sentence).startswith(("Enter a", "This field", "Ensure", "Select"))
    ]
    assert wrong == []


# What a form refuses in words of its own before the database could.
WORDED_BY_THE_FORM = {"mover_is_one_thing", "decision_has_one_subject", "one_default_atlas"}


@pytest.mark.parametrize("form", sorted({each[1] for each in FIELDS}, key=str), ids=lambda form: form.__name__)
def test_every_rule_of_the_database_that_a_form_may_break_is_put_in_words(form):
    rules = getattr(form, "rules", {})
    assert [name for name, (_field, sentence) in rules.items() if not is_a_sentence(str(sentence))] == []
    # Django holds a record against a rule only where every column of it is asked for.
    asked = {*form.base_fields}
    may_break = {rule.name for rule in form._meta.model._meta.constraints if {*_columns(rule)} <= asked}
    assert may_break - {*rules} - WORDED_BY_THE_FORM == set()


def _columns(rule) -> set[str]:
    return _named_in(getattr(rule, "condition", None) or Q()) | {*getattr(rule, "fields", ())}


def _named_in(condition: Q) -> set[str]:
    found = set()
    for child in condition.children:
        if isinstance(child, Q):
            found |= _named_in(child)
        else:
            name, value = child
            found |= {name.partition("__")[0], *([value.name] if isinstance(value, F) else ())}
    return found


def sent(desk, address: str, **typed) -> dict[str, list[str]]:
    """What the page at this address refuses once this is typed into it, by field."""
    answer = desk.post(address, form_values(desk.get(address)) | typed)
    assert answer.status_code == 200
    return {field: [str(each) for each in errors] for field, errors in answer.context["adminform"].form.errors.items()}


def page_of(record) -> str:
    return reverse(f"admin:timeline_{record._meta.model_name}_change", args=[record.pk])


@pytest.fixture
def desk(client, db):
    return signed_in(client)


@pytest.fixture
def atlas(db):
    return make_atlas()


def test_what_contradicts_itself_is_told_at_the_field_concerned(desk, atlas):
    one, other = make_event(atlas, "one", on="1909-07-13"), make_event(atlas, "other", on="1909-07-14")
    person, force = make_person("sattar"), make_force("riders")
    part = make_participation(event=one, person=person)
    relation, again = make_relation(one, "after", other), make_relation(other, "after", one)
    name = Name.objects.create(person=person, text="Sattar", language="en")
    lane, second = make_theatre(atlas, "tabriz"), make_theatre(atlas, "rasht")
    cases = [
        (part, {"force": force.pk}, "person", "a person or a force"),
        (part, {"person": ""}, "person", "a person or a force"),
        (part, {"event": ""}, "event", "an event or a march"),
        (relation, {"to_event": one.pk}, "to_event", "does not stand to itself"),
        (again, {"from_event": one.pk, "to_event": other.pk}, "to_event", "already"),
        (relation, {"low": "5", "high": "3"}, "high", "exchange them"),
        (name, {"place": make_place("tabriz").pk}, "place", "Choose whose name it is"),
        (second, {"slug": lane.slug}, "slug", "write another"),
        (lane, {"order": "-1"}, "order", "write 0 or more"),
        (lane, {"label_en": ""}, "label_en", "Write what the lane is called."),
        (lane, {"slug": "of tabriz"}, "slug", "“of tabriz” can't stand in an address"),
    ]
    for record, typed, field, words in cases:
        refused = sent(desk, page_of(record), **typed)
        assert list(refused) == [field], (record, typed, refused)
        assert all(is_a_sentence(each) for each in refused[field]), refused
        assert words in " ".join(refused[field])


def test_a_side_and_an_event_of_another_atlas_are_refused(desk, atlas):
    elsewhere = make_atlas("elsewhere", is_default=False)
    event, strange = make_event(atlas, "one", on="1909-07-13"), make_event(elsewhere, "strange", on="1909-07-13")
    part = make_participation(event=event, force=make_force("riders"))
    period = Period.objects.create(atlas=atlas, slug="reign", label_en="A reign", begins=event)
    assert "“The Revolution”" in sent(desk, page_of(part), side=make_side(elsewhere, "others").pk)["side"][0]
    assert "“The Revolution”" in sent(desk, page_of(period), ends=strange.pk)["ends"][0]


def test_a_force_is_no_part_of_itself_not_even_by_way_of_another(desk):
    army = make_force("army")
    column = make_force("column", parent=army)
    for larger in (army, column):
        assert list(sent(desk, page_of(army), parent=larger.pk)) == ["parent"]


def test_two_rows_of_one_name_are_refused_in_a_sentence(desk, atlas):
    make_theatre(atlas, "tabriz")
    page = desk.get(page_of(atlas))
    row = {"theatres-TOTAL_FORMS": "2", "theatres-1-label_en": "Again", "theatres-1-slug": "tabriz",
           "theatres-1-order": "2", "theatres-1-id": "", "theatres-1-atlas": atlas.pk}  # fmt: skip
    formset = desk.post(page_of(atlas), form_values(page) | row).context["inline_admin_formsets"][0].formset
    refused = [*formset.non_form_errors(), *formset.forms[1].non_field_errors()]
    assert refused
    assert all(is_a_sentence(str(each)) for each in refused), refused


def test_what_claims_come_to_is_shown_in_words_and_disputes_lead_to_their_page(desk, atlas):
    event = make_event(atlas, "entry", on="1909-07-13", source=make_source("one"))
    make_claim(event=event, source=make_source("two"), face="1909-07-16", edge="on")
    settle(touched_by(event))
    page = desk.get(page_of(event)).content.decode()
    listed = desk.get(reverse("admin:timeline_event_changelist")).content.decode()
    assert '<a href="/disputes/entry:date' in page
    assert "The sources disagree and nobody has decided" in page
    assert "icon-yes" not in page + listed
    assert 'href="/disputes/?atlas=revolution&amp;event=entry">in dispute</a>' in listed
    assert re.search(r'13\D+16 July 1909 <span class="quiet code">', listed)
    assert desk.get("/disputes/?atlas=revolution&event=entry").status_code == 200


def test_an_act_is_read_and_taken_back_and_never_added(desk):
    page = desk.get(reverse("admin:index")).content.decode()
    assert f'href="{reverse("admin:timeline_act_add")}" class="addlink"' not in page
    assert "Merge, split and move" in page
    assert desk.get(reverse("admin:timeline_act_add")).status_code == 200
