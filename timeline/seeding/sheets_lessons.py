"""The tables of lessons: the tours through an atlas, and their steps in order."""

from timeline.lessons.finding import as_it_stands, key_of, strangers
from timeline.lessons.states import read_state
from timeline.lessons.step_checks import told
from timeline.models import Claim, Lesson, LessonStep
from timeline.seeding import cells as read
from timeline.seeding.sheet import Cells, Sheet


def _lesson(cells: Cells) -> dict:
    return {
        "slug": cells.text("slug", read.slug),
        "atlas": cells.record("atlas", "atlas", needed=True),
        "title": cells.text("title", read.required),
        "title_fa": cells.text("title_fa"),
        "summary": cells.text("summary"),
        "summary_fa": cells.text("summary_fa"),
        "order": cells.text("order", read.integer) or 0,
    }


def _step(cells: Cells) -> dict:
    lesson = cells.record("lesson", "lesson", needed=True)
    return {
        "lesson": lesson,
        "order": cells.text("order", read.row_number),
        "title": cells.text("title", read.required),
        "title_fa": cells.text("title_fa"),
        "text": cells.text("text"),
        "text_fa": cells.text("text_fa"),
        "question": cells.text("question"),
        "question_fa": cells.text("question_fa"),
        "state": _state(cells, lesson),
        "claim": _claim(cells),
    }


def _claim(cells: Cells) -> Claim | None:
    """The claim under discussion; none where people here deleted it."""
    key = cells.row["claim"]
    return None if cells.registry.was_taken_away("claim", key) else cells.record("claim", "claim")


def _state(cells: Cells, lesson: Lesson | None) -> str:
    """The view in its usual form. What it names is asked for, of the tables and of what is kept, unless it stays as
    it is: what a step showed may be deleted since, and be called otherwise in a file. What people here took away of
    what was loaded once is not missed."""
    state, find = read_state(cells.row["state"]), cells.registry.leads
    problems = list(state.problems)
    if lesson is not None and not problems:
        if cells.kept is not None and state.text in (
            cells.kept.state,
            as_it_stands(cells.kept.state, lesson.atlas, find),
        ):
            return cells.kept.state
        problems = [
            problem for named, problem in strangers(state, lesson.atlas, find)
            if not cells.registry.was_taken_away(named.kind, key_of(named, lesson.atlas))
        ]  # fmt: skip
    for code, sentence in told(problems):
        cells.problems.append(cells.row.problem(sentence, code, "state"))
    return state.text


LESSONS = (
    Sheet(
        "lessons.csv", ("slug", "atlas", "title", "title_fa", "summary", "summary_fa", "order"),
        Lesson, "lesson", lambda row: row["slug"], lambda lesson: lesson.slug, _lesson, related=("atlas",),
    ),
    Sheet(
        "lesson_steps.csv",
        ("lesson", "order", "title", "title_fa", "text", "text_fa", "question", "question_fa", "state", "claim"),
        LessonStep, "lessonstep", lambda row: f"{row['lesson']}/{row['order']}", lambda step: step.key, _step,
        related=("lesson",),
    ),
)  # fmt: skip
