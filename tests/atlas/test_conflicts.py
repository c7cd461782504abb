"""Every contradiction that a careful reader of the five documents finds, and no other, is found by the program.

Each is named with what is printed on its two sides. What looks like a contradiction and is none stands at the end,
with the reason.
"""

import pytest

from timeline.chronicle import atlas_disputes
from timeline.models import Atlas, Claim, Event
from timeline.proposing import propose


@pytest.fixture(scope="module")
def everything(shipped_atlas, django_db_blocker):
    with django_db_blocker.unblock():
        return atlas_disputes(Atlas.objects.all())


# What the documents contradict each other or themselves in: name, where it stands, what is printed.
FOUND = {
    # The Majlis dissolved: 2 July 1287 AH in one article, 24 June in the other, 23 June in the magazine.
    "coup-of-june-1908:date:on": ("decided", {"2 July 1287 AH", "24 June 1908", "23 June 1908"}),
    # The governor of Rasht dies in 1908 by one passage, in the rising of February 1909 by another.
    "killing-of-sardar-afkham:date:on": ("decided", {""}),
    "killing-of-sardar-afkham:sequence:rising-in-rasht": ("decided", {"", "February 1909"}),
    # Tabriz falls on 20 or on 29 April 1909, and on the day of the order that three days of fighting followed.
    "fall-of-tabriz:date:on": ("undecidable", {"20 April 1909", "29 April 1909"}),
    "russian-march-to-tabriz/2:date:end": ("undecidable", {"20 April 1909", "29 April 1909"}),
    "directive-1124:sequence:fall-of-tabriz": ("undecidable", {"20 April 1909", "third day of the battle"}),
    # The troops enter the province on 26 March, before the directive of 20 April upon which they were sent.
    "detachment-sent:sequence:russians-enter-azerbaijan": ("undecidable", {"26 MARCH 1909", "20 April 1909", "Soon"}),
    # The occupation: from April 1909 or from the offensive of December 1911; to 1911, to 1918, or for six years.
    "russian-occupation:date:begin": ("undecidable", {"20 April 1909", "1909"}),
    "russian-occupation:date:end": ("undecidable", {"1911", "1918"}),
    "russian-occupation:duration": ("undecidable", {"six years", "1911", "1918", "1909", "20 April 1909"}),
    "offensive-of-december-1911:sequence:russian-occupation": ("undecidable", {"December", "20 April 1909", "1909"}),
    "deposition-of-mohammad-ali:sequence:russian-occupation": (
        "undecidable",
        {"December", "at this time was still occupying", "16 July 1909", "15 July 1909"},
    ),
    # Tehran entered on 13 or on 22 July, and what came of it dated before the 22nd.
    "entry-into-tehran:date:on": ("explained", {"13 July 1909", "13 July", "22 July"}),
    "gilan-march-on-tehran/6:date:end": ("explained", {"13 July 1909", "13 July", "22 July"}),
    "fighting-in-tehran:date:begin": ("explained", {"continued"}),
    "entry-into-tehran:sequence:shah-in-the-russian-legation": ("explained", {"22 July", "17 July", "July 17"}),
    "entry-into-tehran:sequence:fall-of-tehran": ("explained", {"22 July", "17 July", "July 17"}),
    "deposition-of-mohammad-ali:sequence:entry-into-tehran": ("explained", {"22 July", "16 July 1909", "15 July 1909"}),
    # Fighting, refuge and fall on 17 or on 25 July; five days of battle or three.
    "fighting-in-tehran:date:end": ("undecidable", {"17 July", "July 17", "25 July", "July 25"}),
    "fighting-in-tehran:duration": ("undecidable", {"five-day", "three days", "17 July", "continued"}),
    "shah-in-the-russian-legation:date:on": ("undecidable", {"17 July", "July 17", "25 July", "July 25"}),
    "shah-flight-and-exile/2:date:end": ("undecidable", {"17 July", "July 17", "25 July", "July 25"}),
    "fall-of-tehran:date:on": ("undecidable", {"17 July", "July 17", "25 July", "July 25"}),
    # The deposition on 15 or on 16 July, before the fall it followed, and before or after the refuge.
    "deposition-of-mohammad-ali:date:on": ("undecidable", {"15 July 1909", "16 July 1909"}),
    "deposition-of-mohammad-ali:sequence:fall-of-tehran": (
        "undecidable",
        {"17 July", "25 July", "16 July 1909", "15 July 1909", "Following the capture of Tehran"},
    ),
    "deposition-of-mohammad-ali:sequence:shah-in-the-russian-legation": (
        "undecidable",
        {"17 July", "25 July", "16 July 1909", "15 July 1909", "Following the capture of Tehran"},
    ),
    # The advance of 22 June follows the refusal of demands that are told beside the events of July.
    "letter-of-demands:sequence:united-advance": ("undecidable", {"22 June 1909", "Meanwhile", "1 July 1909"}),
    # The involvement, 1908 to 23 November 1911 by the table: support from 1907 on, looting in March 1912.
    "russian-involvement:sequence:russian-support-for-royalists": ("undecidable", {"1908", "1907"}),
    "looting-of-the-shrine:sequence:russian-involvement": ("undecidable", {"November 23, 1911", "30 March 1912"}),
    # The offensive of December 1911, after the end that the table gives the involvement.
    "offensive-of-december-1911:sequence:russian-involvement": ("undecidable", {"November 23, 1911", "December"}),
    # Firsts: intervention at Ardabil or at Tabriz; a tribe at Isfahan or at Tehran; help in 1908 or from 1907 on.
    "siege-of-tabriz-lifted:first:yudenich-occupies-ardabil": (
        "decided",
        {"first example of direct intervention", "first serious move"},
    ),
    "entry-into-tehran:first:samsam-enters-isfahan": ("decided", {"first participation", "until then"}),
    "russian-letters-after-the-coup:first:russian-support-for-royalists": (
        "undecidable",
        {"first indirect cooperation", "material support", "1907"},
    ),
}


