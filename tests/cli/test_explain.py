"""coalition-nlp explain: what was found by which rule, what was rejected and why."""

import json

import pytest
from typer.testing import CliRunner

from coalition_nlp.cli.main import app

TEXT = "Sweden sent 30 soldiers to Mali on 3 May 2016. It remains capable of conducting attacks in Mali.\n"


@pytest.fixture
def press(tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_each_fact_has_rule_span_and_arguments(press):
    result = CliRunner().invoke(app, ["explain", str(press), "--json", "--language", "en"])
    assert result.exit_code == 0, result.output
    sentences = [json.loads(line) for line in result.output.splitlines()]
    event = next(f for f in sentences[0]["found"] if f["record"] == "military_action")
    assert event["rule"] == "verb:send/deployment"
    actor = next(a for a in event["arguments"] if a["role"] == "actors")
    assert (actor["value"], actor["text"], actor["start"], actor["end"]) == ("Sweden", "Sweden", 0, 6)
    assert {f["record"] for f in sentences[0]["found"]} >= {"country", "figure", "time"}


def test_rejected_candidates_say_why(press):
    result = CliRunner().invoke(app, ["explain", str(press), "--events", "--language", "en"])
    assert result.exit_code == 0, result.output
    assert "rejected: only possible" in " ".join(result.output.split())
    assert "verb:send/deployment" in result.output


def test_an_unreadable_file_is_named(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_text("", "utf-8")
    result = CliRunner().invoke(app, ["explain", str(path)])
    assert result.exit_code == 1
    assert "empty.txt" in result.output


def test_an_ordinary_run_keeps_no_trace():
    from coalition_nlp.pipeline.build import shared_pipeline

    doc = shared_pipeline("en")("Sweden sent 30 soldiers to Mali.")
    assert "trace" not in doc._.coalition
