"""Schemathesis asks every operation what its description allows, and what it does not: no answer is a fault of ours,
none has a status, type or body that is not described."""

import os
import sys
import warnings
from itertools import islice

import pytest
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction

from tests.timeline.api.small_atlas import small_atlas
from timeline.api.examples import described_by_examples
from timeline.revision import data_stamp

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import schemathesis
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis.errors import Unsatisfiable
    from schemathesis.core.failures import FailureGroup
    from schemathesis.generation import GenerationMode
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_headers_conformance,
        response_schema_conformance,
        status_code_conformance,
        unsupported_method,
    )

pytestmark = pytest.mark.django_db

# How many questions of each operation; by hand: SCHEMATHESIS_EXAMPLES=500.
EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "1"))
# Among how many edges a run chooses: each that comes before the chosen one has to be made too.
EDGES = 100
# The judge does not unpack.
PLAIN = {"Accept-Encoding": "identity"}
MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
JUDGED_BY = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
]


class Unthrottled(WSGIHandler):
    """The site itself, for whoever asks as much as this."""

    def __call__(self, environ, start_response):
        cache.clear()
        return super().__call__(environ, start_response)


@pytest.fixture(scope="module")
def described(django_db_setup, django_db_blocker):
    """The description of a small atlas, and the atlas while it is asked about."""
    with django_db_blocker.unblock(), transaction.atomic():
        small_atlas()
        schema = described_by_examples(data_stamp()[0], "localhost", False)
        yield schemathesis.openapi.from_dict(schema)
        transaction.set_rollback(True)


def generated(operation, mode, strategy=None) -> list:
    """Questions of one kind, the same each time."""
    found = []

    @given(case=strategy if strategy is not None else operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def gather(case):
        found.append(case)

    try:
        gather()
    except Unsatisfiable:
        # What takes any text can't be asked wrongly.
        return []
    return found


def questions(schema, operation, number: int) -> list:
    """The example of the description, what it allows, and what it does not; `number` counts the operations."""
    told = [
        case
        for each in islice(schema.get_strategies_from_examples(operation), 1)
        for case in generated(operation, None, each)
    ]
    covered = schema.iter_coverage_cases(
        operation, generation_modes=MODES, generation_config=schema.config.generation_for(operation=operation)
    )
    if EXAMPLES > 1:
        edges = list(covered)[:: max(1, 100 // EXAMPLES)]
    else:
        # One of what goes systematically through the edges, with every operation another: all of it by hand.
        edges = islice(covered, 37 * number % EDGES, EDGES, EDGES)
    return [*told, *edges, *(case for mode in MODES for case in generated(operation, mode))]


def test_every_operation_answers_as_it_is_described(described):
    described.app = Unthrottled()
    faults, asked = {}, 0
    for number, found in enumerate(described.get_all_operations()):
        operation = found.ok()
        for case in questions(described, operation, number):
            asked += 1
            try:
                case.call_and_validate(base_url="http://localhost", headers=PLAIN, checks=JUDGED_BY)
            except FailureGroup as group:
                faults.setdefault(operation.label, []).extend(
                    f"{each.title}: {each.message}" for each in group.exceptions
                )

    if EXAMPLES > 1:
        sys.stdout.write(f"{asked} questions\n")
    assert not faults, "\n".join(f"{label}: {fault}" for label, told in faults.items() for fault in dict.fromkeys(told))
    assert asked >= 2 * len(described.raw_schema["paths"])
