"""Chicago, APA and MLA: the forms that their manuals print, for works of every kind."""

import pytest

from tests.timeline.citing import works
from tests.timeline.citing.works import SPOT, cited
from timeline.citing import apa, chicago, mla
from timeline.citing.locators import Locator
from timeline.citing.runs import markup, plain

CHICAGO = {
    "browne": (
        "Edward G. Browne, *The Persian Revolution of 1905–1909* (Cambridge University Press, 1910).",
        "Browne, Edward G. *The Persian Revolution of 1905–1909*. Cambridge University Press, 1910.",
    ),
    "two": (
        "Edward G. Browne and Denison Ross, *A Year in Persia* (Black, 1893).",
        "Browne, Edward G., and Denison Ross. *A Year in Persia*. Black, 1893.",
    ),
    "seven": (
        "A. Aone et al., *Papers* (Black, 1911).",
        "Aone, A., B. Bone, C. Cone, et al. *Papers*. Black, 1911.",
    ),
    "office": (
        "Foreign Office, *Correspondence Respecting the Affairs of Persia* (His Majesty’s Stationery Office, 1909).",
        "Foreign Office. *Correspondence Respecting the Affairs of Persia*. His Majesty’s Stationery Office, 1909.",
    ),
    "journal": (
        "James D. Clark, “Constitutional Revolutionaries,” *Iranian Studies* 39, no. 2 (June 2006): 199–223, "
        "https://doi.org/10.1080/0021.",
        "Clark, James D. “Constitutional Revolutionaries.” *Iranian Studies* 39, no. 2 (June 2006): 199–223. "
        "https://doi.org/10.1080/0021.",
    ),
    "abstract": (
        "Clark, [Russia in Azerbaijan, 1907–1911], *Iranian Studies*, June 30, 2006.",
        "Clark. [Russia in Azerbaijan, 1907–1911]. *Iranian Studies*, June 30, 2006.",
    ),
    "essay": ("“Editor's Pick,” March 1, 2025.", "“Editor's Pick.” March 1, 2025."),
    "news": ("“Who Holds Tehran?,” *The Times*, July 14, 1909.", "“Who Holds Tehran?” *The Times*, July 14, 1909."),
    "entry": (
        "*Wikipedia*, s.v. “Triumph of Tehran,” n.d.",
        "“Triumph of Tehran.” In *Wikipedia*. Wikimedia Foundation, n.d.",
    ),
    "read": (
        "*Wikipedia*, s.v. “Triumph of Tehran,” accessed June 1, 2026, https://wiki.example/t.",
        "“Triumph of Tehran.” In *Wikipedia*. Accessed June 1, 2026. https://wiki.example/t.",
    ),
    "chapter": (
        "Denison Ross, “The Siege of ‘Tabriz,’” in *Iran at War*, ed. Stephanie Cronin (Brill, 1999), 41–66.",
        "Ross, Denison. “The Siege of ‘Tabriz.’” In *Iran at War*, edited by Stephanie Cronin. Brill, 1999.",
    ),
    "persian": (
        "احمد کسروی, *تاریخ مشروطهٔ ایران* (امیرکبیر, 1940).",
        "کسروی، احمد. *تاریخ مشروطهٔ ایران*. امیرکبیر, 1940.",
    ),
    "rendered": (
        "Ahmad Kasravi, *History*, trans. Evan Siegel (Mazda, [ca. 1940]).",
        "Kasravi, Ahmad. *History*. Translated by Evan Siegel. Mazda, [ca. 1940].",
    ),
    "telegram": (
        "Sattar Khan, Telegram to the Consul, Tabriz, October 1908, National Archives.",
        "Sattar Khan. Telegram to the Consul, Tabriz. National Archives, October 1908.",
    ),
    "page": (
        "“What Is a Majles?,” Iran Notes, n.d., https://notes.example/?a=1&b=50%.",
        "“What Is a Majles?” Iran Notes. N.d. https://notes.example/?a=1&b=50%.",
    ),
    "event": (
        "“Entry into Tehran,” The Revolution, Marchlines, last modified November 30, 2026, "
        "https://atlas.example/events/entry/.",
        "“Entry into Tehran.” The Revolution. Marchlines. Last modified November 30, 2026. "
        "https://atlas.example/events/entry/.",
    ),
    "view": (
        "*The Revolution*, Marchlines, last modified November 30, 2026, https://atlas.example/a/x/.",
        "*The Revolution*. Marchlines. Last modified November 30, 2026. https://atlas.example/a/x/.",
    ),
}
APA = {
    "browne": (
        "Browne, E. G. (1910). *The Persian Revolution of 1905–1909*. Cambridge University Press.",
        "(Browne, 1910)",
    ),
    "two": ("Browne, E. G., & Ross, D. (1893). *A Year in Persia*. Black.", "(Browne & Ross, 1893)"),
    "seven": (
        "Aone, A., Bone, B., Cone, C., Done, D., Eone, E., Fone, F., & Gone, G. (1911). *Papers*. Black.",
        "(Aone et al., 1911)",
    ),
    "office": (
        "Foreign Office. (1909). *Correspondence Respecting the Affairs of Persia*. His Majesty’s Stationery Office.",
        "(Foreign Office, 1909)",
    ),
    "journal": (
        "Clark, J. D. (2006). Constitutional Revolutionaries. *Iranian Studies*, *39*(2), 199–223. "
        "https://doi.org/10.1080/0021",
        "(Clark, 2006)",
    ),
    "abstract": (
        "Clark. (2006, June 30). [Russia in Azerbaijan, 1907–1911]. *Iranian Studies*.",
        "(Clark, 2006)",
    ),
    "essay": ("Editor's Pick. (2025, March 1).", "(“Editor's Pick,” 2025)"),
    "news": ("Who Holds Tehran? (1909, July 14). *The Times*.", "(“Who Holds Tehran?,” 1909)"),
    "entry": ("Triumph of Tehran. (n.d.). In *Wikipedia*. Wikimedia Foundation.", "(“Triumph of Tehran,” n.d.)"),
    "read": (
        "Triumph of Tehran. (n.d.). In *Wikipedia*. Retrieved June 1, 2026, from https://wiki.example/t",
        "(“Triumph of Tehran,” n.d.)",
    ),
    "chapter": (
        "Ross, D. (1999). The Siege of “Tabriz.” In S. Cronin (Ed.), *Iran at War* (pp. 41–66). Brill.",
        "(Ross, 1999)",
    ),
    "persian": ("کسروی، احمد. (1940). *تاریخ مشروطهٔ ایران*. امیرکبیر.", "(کسروی, 1940)"),
    "rendered": ("Kasravi, A. (ca. 1940). *History* (E. Siegel, Trans.). Mazda.", "(Kasravi, ca. 1940)"),
    "telegram": (
        "Sattar Khan. (1908, October). *Telegram to the Consul, Tabriz*. National Archives.",
        "(Sattar Khan, 1908)",
    ),
    "page": (
        "*What Is a Majles?* (n.d.). Iran Notes. https://notes.example/?a=1&b=50%",
        "(*What Is a Majles?*, n.d.)",
    ),
    "event": (
        "*Entry into Tehran*. (2026, November 30). The Revolution, Marchlines. https://atlas.example/events/entry/",
        "(*Entry into Tehran*, 2026)",
    ),
    "view": (
        "*The Revolution*. (2026, November 30). Marchlines. https://atlas.example/a/x/",
        "(*The Revolution*, 2026)",
    ),
}
MLA = {
    "browne": (
        "Browne, Edward G. *The Persian Revolution of 1905–1909*. Cambridge University Press, 1910.",
        "(Browne)",
    ),
    "two": ("Browne, Edward G., and Denison Ross. *A Year in Persia*. Black, 1893.", "(Browne and Ross)"),
    "seven": ("Aone, A., et al. *Papers*. Black, 1911.", "(Aone et al.)"),
    "office": (
        "Foreign Office. *Correspondence Respecting the Affairs of Persia*. His Majesty’s Stationery Office, 1909.",
        "(Foreign Office)",
    ),
    "journal": (
        "Clark, James D. “Constitutional Revolutionaries.” *Iranian Studies*, vol. 39, no. 2, June 2006, "
        "pp. 199–223, https://doi.org/10.1080/0021.",
        "(Clark)",
    ),
    "abstract": ("Clark. [Russia in Azerbaijan, 1907–1911]. *Iranian Studies*, 30 June 2006.", "(Clark)"),
    "essay": ("“Editor's Pick.” 1 Mar. 2025.", "(“Editor's Pick”)"),
    "news": ("“Who Holds Tehran?” *The Times*, 14 July 1909.", "(“Who Holds Tehran?”)"),
    "entry": ("“Triumph of Tehran.” *Wikipedia*, Wikimedia Foundation.", "(“Triumph of Tehran”)"),
    "read": (
        "“Triumph of Tehran.” *Wikipedia*, https://wiki.example/t. Accessed 1 June 2026.",
        "(“Triumph of Tehran”)",
    ),
    "chapter": (
        "Ross, Denison. “The Siege of ‘Tabriz.’” *Iran at War*, edited by Stephanie Cronin, Brill, 1999, pp. 41–66.",
        "(Ross)",
    ),
    "persian": ("کسروی، احمد. *تاریخ مشروطهٔ ایران*. امیرکبیر, 1940.", "(کسروی)"),
    "rendered": (
        "Kasravi, Ahmad. *History*. Translated by Evan Siegel, Mazda, circa 1940.",
        "(Kasravi)",
    ),
    "telegram": (
        "Sattar Khan. Telegram to the Consul, Tabriz. National Archives, Oct. 1908.",
        "(Sattar Khan)",
    ),
    "page": ("“What Is a Majles?” *Iran Notes*, https://notes.example/?a=1&b=50%.", "(“What Is a Majles?”)"),
    "event": (
        "“Entry into Tehran.” *The Revolution*, Marchlines, 30 Nov. 2026, https://atlas.example/events/entry/.",
        "(“Entry into Tehran”)",
    ),
    "view": ("*The Revolution*. Marchlines, 30 Nov. 2026, https://atlas.example/a/x/.", "(*The Revolution*)"),
}


