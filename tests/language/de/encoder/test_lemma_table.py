"""Lemmas of a small table and its compounds."""

import json
from pathlib import Path

from quellenlage.language.de.encoder.lemma import Lemmas


def test_table_compound_then_script(tmp_path: Path) -> None:
    forms = {"NOUN|Staaten": "Staat", "VERB|ging": "gehen"}
    (tmp_path / "lemmas.json").write_text(json.dumps(forms), encoding="utf-8")
    lemmas = Lemmas(tmp_path, ["l||te>en", "u||en>", "l||>"])
    assert lemmas.of("Ging", "VERB", []) == "gehen"
    assert lemmas.of("EU-Staaten", "NOUN", []) == "EU-Staat"
    assert lemmas.of("Inselstaaten", "NOUN", []) == "Inselstaat"
    assert lemmas.of("reiste", "VERB", [2, 0]) == "reisen"
    assert lemmas.of("Xy", "NOUN", []) == "Xy"
