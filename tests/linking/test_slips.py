import pytest

from quellenlage.language.naming import Office
from quellenlage.linking.slips import misspelt, slips

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


HEAD = {Office("werksleiter", None)}


@pytest.mark.parametrize(
    ("reports", "offices", "expected"),
    [
        # one letter wrong, missing, or two exchanged, in the surname of somebody in the same office
        ({"eva sandmeer": {"a", "b"}, "eva sandmehr": {"c"}}, [HEAD, HEAD], [("eva sandmehr", "eva sandmeer")]),
        ({"eva sandmeer": {"a", "b"}, "eva sandmer": {"c"}}, [HEAD, HEAD], [("eva sandmer", "eva sandmeer")]),
        # no office, another office, another given name, a short surname, one report that has both, two reports
        ({"eva sandmeer": {"a", "b"}, "eva sandmehr": {"c"}}, [HEAD, set()], []),
        ({"eva sandmeer": {"a", "b"}, "eva sandmehr": {"c"}}, [HEAD, {Office("kapitän", None)}], []),
        ({"eva sandmeer": {"a", "b"}, "ida sandmehr": {"c"}}, [HEAD, HEAD], []),
        ({"eva maier": {"a", "b"}, "eva meier": {"c"}}, [HEAD, HEAD], []),
        ({"eva sandmeer": {"a", "b"}, "eva sandmehr": {"b"}}, [HEAD, HEAD], []),
        ({"eva sandmeer": {"a", "b"}, "eva sandmehr": {"c", "d"}}, [HEAD, HEAD], []),
        ({"sandmeer": {"a", "b"}, "sandmehr": {"c"}}, [HEAD, HEAD], []),
    ],
)
def test_misspelt_names(
    reports: dict[str, set[str]], offices: list[set[Office]], expected: list[tuple[str, str]]
) -> None:
    assert list(misspelt(reports, dict(zip(reports, offices, strict=True)))) == expected
