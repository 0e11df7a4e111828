import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.errors import NotTextError, TooLargeError
from quellenlage.intake.xml import MOST_BYTES, child, root_name, tree_of, words


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("<rss/>", "rss"),
        ("<?xml version='1.0'?>\n<!-- <a> -->\n<!DOCTYPE feed>\n<atom:Feed>", "feed"),
        ("Der Rat tagt.", ""),
        ("<!-- ohne Ende", ""),
        ("", ""),
    ],
)
def test_root_name(source, name):
    assert root_name(source) == name


def test_children_whatever_their_namespace():
    root = tree_of(b"<a xmlns:x='urn:x'><x:B><c> Der <i>Rat</i>\n tagt. </c></x:B></a>")
    assert words(child(root, "b", "c")) == "Der Rat tagt."
    assert child(root, "b", "d") is None
    assert words(None) == ""


@pytest.mark.parametrize(
    "source",
    [
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x 'ha'>]><a>&x;</a>".encode("utf-16"),
        b"<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://a.example/x'> %x;]><a/>",
    ],
)
def test_entities_are_refused_before_they_are_parsed(source):
    with pytest.raises(NotTextError, match="entities"):
        tree_of(source)


def test_an_outside_document_type_is_not_asked_for():
    assert words(tree_of(b"<!DOCTYPE a SYSTEM 'http://a.example/a.dtd'><a>da</a>")) == "da"


def test_where_it_is_broken():
    with pytest.raises(NotTextError, match="line 2, column"):
        tree_of(b"<a>\n<b></a>")


def test_depth_and_size():
    with pytest.raises(NotTextError, match="broken"):
        tree_of(b"<a>" * 100_000)
    with pytest.raises(TooLargeError):
        tree_of(b" " * (MOST_BYTES + 1))


@given(st.text(alphabet="<>!?-[] aDOCTYPE&;", max_size=100))
def test_any_beginning(source):
    assert isinstance(root_name(source), str)
