"""YAML is read with places, and only the part of it in which a reader sees all there is."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import CheckerError, RuleError
from checker.rulebook.files import rule_file
from checker.rulebook.nodes import Node
from checker.rulebook.parse import parse


def read(data: bytes | str) -> Node:
    return parse(rule_file("a.yaml", "a.yaml", data.encode() if isinstance(data, str) else data))


def error_of(data: bytes | str) -> CheckerError:
    with pytest.raises(CheckerError) as caught:
        read(data)
    return caught.value


def texts(node: Node) -> Iterator[Node]:
    if node.kind == "text":
        yield node
    for child in (*node.items, *(part for pair in node.pairs for part in pair)):
        yield from texts(child)


def plain(node: Node) -> object:
    if node.kind == "text":
        return node.text
    if node.kind == "list":
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.pairs}


WORDS = st.text("abc日本- :#'\"\\é😀1", min_size=1, max_size=12)
TREES = st.recursive(
    WORDS, lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(WORDS, inner, min_size=1, max_size=4)
)


@given(TREES, st.booleans())
def test_values_are_what_was_written_and_stand_where_they_say(tree: object, flow: bool) -> None:
    written = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, width=10_000)
    node = read(written)
    assert plain(node) == tree
    for text in texts(node):
        line = written.splitlines()[text.line - 1]
        start = text.column - 1
        assert line[start] in "'\"" if text.quoted else line.startswith(text.text, start)


@given(st.text("abc日本 ", min_size=1, max_size=9), st.sampled_from(['"', "'", ""]))
def test_a_place_inside_a_text_is_the_place_of_that_character(text: str, quote: str) -> None:
    text = f"x{text.strip()}y"
    value = read(f"日本: {quote}{text}{quote}")["日本"]
    for offset, character in enumerate(text):
        mark = value.mark_at(offset)
        assert mark.text[mark.column - 1] == character


def test_a_place_inside_a_folded_text_is_where_the_text_starts() -> None:
    value = read("key: >-\n  one\n  two\n")["key"]
    assert str(value.mark_at(5)) == "a.yaml:1:6"


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    node = read(b"\xef\xbb\xbfid: a\r\ntext: |\r\n  one\r\n  two\r\n")
    assert plain(node) == {"id": "a", "text": "one\ntwo\n"}
    assert (node["text"].line, node["text"].column) == (2, 7)


@pytest.mark.parametrize("word", ["NO", "1.10", "12:30:45", "010", "~", "2031-03-03", "0x1F"])
def test_words_are_read_as_they_stand(word: str) -> None:
    assert read(f"key: {word}")["key"].text == word


def test_a_file_that_is_not_utf8_is_refused_with_its_place() -> None:
    assert str(error_of("a: 1\nname: caf\xe9".encode("latin-1"))) == (
        "a.yaml:2:10: the byte 0xE9 is not UTF-8 text\n  hint: save the file as UTF-8"
    )


def test_a_control_character_is_refused_with_its_place() -> None:
    error = error_of("a: 日\x07")
    assert (error.where, error.hint) == ("a.yaml:1:5", "delete it")
    assert error.message == "the control character U+0007 cannot stand in a rule file"


@pytest.mark.parametrize("data", ["", "# only a comment\n"])
def test_an_empty_file_is_refused(data: str) -> None:
    error = error_of(data)
    assert error.message == "the file is empty"
    assert error.hint == "a rule file starts with the line: format: 1"


def test_a_file_over_one_mebibyte_is_refused() -> None:
    words = "a: " + "字" * 349_524
    assert len(words.encode()) == 1024 * 1024 - 1
    assert read(words)
    for longer in (words + "字", words + "xx", "[a, " * 10 + "b" * 1024 * 1024):
        assert str(error_of(longer)) == (
            "a.yaml: the file is larger than 1 MiB, the limit for files of a rule pack\n  hint: split it"
        )


def test_what_is_wrong_in_the_first_mebibyte_of_a_larger_file_is_told_instead() -> None:
    assert error_of("a: *b\n" + "x" * 2_000_000).message == "aliases (*) are not allowed in rule files"


@pytest.mark.parametrize("deep", ["[" * 50_000, "{a: " * 50_000, "".join(" " * i + "a:\n" for i in range(1_000))])
def test_deep_nesting_is_refused_before_any_parser_can_fail_on_it(deep: str) -> None:
    error = error_of(deep)
    assert error.message == "nesting over 50 levels is not allowed"
    assert error.hint == "rule files need fewer than ten"


def test_fifty_levels_are_allowed() -> None:
    assert read("[" * 50 + "]" * 50)


def test_too_many_values_are_refused() -> None:
    error = error_of("[" + "a, " * 100_000 + "]")
    assert error.message == "the file holds more than 100,000 values"
    assert error.hint == "split it"


HOSTILE = {
    "20_yaml_laughs.yaml": "anchors (&) are not allowed in rule files",
    "20b_yaml_merge_laughs.yaml": "anchors (&) are not allowed in rule files",
    "21_yaml_python_tag.yaml": "tags (!) are not allowed in rule files",
    "22_yaml_deep.yaml": "nesting over 50 levels is not allowed",
    "22b_yaml_deep_block.yaml": "nesting over 50 levels is not allowed",
    "23_yaml_dupkey.yaml": 'the key "severity" stands twice, in line 2 and here in line 3',
    "23c_yaml_multi_doc.yaml": "a second YAML document starts here",
    "23e_yaml_tab.yaml": "a tab indents this line",
    "23f_yaml_latin1.yaml": "the byte 0xE9 is not UTF-8 text",
    "23g_yaml_recursive.yaml": "anchors (&) are not allowed in rule files",
    "23h_yaml_bigint.yaml": "a number of 200,000 digits is too long",
    "24_json_deep.json": "nesting over 50 levels is not allowed",
}


@pytest.fixture(scope="module")
def hostile(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    generator = runpy.run_path(str(shared / "hostile" / "generate.py"))
    generator["main"].__globals__["OUT"] = str(folder)
    generator["rules"]()
    return folder


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_with_line_and_column(name: str, hostile: Path) -> None:
    error = error_of((hostile / name).read_bytes())
    assert isinstance(error, RuleError)
    assert error.message == HOSTILE[name]
    assert error.mark.line >= 1
    assert error.mark.column >= 1
    assert len(str(error)) < 500


def test_a_hostile_file_in_place_of_a_rule_asks_for_quotes(
    hostile: Path, mini: Path, refusal: Callable[[], str]
) -> None:
    (mini / "port-access.yaml").write_bytes((hostile / "23b_yaml_norway.yaml").read_bytes())
    said = refusal()
    assert "without quotes, NO can be read as a truth value" in said
    assert "without quotes, 1_000 can be read as a number" in said
    assert "without quotes, 12:30:45 can be read as a time" in said
    assert "without quotes, 010 can be read as a number" in said
    assert 'hint: write "010"' in said


def test_nothing_of_a_hostile_file_is_run(hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    error_of((hostile / "21_yaml_python_tag.yaml").read_bytes())
    assert not list(tmp_path.iterdir())
