"""What a bank of test items must be: complete, in NFC, one best answer, not to be guessed from its form.

items.py prints each fault of data/items and fails if there is one; items.py --blueprint prints its table.
"""

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
LABELS = ["a", "b", "c", "d"]
CREDITS = {"single_choice": [0, 0, 0, 1], "situational_judgement": [0, 1, 2, 3]}
LANGUAGES = ["text_vi", "text_en"]
ITEMS_PER_COMPETENCY = 6
KEY_SHARE = (0.20, 0.30)
KEY_EXTREME_SHARE = 0.35

# Districts ended on 30 June 2025, products come and go, and an option that names the others gives itself away.
BANNED = re.compile(
    r"\b(huyện|thị trấn|district|township|excel|google|facebook|zalo|tiktok|youtube|chatgpt|copilot|gemini|vneid"
    r"|gmail|microsoft|android|iphone|(all|none) of the above|both a and b|(tất cả|cả) (các )?(phương án|đáp án)"
    r"|không (phương án|đáp án) nào)\b",
    re.IGNORECASE,
)


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def competency_levels(data=DATA):
    """The competency codes of a framework, as the product writes them, and its levels."""
    folder = data / "frameworks" / "digcomp-3.0"
    codes = {"dc3." + row["competence_id"] for row in read(folder / "competences.csv")}
    return codes, {row["level"] for row in read(folder / "levels.csv")}


def cell_faults(rows, name, key):
    for row in rows:
        for column, text in row.items():
            at = f"{name} {key(row)} {column}"
            if not (text or "").strip():
                yield f"{at}: empty"
            elif text != unicodedata.normalize("NFC", text):
                yield f"{at}: not NFC"
            elif text != " ".join(text.split()):
                yield f"{at}: spaces to spare"
            elif found := BANNED.search(text):
                yield f"{at}: {found.group()!r} is not used"


def item_faults(items, codes, levels):
    for code, count in Counter(item["code"] for item in items).items():
        if count > 1:
            yield f"{code}: used {count} times"
    for item in items:
        if item["competency"] not in codes:
            yield f"{item['code']}: no competency {item['competency']}"
        if item["level"] not in levels:
            yield f"{item['code']}: no level {item['level']}"
        if item["form"] not in CREDITS:
            yield f"{item['code']}: no form {item['form']}"
        if not 0.6 <= float(item["discrimination"]) <= 1.8 or not -3 <= float(item["difficulty"]) <= 3:
            yield f"{item['code']}: parameters out of range"
    per_competency = Counter(item["competency"] for item in items)
    for code in sorted(codes):
        if per_competency[code] < ITEMS_PER_COMPETENCY:
            yield f"{code}: only {per_competency[code]} items"


def option_faults(items, options_of):
    for item in items:
        code, options = item["code"], options_of[item["code"]]
        if [option["label"] for option in options] != LABELS:
            yield f"{code}: the options are not a to d"
        if sorted(int(option["credit"]) for option in options) != CREDITS.get(item["form"]):
            yield f"{code}: the credits are not those of {item['form']}"
        for language in LANGUAGES:
            if len({option[language].casefold() for option in options}) < len(options):
                yield f"{code}: two options alike in {language}"
    for code in options_of.keys() - {item["code"] for item in items}:
        yield f"{code}: options without an item"


def best(options):
    return max(options, key=lambda option: int(option["credit"]))


def guessing_faults(items, options_of):
    """A candidate who knows nothing must gain nothing from the place or the length of an option."""
    for form in CREDITS:
        of_form = [options_of[item["code"]] for item in items if item["form"] == form]
        places = Counter(best(options)["label"] for options in of_form)
        for label in LABELS:
            share = places[label] / max(len(of_form), 1)
            if of_form and not KEY_SHARE[0] <= share <= KEY_SHARE[1]:
                yield f"{form}: {share:.0%} of the keys are {label}"
        for language in LANGUAGES:
            for name, extreme in ("longest", max), ("shortest", min):
                count = sum(key_alone_is(extreme, options, language) for options in of_form)
                if count > KEY_EXTREME_SHARE * len(of_form):
                    yield f"{form}: the key is the {name} option in {count} of {len(of_form)} ({language})"


def key_alone_is(extreme, options, language):
    key = best(options)
    others = [len(option[language]) for option in options if option is not key]
    length = len(key[language])
    return length not in others and extreme(length, *others) == length


def faults(items, options, codes, levels):
    options_of = defaultdict(list)
    for option in options:
        options_of[option["item"]].append(option)
    yield from cell_faults(items, "item", lambda row: row["code"])
    yield from cell_faults(options, "option", lambda row: f"{row['item']} {row['label']}")
    yield from item_faults(items, codes, levels)
    yield from option_faults(items, options_of)
    if all(len(options_of[item["code"]]) == len(LABELS) for item in items):
        yield from guessing_faults(items, options_of)


def blueprint(items, levels):
    """Items per competency and level, and how many of them are situations, as a table in Markdown."""
    columns = sorted(levels)
    yield "| competency | " + " | ".join(columns) + " | items | situations |"
    yield "| --- " * (len(columns) + 3) + "|"
    for code in [*sorted({item["competency"] for item in items}), "all"]:
        rows = [item for item in items if code in (item["competency"], "all")]
        per_level = Counter(row["level"] for row in rows)
        situations = sum(row["form"] == "situational_judgement" for row in rows)
        cells = [*(per_level[level] or "" for level in columns), len(rows), situations]
        yield f"| {code} | " + " | ".join(str(cell) for cell in cells) + " |"


def main():
    items, options = read(DATA / "items" / "items.csv"), read(DATA / "items" / "options.csv")
    codes, levels = competency_levels()
    if sys.argv[1:] == ["--blueprint"]:
        print("\n".join(blueprint(items, levels)))
        return
    found = list(faults(items, options, codes, levels))
    print("\n".join(found))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
