"""What is read in one sitting is understood: files and functions stay small."""

import ast

from tests.house import tree

FILE_LINES = 250
FUNCTION_LINES = 40
READ_BY_PEOPLE = {".py", ".js", ".css", ".html"}


def test_no_file_is_longer_than_one_sitting() -> None:
    read = [file for file in tree.files() if file.suffix in READ_BY_PEOPLE and "migrations" not in file.parts]
    lengths = {file: len(file.read_text().splitlines()) for file in read}
    assert not [tree.at(file, length) for file, length in lengths.items() if length > FILE_LINES]


def test_no_function_is_longer_than_a_screen() -> None:
    long = []
    for file in tree.python_files():
        for node in ast.walk(tree.syntax(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    long.append(tree.at(file, node.lineno, f"{node.name}: {length} lines"))
    assert not long


def test_every_module_says_why_it_exists() -> None:
    silent = [
        file for file in tree.python_files() if tree.syntax(file).body and not ast.get_docstring(tree.syntax(file))
    ]
    assert not [tree.at(file, 1) for file in silent if "migrations" not in file.parts]
