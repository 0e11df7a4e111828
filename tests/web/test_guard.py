"""Who may talk to the page."""

import pytest

from quellenlage.web import Login, is_loopback
from quellenlage.web.desk import Desk
from tests.web.conftest import Opened


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_a_loopback_server_answers_to_its_own_names(opened: Opened, full: Desk, host: str) -> None:
    assert opened(full).get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "10.0.0.7", "", "::1]:x"]
)
def test_a_name_bound_anew_to_loopback_gets_nothing(opened: Opened, full: Desk, host: str) -> None:
    answer = opened(full).get("/dossier.json", headers={"host": host})
    assert answer.status_code == 421
    assert "format" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_from_another_page_is_refused(opened: Opened, full: Desk, headers: dict[str, str]) -> None:
    answer = opened(full).post("/clear", headers=headers, data={"token": token(opened, full)})
    assert answer.status_code == 403
    assert full.dossiers


def test_a_form_without_the_token_is_refused(opened: Opened, full: Desk) -> None:
    client = opened(full)
    assert client.post("/clear", data={"token": "guessed"}).status_code == 403
    assert client.post("/clear").status_code == 403
    assert client.post("/reports", files={"files": ("a.txt", b"Text.")}).status_code == 403
    assert full.dossiers


def test_more_than_is_taken_at_once_is_refused(opened: Opened, full: Desk) -> None:
    answer = opened(full).post("/reports", headers={"content-length": "99000000"}, content=b"x")
    assert answer.status_code == 413


def test_other_methods_are_refused(opened: Opened, full: Desk) -> None:
    assert opened(full).delete("/").status_code == 405


def test_every_answer_is_sealed(opened: Opened, full: Desk) -> None:
    for path in ("/", "/progress", "/static/page.js", "/nowhere"):
        headers = opened(full).get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_with_a_login_nothing_is_given_without_it(opened: Opened, full: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quellenlage.web.guard.AFTER_A_WRONG_PASSWORD", 0.0)
    client = opened(full, login=Login("redaktion", "geheim: ü"), host="192.0.2.7", at="http://192.0.2.7:8765")
    assert client.get("/").status_code == 401
    assert client.get("/", auth=("redaktion", "falsch")).status_code == 401
    assert client.get("/", headers={"authorization": "Basic %%%"}).status_code == 401
    assert client.get("/", auth=(b"redaktion", "geheim: ü".encode())).status_code == 200
    assert client.get("/", auth=(b"redaktion", "geheim: ü".encode()), headers={"host": "a.b"}).status_code == 421


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("192.0.2.7", False),
        ("a.example", False),
    ],
)
def test_what_is_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def token(opened: Opened, desk: Desk) -> str:
    return opened(desk).get("/").text.partition('name="token" value="')[2].partition('"')[0]
