"""Lines per file against the budgets of STYLE.md; prints the ten largest. sizes.py FILE ..."""

import sys
from pathlib import Path

LIMITS = {".cpp": 400, ".hpp": 400, ".ts": 250, ".tsx": 250}
GENERATED = ("api-types.ts",)


def main():
    files = [
        (len(path.read_text().splitlines()), LIMITS[path.suffix], path)
        for path in map(Path, sys.argv[1:])
        if path.suffix in LIMITS and path.name not in GENERATED and path.exists()
    ]
    files.sort(key=lambda each: each[0] / each[1], reverse=True)
    for lines, limit, path in files[:10]:
        print(f"{lines:>5} of {limit}  {path}")
    too_long = [str(path) for lines, limit, path in files if lines > limit]
    if too_long:
        sys.exit("Too long: " + ", ".join(too_long))


if __name__ == "__main__":
    main()
