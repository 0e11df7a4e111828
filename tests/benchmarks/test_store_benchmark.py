"""The benchmark of the store measures what it says, on a few reports."""

from benchmarks import made_up, store
from quellenlage.store import open_store


def test_growth_prints_a_line_for_each_size(tmp_path, monkeypatch, capsys) -> None:
    for name, number in (("SMALL", 10), ("LARGE", 20), ("TURNS", 3)):
        monkeypatch.setattr(store, name, number)
    store.growth(open_store(str(tmp_path / "klein.db")), open_store(str(tmp_path / "gross.db")))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("report     11:")
    assert lines[1].startswith("report     21:")
    assert lines[2].endswith("the limit is 1.5")
    assert lines[3] == "23 reports in 5 stories, the largest of 5"
    assert lines[4].startswith("verify: 0 faults")


def test_made_up_reports_are_each_their_own() -> None:
    texts = {made_up.report(number).text for number in range(2_000)}
    assert len(texts) == 2_000
    places = {made_up.read(made_up.report(number)).entities[-1].name for number in range(0, 2_000, 5)}
    assert len(places) == 400
