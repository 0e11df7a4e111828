"""German is told from its neighbours; a few words are taken as they come."""

import pytest

from quellenlage.language.written import is_written_in

GERMAN = (
    "Der Rat der Stadt hat am Montag den Bau der Brücke beschlossen. Die Kosten von zwölf Millionen Euro "
    "trägt nach Angaben eines Sprechers zur Hälfte das Land. Die Opposition stimmte dagegen, weil ihr die "
    "Pläne zu teuer sind. Gebaut werden soll im kommenden Frühjahr, wenn das Hochwasser vorüber ist und die "
    "Genehmigung vorliegt."
)
OTHERS = {
    "English": (
        "The council decided on Monday to build the bridge. Half of the cost of twelve million is borne by the "
        "state, a spokesman said. The opposition voted against it because the plans are too expensive for them. "
        "Work is to begin next spring when the flood is over and the permit has been given, he added on Tuesday."
    ),
    "French": (
        "Le conseil a décidé lundi de construire le pont. La moitié du coût de douze millions est à la charge de "
        "la région, selon un porte-parole. L'opposition a voté contre parce que les plans sont trop chers à ses "
        "yeux. Les travaux doivent commencer au printemps prochain, quand la crue sera passée et le permis "
        "accordé."
    ),
    "Dutch": (
        "De gemeenteraad heeft maandag besloten de brug te bouwen. De helft van de kosten van twaalf miljoen "
        "wordt volgens een woordvoerder door de provincie betaald. De oppositie stemde tegen omdat de plannen "
        "volgens haar te duur zijn. De bouw moet komend voorjaar beginnen, wanneer het hoogwater voorbij is en de "
        "vergunning er ligt."
    ),
}


def test_german_is_german() -> None:
    assert is_written_in(GERMAN, "de")


@pytest.mark.parametrize("name", OTHERS)
def test_its_neighbours_are_not(name: str) -> None:
    assert not is_written_in(OTHERS[name], "de")


@pytest.mark.parametrize("text", ["", "Breaking news: the bridge is open.", "12 34 56 " * 50])
def test_a_few_words_are_taken_as_they_come(text: str) -> None:
    assert is_written_in(text, "de")
