"""Citations: one plain line in the words of the reader's language."""

import pytest

from timeline.citations import claim_text, locator_text, record_text, source_text
from timeline.models import Claim, Source

ARTICLE = {
    "slug": "clark-2006",
    "type": "article-journal",
    "title": "Russia in Azerbaijan",
    "authors": ["Clark, James D."],
    "container": "Iranian Studies",
    "issued": "2006-06",
    "publisher": "Cambridge University Press",
}
BOOK = {
    "slug": "browne-1910",
    "type": "book",
    "title": "The Persian Revolution",
    "authors": ["Browne, Edward G.", "Ross, Denison"],
    "issued": "1910",
    "publisher": "Cambridge University Press",
}
ENTRY = {"slug": "wiki", "type": "entry-encyclopedia", "title": "Triumph of Tehran", "container": "Wikipedia"}


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (ARTICLE, "James D. Clark, “Russia in Azerbaijan”, Iranian Studies, June 2006"),
        (BOOK, "Edward G. Browne; Denison Ross, The Persian Revolution, Cambridge University Press, 1910"),
        (ENTRY, "“Triumph of Tehran”, Wikipedia"),
        ({"title": "Essay", "issued": "2025-03-01"}, "Essay, 1 March 2025"),
        ({"title": "Essay", "issued": "some time ago"}, "Essay, some time ago"),
        ({"title": "Essay", "authors": ["Editors"]}, "Editors, Essay"),
    ],
)
def test_a_source_is_cited_by_what_is_known_of_it(fields, text):
    assert source_text(Source(**fields)) == text


@pytest.mark.parametrize(
    ("spot", "text"),
    [
        ({"section": "Events in Tehran", "paragraph": 4}, "“Events in Tehran”, para. 4"),
        ({"section": "(lead)", "paragraph": 1}, "lead, para. 1"),
        ({"section": "(infobox)"}, "infobox"),
        ({"section": "(caption)"}, "caption"),
        ({"page": "312–315"}, "p. 312–315"),
        ({}, ""),
    ],
)
def test_a_locator_says_where_to_look(spot, text):
    assert locator_text(**spot) == text


def test_a_claim_is_cited_by_its_source_and_locator():
    claim = Claim(source=Source(**ENTRY), section="Events in Tehran", paragraph=4)
    assert claim_text(claim) == "“Triumph of Tehran”, Wikipedia, “Events in Tehran”, para. 4"


def test_a_page_of_the_atlas_is_cited_with_its_address():
    cited = record_text(title="Entry into Tehran", atlas="The Revolution", address="https://a.example/events/x/")
    assert cited == "“Entry into Tehran”, The Revolution, https://a.example/events/x/"
