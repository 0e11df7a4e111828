"""``verify`` finds what is not as it was written, wherever it is."""

from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from benchmarks import made_up
from quellenlage.linking.assemble import tell
from quellenlage.store.engine import address as url_of
from quellenlage.weighing import weigh
from tests.store.test_contract import BY, arrived

URL = "https://blatt.example/eins"
FAULTS = {
    "UPDATE source SET raw = :other": "raw bytes",
    "UPDATE report SET text = :other WHERE seq = 1": "the text does not have the hash",
    "UPDATE report SET sha256 = :digest WHERE seq = 1": "the text does not have the hash",
    "UPDATE report SET record = :other WHERE seq = 1": "its record is damaged",
    "UPDATE report SET record = (SELECT record FROM report WHERE seq = 2) WHERE seq = 1": "its record is damaged",
    "UPDATE reading SET record = :other": "its record is damaged",
    "UPDATE reading SET record_sha256 = :digest": "its record is damaged",
    "DELETE FROM reading": "its newest reading is missing",
    "DELETE FROM passage WHERE report = (SELECT id FROM report WHERE seq = 1)": "index of its sentences",
    'UPDATE passage SET "end" = "end" + 1': "index of its sentences",
    "UPDATE revision SET record = :other": "revision of report",
    "UPDATE story SET record = :other": "its links are damaged",
    "DELETE FROM story": "its story is not there",
    "INSERT INTO story (id) VALUES ('y0')": "no report tells it",
    "INSERT INTO posting (term, seq) VALUES ('wort', 99)": "terms of reports that are not there",
}


@pytest.fixture
def filled(store):
    for number in range(3):
        store.add(arrived(made_up.report(number)))
    for corrected in (False, True):
        store.add(arrived(replace(made_up.report(3, corrected=corrected), url=URL, id="")))
    (line,) = store.stories()
    links = tell(list(store.readings(store.members(line.id), BY.rules, BY.model).values()))
    store.keep_links(line.id, "k" * 64, links, weigh(links).story)
    return store


def test_what_is_as_it_was_written_has_no_fault(filled) -> None:
    assert list(filled.verify()) == []


@pytest.mark.parametrize("damage", FAULTS)
def test_damage_is_found(filled, address, damage) -> None:
    engine = create_engine(url_of(address))
    values = {"other": b"anders", "digest": "0" * 64}
    with engine.begin() as connection:
        connection.execute(text(damage).bindparams(**{k: v for k, v in values.items() if f":{k}" in damage}))
    engine.dispose()
    faults = list(filled.verify())
    assert any(FAULTS[damage] in fault.what or FAULTS[damage] in fault.where for fault in faults), faults
