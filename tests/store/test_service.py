import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from siaga.store import (
    EntryKind,
    GroupWriter,
    Journal,
    JournalService,
    entry_to_json,
    learner_progress,
    new_entry,
)
from siaga.store.service import BODY_LIMIT_BYTES, ENTRIES_LIMIT
from siaga.store.wire import progress_from_json

OTHER = "7d444840-9dc0-41d1-b245-5ffdce74fad2"


@pytest.fixture
def service(sqlite_journal):
    with GroupWriter(sqlite_journal) as writer:
        yield JournalService(writer, sqlite_journal)


@pytest.fixture
def token(service, actor):
    return service.issue_token(actor)


def ask(service, token, *, method="POST", path="/entries", body=b""):
    headers = {"authorization": f"Bearer {token}"}
    return service.handle(method, path, headers=headers, body=body)


def body(*entries):
    return json.dumps({"entries": [entry_to_json(one) for one in entries]}).encode()


def test_entries_are_in_the_journal_when_the_reply_comes(
    service, token, sqlite_journal, some_entries
):
    entries = some_entries(2)

    assert ask(service, token, body=body(*entries)) == (200, {"stored": 2})
    assert ask(service, token, body=body(*entries)) == (200, {"stored": 0})
    assert [stored.entry for stored in sqlite_journal.entries()] == entries


def test_a_learner_gets_their_own_progress(
    service, token, actor, sqlite_journal, some_entries
):
    ask(service, token, body=body(*some_entries(2)))

    status, reply = ask(service, token, method="GET", path="/progress")

    assert status == 200
    assert progress_from_json(reply) == learner_progress(sqlite_journal, actor)
    assert progress_from_json(reply).module("rekrutmen").screens_seen == {"s0", "s1"}


def test_what_many_chose_is_told_as_sums(service, token, sqlite_journal):
    for n in range(6):
        payload = {"walk": "w", "scene": "awal", "choice": "1"}
        actor = f"0c000000-0000-4000-8000-{n:012}"
        made = {"module": "m", "item": "janji", "payload": payload}
        sqlite_journal.append([new_entry(EntryKind.SCENARIO_CHOSEN, actor, **made)])

    path = "/choices?scenario=janji"
    assert ask(service, token, method="GET", path=path) == (200, {"awal": {"1": 6}})
    assert ask(service, token, method="GET", path="/choices?scenario=x") == (200, {})


@pytest.mark.parametrize("query", ["", "?", "?scenario=", f"?scenario={'x' * 201}"])
def test_choices_without_a_scenario_are_refused(service, token, query):
    reply = ask(service, token, method="GET", path=f"/choices{query}")

    assert reply.status == 400


def test_a_token_names_its_learner_and_cannot_be_guessed(service, actor):
    tokens = {service.issue_token(actor) for _ in range(10)}

    assert len(tokens) == 10
    assert all(token.startswith(f"{actor}.") for token in tokens)
    assert all(len(token) > len(actor) + 40 for token in tokens)


def test_no_token_is_kept_as_it_is(service, token):
    assert token not in repr(vars(service))


def test_an_unknown_or_revoked_token_is_refused(service, token, actor, some_entries):
    sent = body(*some_entries(1))
    service.revoke(token)
    service.revoke("unknown")

    for one in (token, actor, f"{actor}.", "", "\ud800", f"{actor}.{'x' * 43}"):
        status, reply = ask(service, one, body=sent)
        assert (status, reply) == (
            401,
            {"error": "the token is unknown or was revoked"},
        )


def test_a_request_without_a_bearer_token_is_refused(service, token):
    for headers in ({}, {"Authorization": token}, {"Authorization": f"Basic {token}"}):
        reply = service.handle("GET", "/progress", headers=headers, body=b"")
        assert reply.status == 401


