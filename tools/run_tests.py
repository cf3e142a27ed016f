"""Runs the doctest programs that a build directory registers with CTest.

run_tests.py BUILD RESULTS [PROGRAM ...]

A program that knows the variable NANGLUC_TEST_ENGINE is run once for each engine; the others once.
Each run leaves one JUnit file in RESULTS; a program that dies without one is written down as failed.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from textwrap import indent
from xml.sax.saxutils import quoteattr

from results import ENGINES, read_file

VARIABLE = "NANGLUC_TEST_ENGINE"
LONGEST = "900"  # seconds; what takes longer hangs
LEAKS = Path(__file__).with_name("leaks.supp")  # of libraries, not ours


def programs(build):
    listed = subprocess.run(
        ["ctest", "--test-dir", build, "--show-only=json-v1"], check=True, capture_output=True, text=True
    )
    return {
        test["name"]: test["command"]
        for test in json.loads(listed.stdout)["tests"]
        if test.get("command")
    }


def engines_of(command):
    return ENGINES if VARIABLE.encode() in Path(command[0]).read_bytes() else ("",)


def write_failure(path, runner, text):
    path.write_text(
        f'<testsuites><testsuite name={quoteattr(runner)} tests="1" failures="1">'
        f"<testcase name={quoteattr(runner)}><failure message={quoteattr(text)}/></testcase>"
        "</testsuite></testsuites>\n"
    )


def run(name, command, engine, results):
    stem = "-".join(filter(None, (name, engine)))
    junit = results / f"{stem}.xml"
    arguments = ["--reporters=junit", f"--out={junit}"]
    if os.environ.get("CI") == "true":
        arguments.append("--no-skip")
    environment = dict(os.environ, LSAN_OPTIONS=f"suppressions={LEAKS}:print_suppressions=0")
    if engine:
        environment[VARIABLE] = engine
    started = time.monotonic()
    done = subprocess.run(
        ["timeout", LONGEST, *command, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
        stdin=subprocess.DEVNULL,
    )
    seconds = time.monotonic() - started

    outcomes = read_file(junit) if junit.exists() else []
    failed = [outcome for outcome in outcomes if outcome.state == "failed"]
    print(f"{stem:<34} {len(outcomes) - len(failed):>5} passed {len(failed):>3} failed {seconds:>7.1f} s", flush=True)
    for outcome in failed:
        print(f"  {outcome.name}\n{indent(outcome.said, '    ')}", flush=True)
    if done.returncode != 0 and not failed:
        message = f"{stem} ended with {done.returncode} and no failed test"
        write_failure(results / f"{stem}.died.xml", stem, message)
        print(f"{message}\n{(done.stdout + done.stderr)[-4000:]}", flush=True)
        return False
    return not failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("results", type=Path)
    parser.add_argument("programs", nargs="*")
    options = parser.parse_intermixed_args()

    found = programs(options.build)
    unknown = set(options.programs) - set(found)
    if unknown:
        sys.exit(f"No such test program: {', '.join(sorted(unknown))}. There are: {', '.join(sorted(found))}")
    options.results.mkdir(parents=True, exist_ok=True)

    runs = [
        (name, command, engine)
        for name, command in found.items()
        if not options.programs or name in options.programs
        for engine in engines_of(command)
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        good = list(pool.map(lambda each: run(*each, options.results), runs))
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
