"""The command as a user types it: what it writes, what it says, and how it exits."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest

from quellenlage.cli import main
from quellenlage.render.json import from_json
from quellenlage.render.schema import schema_text

TEXT = "Die Ministerin Lena Brandt sagte am Montag, die Brücke bei Ostermoor werde im Mai 2024 gesperrt."
OTHER = "Hafenchef Jens Petersen wies das am Dienstag zurück. „Die Brücke bleibt offen“, sagte er."
PAGE = "<html><body><nav>Start</nav></body></html>"


def run(*arguments, **options):
    """Run the command and give its exit code, standard output and standard error."""
    command = [
        sys.executable,
        "-c",
        "from quellenlage.cli import main; main(prog_name='quellenlage')",
        *map(str, arguments),
    ]
    return subprocess.run(command, capture_output=True, check=False, timeout=300, **options)


@pytest.fixture
def call(capfdbinary):
    """Call the command in this process, where the language is loaded already."""

    def called(*arguments):
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments], prog_name="quellenlage")
        said = capfdbinary.readouterr()
        return SimpleNamespace(returncode=ended.value.code, stdout=said.out, stderr=said.err)

    return called


def lines(done):
    return done.stderr.decode().splitlines()


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "gut.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """Give what comes of a folder in which all but three files are broken, and the folder."""
    folder = tmp_path_factory.mktemp("bunt")
    contents = {
        "a-leer.txt": b"",
        "b-binaer.txt": bytes(range(256)) * 9,
        "c-seite.html": PAGE.encode(),
        "d-zeilen.jsonl": json.dumps({"text": OTHER}).encode() + b"\nkein JSON\n",
        "e-offen.txt": "Brandt sagte: „Wer das sagt, der irrt. Der Rat tagt am Freitag.".encode(),
        "f-steuer.txt": f"Der \x1b[31mRat\x1b[0m tagt. {TEXT}".encode(),
        "g-bild.png": b"\x89PNG",
    }
    for name, raw in contents.items():
        (folder / name).write_bytes(raw)
    done = run("build", folder, "--json", folder.parent / "bunt.json", "--html", folder.parent / "bunt.html")
    return done, folder.parent


def test_all_read(call, good, tmp_path):
    done = call("build", good, "--json", tmp_path / "d.json", "--html", tmp_path / "d.html", "--outlet", "Bote")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "1 Bericht, " in done.stdout.decode()
    written = json.loads((tmp_path / "d.json").read_bytes())
    assert written["dossiers"][0]["reports"][0]["outlet"] == "Bote"
    jsonschema.validate(written, json.loads(schema_text()))
    assert (tmp_path / "d.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d.html", "d.json", "gut.txt"]


def test_each_bad_file_has_a_line_and_the_others_are_read(mixed):
    done, folder = mixed
    assert done.returncode == 3
    said = lines(done)
    for line, (name, reason) in zip(
        said,
        [
            ("a-leer.txt", "is empty"),
            ("b-binaer.txt", "is a binary file"),
            ("c-seite.html", "holds no article"),
            ("d-zeilen.jsonl#2", "is no valid JSON"),
            ("g-bild.png", "has none of the suffixes"),
        ],
        strict=True,
    ):
        assert line.startswith(f"not read: {name}: ")
        assert reason in line
    uris = {report.uri for dossier in from_json((folder / "bunt.json").read_bytes()) for report in dossier.reports}
    assert uris == {"d-zeilen.jsonl#1", "e-offen.txt", "f-steuer.txt"}


def test_what_a_report_holds_does_not_steer_the_terminal(mixed):
    done, _ = mixed
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["fehlt.txt", "leer"])
def test_nothing_read(call, tmp_path, name):
    (tmp_path / "leer").mkdir()
    done = call("build", tmp_path / name, "--json", tmp_path / "d.json", "--quiet")
    assert (done.returncode, done.stdout) == (4, b"")
    assert lines(done)[0].startswith(f"not read: {name}: ")
    assert len(lines(done)) == 2
    assert not (tmp_path / "d.json").exists()


def test_standard_input_and_output():
    done = run("build", "-", "--json", "-", input=TEXT.encode())
    assert done.returncode == 0
    (dossier,) = from_json(done.stdout)
    assert (dossier.reports[0].uri, dossier.reports[0].text) == ("<stdin>", TEXT)
    assert "1 Bericht, " in done.stderr.decode()


def test_quiet_says_nothing_but_what_was_not_read(call, good, tmp_path):
    done = call("build", good, tmp_path / "fehlt.txt", "--quiet")
    assert (done.returncode, done.stdout) == (3, b"")
    assert len(lines(done)) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--published", "vorgestern"], "'vorgestern' is no day"),
        (["--published", "2024-02-30"], "'2024-02-30' is no day"),
        (["--json", "nirgends/d.json"], "nirgends/d.json: the folder nirgends does not exist"),
        (["--html", "."], "is a directory"),
        (["--html", "/proc/d.html"], "/proc/d.html: could not be written"),
        (["--frage"], "No such option"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_that_is_not_as_it_should_be(call, monkeypatch, good, tmp_path, arguments, words):
    monkeypatch.chdir(tmp_path)
    done = call("build", good, "--quiet", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert words in lines(done)[-1]
    assert [path.name for path in tmp_path.iterdir()] == ["gut.txt"]


def test_a_device_is_written_to_and_not_replaced(call, good):
    assert call("build", good, "--quiet", "--json", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


def test_published_counts_for_reports_without_a_day(call, good, tmp_path):
    call("build", good, "--published", "2024-03-12", "--quiet", "--json", tmp_path / "d.json")
    (dossier,) = from_json((tmp_path / "d.json").read_bytes())
    assert str(dossier.reports[0].published.earliest) == "2024-03-12"


def test_a_name_of_an_outlet_that_is_no_text(call, good):
    done = call("build", good, "--quiet", "--json", "-", "--outlet", os.fsdecode(b"K\xfcste"))
    assert from_json(done.stdout)[0].reports[0].outlet == "K\ufffdste"


def test_without_read_permission():
    """Run the command as a user whom the permission bits bind."""
    script = (
        "import os, sys, tempfile, pathlib\n"
        "import quellenlage.cli, quellenlage\n"
        "quellenlage.dossiers([quellenlage.read('Der Rat tagt.').report])  # loads all before the rights are given up\n"
        "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    shut = pathlib.Path(folder, 'zu.txt'); shut.write_text('Der Rat tagt.'); shut.chmod(0)\n"
        "    pathlib.Path(folder, 'offen.txt').write_text('Der Rat tagt.')\n"
        "    quellenlage.cli.main(['build', folder, '--quiet'])\n"
    )
    environment = {**os.environ, "TMPDIR": tempfile.gettempdir(), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, env=environment)
    assert done.returncode == 3
    (line,) = lines(done)
    assert line.startswith("not read: zu.txt: may not be read by this user")


def test_help_and_version_do_not_load_the_language():
    script = (
        "import sys\n"
        "from quellenlage.cli import main\n"
        "for arguments in (['--help'], ['build', '--help'], ['--version']):\n"
        "    main(arguments, standalone_mode=False)\n"
        "print(sorted({'spacy', 'HanTa', 'trafilatura', 'jinja2'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "Exit codes:" in done.stdout


def test_schema_is_one(call):
    done = call("schema")
    assert done.returncode == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))