def test_the_name_of_the_header_may_be_spelled_in_any_case(service, token):
    for name in ("Authorization", "AUTHORIZATION"):
        headers = {name: f"bearer {token}"}
        reply = service.handle("GET", "/progress", headers=headers, body=b"")
        assert reply.status == 200


def test_revoking_one_token_leaves_the_others(service, token, actor):
    service.revoke(service.issue_token(actor))

    assert ask(service, token, method="GET", path="/progress").status == 200


def test_nobody_writes_for_another_learner(
    service, token, sqlite_journal, some_entries
):
    mine, theirs = some_entries(1), some_entries(1, actor=OTHER)

    status, reply = ask(service, token, body=body(*mine, *theirs))

    assert status == 403
    assert OTHER in reply["error"]
    assert list(sqlite_journal.entries()) == []


def test_a_kernel_gives_out_no_resume_codes(service, token, actor):
    entry = new_entry(EntryKind.LEARNER_JOINED, actor, item="ABCD1234")

    assert ask(service, token, body=body(entry)).status == 403


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"{",
        b"\xff",
        b"[" * 100_000,
        b"[]",
        b"{}",
        b'{"entries": {}}',
        b'{"entries": []}',
        b'{"entries": [1]}',
        b'{"entries": [{"id": %s}]}' % (b"9" * 5000),
    ],
)
def test_a_body_that_holds_no_entries_is_refused_with_a_reason(service, token, sent):
    status, reply = ask(service, token, body=sent)

    assert status == 400
    assert reply["error"]


def test_a_wrong_field_is_named(service, token, some_entries):
    sent = body(*some_entries(1)).replace(b"screen.seen", b"screen.broken")

    status, reply = ask(service, token, body=sent)

    assert status == 400
    assert reply["error"].startswith("'kind' is 'screen.broken'")


def test_too_many_entries_at_once_are_refused(service, token, some_entries):
    sent = body(*some_entries(ENTRIES_LIMIT + 1))

    assert ask(service, token, body=sent).status == 400


def test_a_body_that_is_too_large_is_refused(service, token):
    assert ask(service, token, body=b" " * (BODY_LIMIT_BYTES + 1)).status == 413


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/entries", 405),
        ("POST", "/progress", 405),
        ("POST", "/choices?scenario=janji", 405),
        ("GET", "//[", 404),
        ("GET", "/", 404),
        ("GET", "/progress/../entries", 404),
    ],
)
def test_what_does_not_exist_is_refused(service, token, method, path, status):
    assert ask(service, token, method=method, path=path).status == status


def test_an_entry_that_was_not_stored_may_come_again(
    tmp_path, actor, some_entries, hold_write_lock
):
    sent = body(*some_entries(1))
    with (
        Journal.open(f"sqlite:///{tmp_path}/j.db", busy_timeout_s=0.05) as journal,
        GroupWriter(journal) as writer,
    ):
        service = JournalService(writer, journal)
        token = service.issue_token(actor)
        with hold_write_lock(journal):
            assert ask(service, token, body=sent).status == 503

        assert ask(service, token, body=sent) == (200, {"stored": 1})


def test_nobody_waits_longer_than_the_service_does(
    sqlite_journal, actor, some_entries, hold_write_lock
):
    with GroupWriter(sqlite_journal) as writer:
        service = JournalService(writer, sqlite_journal, wait_s=0.05)
        token = service.issue_token(actor)
        with hold_write_lock(sqlite_journal):
            status, reply = ask(service, token, body=body(*some_entries(1)))

    assert status == 503
    assert reply["error"] == "the journal did not answer within 0.05 s"


def test_a_journal_that_cannot_be_read_is_the_servers_fault(
    service, token, sqlite_journal
):
    with sqlite_journal.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE journal RENAME TO gone")

    status, reply = ask(service, token, method="GET", path="/progress")

    assert status == 500
    assert "cannot be read" in reply["error"]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary())
def test_any_bytes_are_answered(service, token, sent):
    assert ask(service, token, body=sent).status == 400
