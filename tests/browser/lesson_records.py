"""Adds a lesson of three steps, and one taken back; run by `manage.py shell --command` on a copy of the atlas."""

from timeline.lessons.keeping import put_kept
from timeline.models import Atlas, Claim, Lesson, LessonStep

STEPS = (
    ("Two armies before the capital",
     "from=1909-05-01&to=1909-07-31&day=1909-07-11&map=35.6,51.1,6.5&side=constitutionalists",
     "From Gilan and from Isfahan two armies march on Tehran.\n\nWatch them meet.", "On which day do they join?",
     "triumph-of-tehran-75"),
    ("Thirteen July, or twenty-two",
     "from=1909-07-01&to=1909-07-31&day=1909-07-13&at=event:entry-into-tehran&map=35.7,51.4,8",
     "One article prints both days.", "Which of these dates do you believe, and why?", "triumph-of-tehran-408"),
    ("A month taken for another",
     "from=1909-06-01&to=1909-08-31&day=1909-07-22&ruler=solar_hijri",
     "In the Persian calendar the day was 22 Tir 1288.", "", ""),
)  # fmt: skip

lesson = Lesson(
    slug="lesson-of-the-tests",
    atlas=Atlas.objects.get(is_default=True),
    title="Two dates for one entry",
    summary="One article gives two days for the entry into Tehran.",
    publication="published",
)
steps = [
    LessonStep(order=order, title=title, state=state, text=text, question=question,
               claim=Claim.objects.filter(key=claim).first())
    for order, (title, state, text, question, claim) in enumerate(STEPS, start=1)
]  # fmt: skip
put_kept(lesson, steps)
lesson.save()
for step in steps:
    step.lesson = lesson
    step.save()
Lesson.objects.create(
    slug="taken-back-lesson-of-the-tests", atlas=lesson.atlas, title="Taken back", publication="withdrawn"
)
