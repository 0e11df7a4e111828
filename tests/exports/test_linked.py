"""JSON-LD and PROV: graphs that other tools can read, without asking the net."""

import json
import re
import warnings

import pytest
from pyld import jsonld
from rdflib import PROV, RDF, Graph, Literal, Namespace, URIRef

from quellenlage.export.jsonld import to_jsonld
from quellenlage.export.prov import to_prov
from quellenlage.model import Collapse

SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
QL = Namespace("urn:x-quellenlage:")
# Of the Web Annotation Vocabulary (https://www.w3.org/TR/annotation-vocab/), the classes and properties for places.
WEB_ANNOTATION = (
    *("Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "RangeSelector"),
    *("hasBody", "hasTarget", "hasSource", "hasSelector", "motivatedBy", "identifying", "describing"),
    *("start", "end", "exact", "prefix", "suffix", "hasStartSelector", "hasEndSelector"),
)


def graph(data: bytes) -> Graph:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "ConjunctiveGraph", DeprecationWarning)  # rdflib's own parser uses it
        return Graph().parse(data=data, format="json-ld")


@pytest.fixture(scope="module")
def linked(dossier) -> Graph:
    return graph(to_jsonld([dossier]))


@pytest.fixture(scope="module")
def derived(dossier) -> Graph:
    return graph(to_prov([dossier]))


def test_articles_and_claims_are_schema_org(linked, dossier) -> None:
    assert len(set(linked.subjects(RDF.type, SCHEMA.NewsArticle))) == len(dossier.reports)
    assert len(set(linked.subjects(RDF.type, SCHEMA.Claim))) == len(dossier.statements) + len(dossier.claims)
    for statement in dossier.statements:
        claim = QL[f"statement:{statement.id}"]
        assert (claim, SCHEMA.appearance, QL[f"report:{statement.report}"]) in linked
        assert (claim, SCHEMA.author, QL[f"actor:{statement.source_actor}"]) in linked


def test_every_selector_selects_what_it_quotes(linked, dossier) -> None:
    texts = {QL[f"report:{report.id}"]: report.text for report in dossier.reports}
    targets = list(linked.subjects(OA.hasSource))
    assert targets
    for target in targets:
        text = texts[linked.value(target, OA.hasSource)]
        by_type = {linked.value(s, RDF.type): s for s in linked.objects(target, OA.hasSelector)}
        start = linked.value(by_type[OA.TextPositionSelector], OA.start).toPython()
        end = linked.value(by_type[OA.TextPositionSelector], OA.end).toPython()
        quote = by_type[OA.TextQuoteSelector]
        exact, prefix, suffix = (str(linked.value(quote, name)) for name in (OA.exact, OA.prefix, OA.suffix))
        assert text[start:end] == exact
        assert text[:start].endswith(prefix)
        assert text[end:].startswith(suffix)


def test_every_statement_was_quoted_from_its_article(derived, dossier) -> None:
    for statement in dossier.statements:
        one = QL[f"statement:{statement.id}"]
        assert (one, PROV.wasQuotedFrom, QL[f"report:{statement.report}"]) in derived
        if statement.within:
            assert (QL[f"statement:{statement.within}"], PROV.wasDerivedFrom, one) in derived


def test_an_article_that_copies_was_derived_from_the_other(derived, dossier) -> None:
    copies = [(QL[f"report:{r.id}"], QL[f"report:{r.copy_of}"]) for r in dossier.reports if r.copy_of]
    assert copies
    assert all((one, PROV.wasDerivedFrom, other) in derived for one, other in copies)


def test_an_article_with_an_agency_had_it_as_primary_source(derived, dossier) -> None:
    report = next(report for report in dossier.reports if report.agencies)
    source = derived.value(QL[f"report:{report.id}"], PROV.hadPrimarySource)
    agent = derived.value(source, PROV.wasAttributedTo)
    assert derived.value(agent, URIRef("http://www.w3.org/2000/01/rdf-schema#label")) == Literal("dpa")


def test_an_event_had_its_origins_as_primary_sources(derived, dossier) -> None:
    for event in dossier.events:
        found = set(derived.objects(QL[f"event:{event.id}"], PROV.hadPrimarySource))
        assert len(found) == len(event.origins)
    reasons = {str(o) for o in derived.objects(None, QL["term:reason"])}
    assert reasons <= {reason.value for reason in Collapse}


@pytest.mark.parametrize("write", [to_jsonld, to_prov])
def test_hostile_names_stay_texts(write, hostile) -> None:
    data = write([hostile])
    found = graph(data)
    assert not [node for triple in found for node in triple if isinstance(node, URIRef) and "javascript" in node]
    assert json.loads(data)["@context"]


@pytest.mark.parametrize("write", [to_jsonld, to_prov])
def test_no_context_is_fetched(write, dossier) -> None:
    assert all(
        isinstance(value, str) and value.endswith(("#", "/", ":"))
        for value in json.loads(write([dossier]))["@context"].values()
    )


def offline(url: str, options: object) -> dict[str, object]:
    """Refuse to fetch a context."""
    raise AssertionError(url)


@pytest.mark.parametrize("write", [to_jsonld, to_prov])
def test_a_json_ld_library_expands_it_without_the_net_and_drops_nothing(write, dossier) -> None:
    document = json.loads(write([dossier]))
    expanded = jsonld.expand(document, {"documentLoader": offline})
    assert len(expanded) == len(document["@graph"])
    given = sorted(key.partition(":")[2] for node in document["@graph"] for key in node if key[0] != "@")
    kept = sorted(re.split(r"[#/:]", key)[-1] for node in expanded for key in node if key[0] != "@")
    assert kept == given
    flat = jsonld.flatten(expanded, options={"documentLoader": offline})
    assert {node["@id"] for node in expanded} <= {node["@id"] for node in flat}


def test_every_term_of_prov_is_one(derived) -> None:
    used = {str(node) for triple in derived for node in triple if str(node).startswith(str(PROV))}
    known = {str(term) for term in dir(PROV) if str(term).startswith(str(PROV))}
    assert used
    assert used <= known


def test_every_term_of_web_annotation_is_one(linked) -> None:
    used = {str(node) for triple in linked for node in triple if str(node).startswith(str(OA))}
    assert used <= {str(OA[term]) for term in WEB_ANNOTATION}
    assert str(OA.TextQuoteSelector) in used


def test_agents_entities_and_what_lies_between_are_of_the_right_kind(derived) -> None:
    agents = {PROV.Agent, PROV.Person, PROV.Organization}
    for one, other in derived.subject_objects(PROV.wasAttributedTo):
        assert (one, RDF.type, PROV.Entity) in derived
        assert agents & set(derived.objects(other, RDF.type))
    for term in (PROV.wasQuotedFrom, PROV.wasDerivedFrom, PROV.hadPrimarySource):
        for one, other in derived.subject_objects(term):
            assert (one, RDF.type, PROV.Entity) in derived
            assert (other, RDF.type, PROV.Entity) in derived
