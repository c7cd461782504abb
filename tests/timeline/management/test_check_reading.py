"""check_reading reads the tables without a database, reports every problem and fails when there is one."""

import io

import pytest
from django.core.management import CommandError, call_command

SOURCES = "slug,document\nelin,elin\n"
NAMES = "subject_type,text\nplace,Elin\n"
CLAIMS = "key,source,section,paragraph,sentence,as_printed\nelin-1,elin,(lead),1,1,{printed}\n"
UNCITED = "source,section,paragraph,sentence,reason\n"
DOCUMENT = "= Elin =\n\nElin fell on 3 May 1810.\n"


@pytest.fixture
def check(tmp_path):
    def run(printed="3 May 1810", document="elin.txt"):
        seeds, documents = tmp_path / "seeds", tmp_path / "documents"
        for folder in (seeds, documents):
            folder.mkdir(exist_ok=True)
        (documents / document).write_text(DOCUMENT, encoding="utf-8")
        tables = {"sources": SOURCES, "names": NAMES, "claims": CLAIMS.format(printed=printed), "uncited": UNCITED}
        for table, text in tables.items():
            (seeds / f"{table}.csv").write_text(text, encoding="utf-8")
        out = io.StringIO()
        try:
            call_command("check_reading", documents=documents, folder=seeds, stdout=out)
        except CommandError as error:
            return str(error), out.getvalue()
        return "", out.getvalue()

    return run


def test_a_complete_reading_passes_with_its_counts(check):
    error, said = check()
    assert error == ""
    assert "1 documents, 1 sentences: 1 cited by 1 claims" in said


def test_a_form_that_is_not_printed_fails_with_file_and_line(check):
    error, said = check(printed="4 May 1810")
    assert error
    assert "claims.csv:2: elin-1: “4 May 1810” does not stand in" in said
    assert "elin.txt:3: (lead) 1.1: no claim prints date “3 May 1810”" in said


def test_a_document_that_is_not_there_is_a_problem(check):
    error, said = check(document="other.txt")
    assert error
    assert "sources.csv:2: The document elin.txt is not in that folder." in said
