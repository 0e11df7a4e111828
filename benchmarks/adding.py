"""``python -m benchmarks.adding``: what one report more costs a story of 200, and what linking them all afresh costs.

Seconds are processor time of this process. Both ways must give the same links, or this stops with an error.
"""

from datetime import date, timedelta
from random import Random
from time import process_time

from quellenlage import intake
from quellenlage.language import load
from quellenlage.linking.assemble import Memory, tell
from quellenlage.model import Links, Reading, Report
from quellenlage.reading.assemble import read_report

MANY = 200
MORE = 5
# Every so manyth report prints half of the one before.
COPIES = 5
LINES = 10
WHO = "Bürgermeisterin Lena Brandt;Hafenchef Jens Petersen;Ein Sprecher der Polizei;Die Gewerkschaft;Der Landkreis"
SAYS = "sagte am {}. Mai, {}.;teilte mit, {}.;erklärte am {}. Mai, {}.;wies zurück, dass {}.;kündigte an, {}."
THINGS = "Fähre;Brücke;Schleuse;Werft;Halle;Mole;Bahn;Schule;Bucht;Insel;Straße;Kirche;Kantine;Mühle;Fabrik;Bank;Börse"
HAPPENS = (
    "werde gesperrt;sei beschädigt worden;habe {} Menschen verletzt;werde im Juni eröffnet;sei durchsucht worden;"
    "werde bestreikt;koste {} Millionen Euro;sei ausgefallen;werde geprüft;sei verkauft worden;werde im Mai besucht"
)


def main() -> None:
    """Link 200 made-up reports, then add some one by one; print seconds for each way."""
    language = load("de")
    readings = [read_report(report, language) for report in made_up(MANY + MORE)]
    memory = Memory()
    seconds, _ = told(readings[:MANY], memory)
    print(f"{MANY} reports afresh: {seconds:.2f} s")
    for n in range(MANY + 1, MANY + MORE + 1):
        added, links = told(readings[:n], memory)
        afresh, again = told(readings[:n], Memory())
        same(links, again)
        print(f"report {n}: added {added:.2f} s, all afresh {afresh:.2f} s")


def made_up(count: int) -> list[Report]:
    """Give the reports of a made-up story of a harbour; some of them print half of the one before."""
    chance, before, reports = Random(0), [""] * LINES, []  # noqa: S311 -- a made-up story, no secret
    for n in range(count):
        lines = [_line(chance) for _ in range(LINES)]
        lines = [*before[: LINES // 2], *lines[LINES // 2 :]] if n % COPIES == COPIES - 1 else lines
        day = date(2024, 5, 1) + timedelta(days=n // 8)
        reports.append(intake.from_text("\n".join(lines), uri=f"{n}.txt", outlet=f"Haus {n % 40}", published=day))
        before = lines
    return reports


def _line(chance: Random) -> str:
    who, says, happens = (chance.choice(words.split(";")) for words in (WHO, SAYS, HAPPENS))
    first, second = chance.sample(THINGS.split(";"), 2)
    what = f"die {first} {happens} wegen {chance.randint(2, 9000)} Meldungen aus der {second}"
    days = (chance.randint(1, 28), what) if says.count("{}") > 1 else (what,)
    return f"{who} {says.format(*days)}".replace("{}", str(chance.randint(2, 60)))


def told(readings: list[Reading], memory: Memory) -> tuple[float, Links]:
    """Give the seconds that linking takes, and the links."""
    begin = process_time()
    links = tell(readings, memory)
    return process_time() - begin, links


def same(added: Links, afresh: Links) -> None:
    """Stop where adding has given something else than linking afresh."""
    if added != afresh:
        raise SystemExit("adding a report gave other links than linking all of them afresh")


if __name__ == "__main__":
    main()
