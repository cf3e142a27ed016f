"""The JUnit files of one run, read alike by bin/test and bin/demands.

A file is named RUNNER-ENGINE.xml (organisation-sqlite.xml, journeys-postgres.xml), or RUNNER.xml
where no database is involved.
"""

import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

ENGINES = ("sqlite", "postgres")
LINES_OF_A_FAILURE = 12
# Colours of a terminal, which XML does not allow.
CONTROL = re.compile(r"\x1b\[[0-9;]*m|[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class Outcome:
    runner: str
    engine: str  # "" where the runner has none
    file: str  # the test's source file, as far as the runner says
    name: str
    state: str  # passed, failed or skipped
    said: str = ""  # by what failed


def read_file(path):
    stem = path.stem
    runner, _, engine = stem.rpartition("-")
    if engine not in ENGINES:
        runner, engine = stem, ""
    try:
        root = ElementTree.fromstring(CONTROL.sub("", path.read_text(errors="replace")))
    except ElementTree.ParseError:
        return [Outcome(runner, engine, "", f"{path.name} cannot be read", "failed")]
    return [
        Outcome(runner, engine, case.get("classname", ""), case.get("name", ""), state(case), said(case))
        for case in root.iter("testcase")
    ]


def state(case):
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    return "skipped" if case.find("skipped") is not None else "passed"


def said(case):
    faults = [*case.findall("failure"), *case.findall("error")]
    return "\n".join((fault.text or fault.get("message") or "").strip() for fault in faults)


def read_run(folder):
    return [outcome for path in sorted(Path(folder).glob("*.xml")) for outcome in read_file(path)]


def main():
    """Prints what failed, then `N passed, N failed`. A skipped test is a failed one where CI=true."""
    strict = os.environ.get("CI") == "true"
    passed, failed, skipped = [], [], []
    for outcome in read_run(sys.argv[1]):
        {"passed": passed, "failed": failed, "skipped": failed if strict else skipped}[outcome.state].append(outcome)

    for outcome in failed:
        where = " ".join(filter(None, (outcome.runner, outcome.engine)))
        print(f"{outcome.state.upper()} [{where}] {outcome.name}")
        for line in outcome.said.splitlines()[:LINES_OF_A_FAILURE]:
            print(f"    {line}")
    if skipped:
        print(f"{len(skipped)} skipped")
    print(f"{len(passed)} passed, {len(failed)} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
