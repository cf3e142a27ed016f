"""clang-tidy over many files, each once per state. tidy.py BUILD CACHE FILE ...

A file that passed is not read again until it, a header of ours that it reaches, its compile command,
.clang-tidy or clang-tidy itself changes.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

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
        ["clang-tidy", "--quiet", "-p", build, "--extra-arg=-Wno-unknown-warning-option", str(path)],
        capture_output=True,
        text=True,
    )
    return done.returncode == 0, done.stdout


def main():
    build, cache_folder, *names = sys.argv[1:]
    passed = Path(cache_folder)
    passed.mkdir(parents=True, exist_ok=True)
    tool = Path(".clang-tidy").read_bytes() + subprocess.run(["clang-tidy", "--version"], capture_output=True).stdout
    database = json.loads(Path(build, "compile_commands.json").read_text())
    commands = {str(Path(entry["directory"], entry["file"]).resolve()): entry["command"] for entry in database}

    states = {}
    for name in names:
        command = commands.get(str(Path(name).resolve()))
        if command is not None:  # a file that no target compiles is not ours to read
            state = state_of(Path(name), command, build, tool)
            if not (passed / state).exists():
                states[name] = state

    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, (good, text) in zip(states, pool.map(lambda name: check(Path(name), build), states)):
            if good:
                (passed / states[name]).touch()
            else:
                failed += 1
                print(text, flush=True)
    print(f"clang-tidy: {len(states)} read, {len(names) - len(states)} unchanged, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
