"""clang-tidy over many files, each once per state. tidy.py [--minutes N] BUILD CACHE FILE ...

With --minutes no further file is begun after that time; the files changed last come first, and how
many were not reached is said.

A file that passed is not read again until it, a header of ours that it reaches, its compile command,
.clang-tidy or clang-tidy itself changes.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

# The analyser follows a function through so many states. Five out of six seconds went into templates
# of libraries, where ten times as many found nothing more.
STATES = 20_000
ANALYSER = ["-Xclang", "-analyzer-config", "-Xclang", f"max-nodes={STATES}"]
ARGUMENTS = [f"--extra-arg={each}" for each in ("-Wno-unknown-warning-option", *ANALYSER)]
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)


@cache
def own_headers(path, build):
    """The headers of this project that `path` names, wherever they are found."""
    found = []
    for name in INCLUDE.findall(path.read_text(errors="replace")):
        for folder in (path.parent, Path("server"), Path(build)):
            if (folder / name).is_file():
                found.append((folder / name).resolve())
                break
    return found


def reached(path, build):
    seen, queue = set(), [path.resolve()]
    while queue:
        current = queue.pop()
        if current not in seen:
            seen.add(current)
            queue += own_headers(current, build)
    return sorted(seen)


def state_of(path, command, build, tool):
    digest = hashlib.sha256(tool)
    digest.update(command.encode())
    for file in reached(path, build):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def check(path, build):
    done = subprocess.run(
        ["clang-tidy", "--quiet", "-p", build, *ARGUMENTS, str(path)],
        capture_output=True,
        text=True,
    )
    return done.returncode == 0, done.stdout


def newest_first(names):
    """By the commit that changed them last; what git does not know stands in front."""
    log = subprocess.run(
        ["git", "log", "--format=", "--name-only", "-n", "400"], capture_output=True, text=True
    ).stdout.split()
    order = {}
    for name in log:
        order.setdefault(name, len(order))
    return sorted(names, key=lambda name: order.get(name, -1))


def main():
    arguments = sys.argv[1:]
    until = None
    if arguments[0] == "--minutes":
        until = time.monotonic() + 60 * float(arguments[1])
        arguments = arguments[2:]
    build, cache_folder, *names = arguments
    names = newest_first(names)
    passed = Path(cache_folder)
    passed.mkdir(parents=True, exist_ok=True)
    tool = " ".join(ARGUMENTS).encode() + Path(".clang-tidy").read_bytes() + subprocess.run(["clang-tidy", "--version"], capture_output=True).stdout
    database = json.loads(Path(build, "compile_commands.json").read_text())
    commands = {str(Path(entry["directory"], entry["file"]).resolve()): entry["command"] for entry in database}

    states = {}
    for name in names:
        command = commands.get(str(Path(name).resolve()))
        if command is not None:  # a file that no target compiles is not ours to read
            state = state_of(Path(name), command, build, tool)
            if not (passed / state).exists():
                states[name] = state

    def check_in_time(name):
        if until is not None and time.monotonic() > until:
            return None, ""
        return check(Path(name), build)

    failed = late = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, (good, text) in zip(states, pool.map(check_in_time, states)):
            if good is None:
                late += 1
            elif good:
                (passed / states[name]).touch()
            else:
                failed += 1
                print(text, flush=True)
    print(
        f"clang-tidy: {len(states) - late} read, {len(names) - len(states)} unchanged, "
        f"{late} not reached, {failed} failed"
    )
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
