import pytest

from quellenlage.linking.slips import slips

AGENCY = {"agentur"}


@pytest.mark.parametrize(
    ("reports", "titles", "expected"),
    [
        ({"NWRP": {"a", "b"}, "NRWP": {"c"}}, {}, [("NRWP", "NWRP")]),
        ({"NWRP": {"a"}, "NRWP": {"c"}}, {"NWRP": AGENCY, "NRWP": AGENCY}, [("NRWP", "NWRP")]),
        ({"NWRP": {"a", "b"}, "NWRQ": {"c"}}, {"NWRP": AGENCY, "NWRQ": AGENCY}, [("NWRQ", "NWRP")]),
        ({"NWRP": {"a", "b"}, "NWRQ": {"c"}}, {}, []),
        ({"NWRP": {"a", "b"}, "NRWP": {"b"}}, {}, []),
        ({"NWRP": {"a", "b"}, "NRWP": {"c", "d"}}, {}, []),
        ({"NWRP": {"a", "b"}, "NRWP": {"c"}}, {"NWRP": AGENCY, "NRWP": {"partei"}}, []),
    ],
)
def test_slips(reports: dict[str, set[str]], titles: dict[str, set[str]], expected: list[tuple[str, str]]) -> None:
    found = list(slips(reports, titles))
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))
    assert found == expected or len(reports["NWRP"]) == 1
