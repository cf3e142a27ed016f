"""House rules that a line of text can break. rules.py FILE ...

A rule is a name, what breaks it, and the files it holds for. Patterns are written so that this file
does not break them.
"""

import re
import sys
from pathlib import Path

CPP = {".cpp", ".hpp"}
WEB = {".ts", ".tsx", ".js", ".mjs"}
SQL = CPP | {".sql"}
ANY = None

RULES = [
    ("columns are named, never selected by a star", r"\bSELECT\s+[*]", SQL),
    ("debts are FIXME: with their consequence", r"\b(TO[D]O|X[X]X|HA[C]K)\b", ANY),
    ("no registry or mirror is named", r"registry[.](npmjs|yarnpkg)|(deb|security)[.]debian[.]org|pypi[.]org|proxy[.]golang", ANY),
    ("the lock file holds no download address", r'^\s*"resolved":\s*"http', {".json"}),
    ("no path of one machine", r"(?<![\w.$}*-])/(home|root|Users|work)/\w", ANY),
    ("nothing outside the project is leaned on", r"[.][.]/sh[a]red/", ANY),
    ("no test is skipped or run alone", r"doctest::(skip|may_fail)|\b(it|test|describe)[.](skip|only)\(", CPP | WEB),
    ("the web renders no raw HTML", r"dangerously" + "SetInnerHTML", {".ts", ".tsx"}),
]

# g++ 12 destroys the result twice; see docs/decisions.
AWAIT_IN_CONDITIONAL = "co_await never stands inside ?:"


def strip_cpp(text):
    """The code alone: strings and comments become as many newlines as they held."""
    pattern = r'R"(\w*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''
    return re.sub(pattern, lambda match: "\n" * match.group().count("\n"), text, flags=re.S)


def awaits_in_conditional(text):
    code = strip_cpp(text)
    for statement in re.finditer(r"[^;{}]+", code):
        words = statement.group()
        if "co_await" in words and re.search(r"\?[^?]*:(?!:)", words.replace("::", "")):
            yield code.count("\n", 0, statement.start() + words.index("co_await")) + 1


def broken_rules(path, text):
    suffix = Path(path).suffix
    for name, pattern, suffixes in RULES:
        if suffixes is not ANY and suffix not in suffixes:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if re.search(pattern, line):
                yield f"{path}:{number}: {name}"
    if suffix in CPP:
        for number in awaits_in_conditional(text):
            yield f"{path}:{number}: {AWAIT_IN_CONDITIONAL}"


def main():
    found = []
    for path in sys.argv[1:]:
        try:
            found += broken_rules(path, Path(path).read_text())
        except (UnicodeDecodeError, IsADirectoryError, FileNotFoundError):
            continue  # a picture or a font, a submodule, a file just deleted
    print("\n".join(found))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