def test_the_program_finds_what_a_reader_finds_and_nothing_else(everything):
    assert {dispute.id for dispute in everything.disputes} == set(FOUND)


@pytest.mark.parametrize("name", FOUND)
def test_it_stands_where_the_editors_left_it_and_shows_what_is_printed(everything, name):
    (dispute,) = [each for each in everything.disputes if each.id == name]
    status, printed = FOUND[name]
    assert dispute.status == status
    assert printed <= {claim.as_printed for claim in everything.claims_of(dispute)}
    assert (dispute.decision is not None) == (status in ("decided", "undecidable"))


def test_what_is_disputed_is_flagged_and_nothing_else(everything):
    named = {subject.id for dispute in everything.disputes for subject in dispute.subjects if subject.type == "event"}
    assert set(Event.objects.filter(disputed=True).values_list("slug", flat=True)) == named


# Printed differently, or on two sides of a relation, and no contradiction: (claims, why).
AGREE = {
    "a year with its half-converted twin: 21 May 1288 AH and 21 May 1909": (
        "triumph-of-tehran-50", "triumph-of-tehran-351"),
    "a month and its year: October 1906 and 1906": ("russian-involvement-64", "russian-involvement-86"),
    "a year counted from another: the year before January 1907": ("russian-involvement-64", "editors-pick-2025-19"),
    "two years after 1905 and 1907": ("russian-involvement-70", "editors-pick-2025-39"),
    "a year and a day in it: the coup told as of 1908": ("russian-involvement-219", "editors-pick-2025-23"),
    "a copy with its dates in another order: July 1, 1909": ("triumph-of-tehran-270", "triumph-of-tehran-abridged-35"),
    "one-year and almost a year: round numbers": ("russian-involvement-35", "editors-pick-2025-9"),
    "1909 and a day between 26 March and 29 April of it": ("clark-2006-10", "editors-pick-2025-73"),
    "by October and after June: the rebels take Tabriz": ("editors-pick-2025-30", "editors-pick-2025-23"),
    "two uneasy years from April 1909 to December 1911: whole years, loosely counted": (
        "clark-2006-16", "clark-2006-20"),
    "the first skirmish on the road and the first battle of the joined armies: two series": (
        "triumph-of-tehran-308", "triumph-of-tehran-395"),
    "the first of two battles and the second": ("russian-involvement-456", "russian-involvement-474"),
    "two hours of shelling and fire until midnight: the second gives no number": (
        "russian-involvement-358", "russian-involvement-363"),
    "assembled at Baku on 1 July, sent five days later, in Qazvin on 11 July: fast, which is for the pace to ask": (
        "triumph-of-tehran-277", "triumph-of-tehran-289"),
    "several days of fighting from 2 January, and the chief enters on the 5th: no order is told between them": (
        "triumph-of-tehran-197", "triumph-of-tehran-201"),
    "about six thousand soldiers, and so many battalions and squadrons: units are not converted": (
        "editors-pick-2025-3", "russian-involvement-134"),
    "support indirect until 20 April, and Ardabil taken in February: against nomads, not in support of the Shah": (
        "russian-involvement-23", "russian-involvement-117"),
    "the first tribe for the constitution, and Kurds who help its leaders out of Tabriz: no day of theirs is told": (
        "triumph-of-tehran-97", "russian-involvement-192"),
    "casualties inside the shrine and none among the insurgents: others were inside": (
        "russian-involvement-364", "russian-involvement-373"),
    "Amir Mufakham for the Shah in 1909 and against the Shah's brother in 1911: two events": (
        "triumph-of-tehran-358", "russian-involvement-458"),
    "sent into exile, and fled: two words for one leaving": ("triumph-of-tehran-10", "russian-involvement-211"),
    "a legation and an embassy: one house": ("triumph-of-tehran-7", "triumph-of-tehran-82"),
    "Karaj without resistance, and losses in the pursuit that night": (
        "triumph-of-tehran-336", "triumph-of-tehran-349"),
    "an empire deposed and an empire that takes in a prince in 1911: said of its ruler": (
        "editors-pick-2025-54", "russian-involvement-489"),
    "occupied to 1911, and an army that falls back on Tabriz after an undated defeat": (
        "russian-involvement-119", "russian-involvement-591"),
    "parliament dissolved after the ultimatum, and a reward set by it in 1911: no order is told": (
        "russian-involvement-230", "russian-involvement-416"),
    "Tabriz never in the government's hands, and its garrison beaten by October": (
        "triumph-of-tehran-25", "editors-pick-2025-32"),
    "the only major resistance in Tabriz, and revolutionaries gathering in Isfahan": (
        "editors-pick-2025-35", "triumph-of-tehran-101"),
    "Qazvin taken in May, and Russians reaching it in July": ("triumph-of-tehran-37", "triumph-of-tehran-289"),
}  # fmt: skip


@pytest.mark.parametrize("why", AGREE)
def test_what_can_all_be_true_is_no_dispute(everything, why):
    claims = set(AGREE[why])
    assert Claim.objects.filter(key__in=claims).count() == len(claims)
    assert not [dispute.id for dispute in everything.disputes if claims <= set(dispute.claims)]


def test_what_is_proposed_of_the_shipped_atlas_is_little_and_to_the_point():
    made = {(each.kind, each.subjects, each.relation) for each in propose(Atlas.objects.get())}
    assert made == {
        # The riot that gave the pretext, and the revolt of 1911 that the next paragraph tells.
        ("same_event", ("riot-in-mashhad", "revolt-in-mashhad-1911"), ""),
        # The journalists' telegram ordered a boycott, and then there was one.
        ("missing_relation", ("boycott-telegram", "boycott-in-mashhad"), "orders"),
        # The march that took Tabriz had first entered the province.
        ("missing_relation", ("russians-enter-azerbaijan", "fall-of-tabriz"), "before"),
    }