def starred(runs) -> str:
    """The line with its italics between stars."""
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs)


CASES = [
    (style, name, lines)
    for style, table in ((chicago, CHICAGO), (apa, APA), (mla, MLA))
    for name, lines in table.items()
]


@pytest.mark.parametrize(
    ("style", "name", "lines"), CASES, ids=[f"{style.__name__[16:]}-{name}" for style, name, _ in CASES]
)
def test_a_work_is_cited_as_the_manual_prints_its_kind(style, name, lines):
    made = style.cited(cited(works.WORKS[name]))
    assert tuple(starred(line.runs) for line in made[:2]) == lines


def test_every_work_is_cited_in_every_style():
    assert set(works.WORKS) == set(CHICAGO) == set(APA) == set(MLA)


@pytest.mark.parametrize(
    ("style", "spot", "words"),
    [
        (chicago, SPOT, "*Wikipedia*, s.v. “Triumph of Tehran,” n.d., under “Events in Tehran,” para. 4."),
        (chicago, Locator("(lead)", 1), "*Wikipedia*, s.v. “Triumph of Tehran,” n.d., lead, para. 1."),
        (chicago, Locator("(infobox)"), "*Wikipedia*, s.v. “Triumph of Tehran,” n.d., infobox."),
        (apa, SPOT, "(“Triumph of Tehran,” n.d., Events in Tehran section, para. 4)"),
        (apa, Locator("(caption)"), "(“Triumph of Tehran,” n.d., caption)"),
        (apa, Locator(page="312"), "(“Triumph of Tehran,” n.d., p. 312)"),
        (apa, Locator(page="312–315"), "(“Triumph of Tehran,” n.d., pp. 312–315)"),
        (mla, SPOT, "(“Triumph of Tehran,” sec. “Events in Tehran,” par. 4)"),
        (mla, Locator("(lead)", 1), "(“Triumph of Tehran,” lead, par. 1)"),
        (mla, Locator(page="312"), "(“Triumph of Tehran” 312)"),
    ],
)
def test_a_claim_is_cited_by_the_spot_in_its_source(style, spot, words):
    lines = {line.label: starred(line.runs) for line in style.cited(cited(works.ENTRY, spot))}
    assert words in (lines.get("note"), lines.get("in_text"))


