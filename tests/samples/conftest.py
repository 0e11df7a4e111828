"""Which expectations of the sample story are not met yet, each with its reason; one that is met must be struck out."""

import pytest

NOT_YET = {
    "test_how_it_stands_in_the_end[Treffen von Gewerkschaft und Werksleitung]": "other talks are taken for it",
    "test_on_how_many_origins_it_rests[Treffen von Gewerkschaft und Werksleitung]": "other talks are taken for it",
    "test_its_history[Umweltministerin Bredehorst besucht das Werk]": "*bestätigte den Termin* does not name the visit",
    "test_the_conflict_is_there_with_its_sides[Wie viele Menschen verletzt wurden]": "*40 Betroffene* are not the hurt",
    "test_on_how_many_origins_it_rests[Umweltministerin Bredehorst besucht das Werk]": "her spokeswoman counts apart",
    "test_on_how_many_origins_it_rests[Bürgerversammlung in der Stadthalle]": "a plan by *soll* counts as an own voice",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        name = item.name.encode().decode("unicode_escape") if "\\" in item.name else item.name
        if item.path.parent.name == "samples" and name in NOT_YET:
            item.add_marker(pytest.mark.xfail(strict=True, reason=NOT_YET[name]))
