"""Which demands the last full run proves. demands.py [RESULTS]

Proven: a test that carries the id and goes through HTTP (*_http_test.cpp) or the browser (the
journeys) passed on both engines, and no test with that id failed. Part: some test with the id
passed. Results of another commit, or of a tree with changes, prove nothing.
"""

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from results import ENGINES, read_run

LEAD = re.compile(r"^((?:[A-F]\d+)(?:, [A-F]\d+)*)( part)?: ")


def demands():
    return re.findall(r"^- ([A-F]\d+)\. ", Path("docs/demands.md").read_text(), re.M)


def git(*arguments):
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout.strip()


def why_stale(results):
    stamp = results / "commit"
    if not stamp.exists():
        return f"there is no full run in {results}"
    if stamp.read_text().strip() != git("rev-parse", "HEAD"):
        return "the last full run was of another commit"
    return "the tree has changes" if git("status", "--porcelain") else ""


def through_the_front(outcome):
    return outcome.file.endswith("_http_test.cpp") or outcome.runner.startswith("journeys")


def tests_by_demand(outcomes):
    """Per demand and test name: the outcomes, and whether the name claims only a part."""
    found = defaultdict(lambda: defaultdict(list))
    for outcome in outcomes:
        lead = LEAD.match(outcome.name)
        for demand in lead[1].split(", ") if lead else ():
            found[demand][outcome.name].append((outcome, bool(lead[2])))
    return found


def proves(tests):
    return {outcome.engine for outcome, part in tests if not part and through_the_front(outcome)} >= set(ENGINES)


def verdict(demand, names):
    passed = {name: tests for name, tests in names.items() if all(o.state == "passed" for o, _ in tests)}
    proof = next((name for name, tests in passed.items() if proves(tests)), None)
    if proof and len(passed) == len(names):
        return f'{demand} proven "{proof}"'
    if passed:
        return f'{demand} part "{next(iter(passed))}"'
    return f"{demand} open"


def main():
    results = Path(sys.argv[1] if len(sys.argv) > 1 else "build/results")
    stale = why_stale(results)
    if stale:
        print(f"WARNING: nothing counts, because {stale}; run bin/test on a clean tree.")
    outcomes = [] if stale else read_run(results)
    found = tests_by_demand(outcomes)
    lines = [verdict(demand, found[demand]) for demand in demands()]
    print("\n".join(lines))
    print(f"{sum(' proven ' in line for line in lines)} of {len(lines)} proven")
    sys.exit(1 if stale else 0)


if __name__ == "__main__":
    main()
