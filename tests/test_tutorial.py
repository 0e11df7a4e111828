"""The tutorial's session is what the commands print."""

from tests.session import TUTORIAL, run, shortened, steps


def test_the_tutorial_shows_what_the_commands_print(tmp_path) -> None:
    found = steps(TUTORIAL.read_text(encoding="utf-8"))
    assert len(found) > 10
    printed = run([command for command, _ in found], tmp_path)
    shown = [(command, shortened(said, now)) for (command, said), now in zip(found, printed, strict=True)]
    assert shown == found, "to write down what they print now: python -m tests.session"