def test_the_page_of_a_spot_takes_the_place_of_the_pages_of_the_article():
    note = plain(chicago.note(works.JOURNAL, Locator(page="201")))
    assert "39, no. 2 (June 2006): 201, https" in note
    book = plain(chicago.note(works.BROWNE, Locator(page="201")))
    assert book.endswith("(Cambridge University Press, 1910), 201.")


@pytest.mark.parametrize("style", [chicago, apa, mla])
def test_of_anothers_work_the_record_is_told_with_address_and_day(style):
    *_others, record = style.cited(cited(works.ENTRY, SPOT, "triumph-12"))
    assert record.label == "record"
    assert plain(record.runs) == (
        "Recorded by Marchlines as claim triumph-12, https://atlas.example/claims/triumph-12/, last changed 2026-11-30."
    )
    assert len(style.cited(cited(works.EVENT))) == 2


def test_twenty_one_authors_are_the_first_nineteen_and_the_last_in_apa():
    many = works.work("Papers", authors=[f"A{number}, B" for number in range(21)], issued="1911")
    assert "A18, B., . . . A20, B. (1911)" in plain(apa.reference(many))
    assert "A19" not in plain(apa.reference(many))


def test_editors_stand_for_authors_that_are_missing():
    edited = works.work("Iran at War", issued="1999", csl={"editor": [{"family": "Cronin", "given": "S."}]})
    assert starred(chicago.bibliography(edited)) == "Cronin, S., ed. *Iran at War*. 1999."
    assert starred(apa.reference(edited)) == "Cronin, S. (Ed.). (1999). *Iran at War*."
    assert starred(mla.works_cited(edited)) == "Cronin, S., editor. *Iran at War*. 1999."


@pytest.mark.parametrize("style", [chicago, apa, mla])
@pytest.mark.parametrize("name", ["title", "container", "authors"])
def test_a_hostile_work_is_one_line_of_inert_text(style, name):
    value = [works.HOSTILE] if name == "authors" else works.HOSTILE
    item = works.work(value if name == "title" else "T", **({} if name == "title" else {name: value}))
    for line in style.cited(cited(item, works.hostile_spot())):
        assert "<script" not in markup(line.runs)
        assert not set(plain(line.runs)) & set("\r\n\x00\x07")


def test_a_title_that_runs_from_right_to_left_is_kept_from_turning_its_neighbours():
    assert "<i><bdi>تاریخ مشروطهٔ ایران</bdi></i>" in markup(chicago.note(works.PERSIAN))
    assert "<bdi>" not in markup(chicago.note(works.BROWNE))


def test_marks_that_turn_the_line_round_are_left_out_and_those_of_spelling_stay():
    item = works.work("\u202eabc\u2066 می\u200cشود\u200f")
    assert item["title"] == "abc می\u200cشود\u200f"
