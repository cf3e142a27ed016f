"""The bank of test items holds what it promises, and the check of it can refuse."""

import copy
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from items import DATA, blueprint, competency_levels, faults, read

ITEMS = read(DATA / "items" / "items.csv")
OPTIONS = read(DATA / "items" / "options.csv")
CODES, LEVELS = competency_levels()


class TheBank(unittest.TestCase):
    def test_it_has_no_fault(self):
        self.assertEqual(list(faults(ITEMS, OPTIONS, CODES, LEVELS)), [])

    def test_it_is_large_enough_and_a_third_are_situations(self):
        situations = sum(item["form"] == "situational_judgement" for item in ITEMS)
        self.assertGreaterEqual(len(ITEMS), 168)
        self.assertTrue(0.25 <= situations / len(ITEMS) <= 0.40, situations)

    def test_harder_levels_have_harder_items_on_average(self):
        means = []
        for level in sorted(LEVELS):
            values = [float(item["difficulty"]) for item in ITEMS if item["level"] == level]
            means.append(sum(values) / len(values))
        self.assertEqual(means, sorted(means))

    def test_the_table_of_its_readme_is_that_of_the_items(self):
        readme = (DATA / "items" / "README.md").read_text(encoding="utf-8")
        self.assertIn("\n".join(blueprint(ITEMS, LEVELS)), readme)


class TheCheck(unittest.TestCase):
    def setUp(self):
        self.items, self.options = copy.deepcopy(ITEMS), copy.deepcopy(OPTIONS)

    def assert_found(self, words):
        found = list(faults(self.items, self.options, CODES, LEVELS))
        self.assertTrue(any(words in fault for fault in found), (words, found[:5]))

    def test_a_code_used_twice_is_found(self):
        self.items[1]["code"] = self.items[0]["code"]
        self.assert_found("used 2 times")

    def test_a_missing_option_is_found(self):
        del self.options[2]
        self.assert_found("the options are not a to d")

    def test_a_second_best_answer_is_found(self):
        next(option for option in self.options if option["credit"] == "0")["credit"] = "1"
        self.assert_found("the credits are not those of")

    def test_two_options_alike_are_found(self):
        self.options[1]["text_vi"] = self.options[0]["text_vi"]
        self.assert_found("two options alike in text_vi")

    def test_an_empty_cell_is_found(self):
        self.options[5]["rationale_en"] = " "
        self.assert_found("rationale_en: empty")

    def test_text_outside_nfc_is_found(self):
        self.items[0]["stem_vi"] = "Cần ti\u0300m"
        self.assert_found("stem_vi: not NFC")

    def test_a_banned_word_is_found(self):
        for words in "Công chức huyện", "All of the above", "Cả A và B. Tất cả các phương án":
            self.options[0]["text_vi"] = words
            self.assert_found("is not used")

    def test_a_competency_or_level_of_no_framework_is_found(self):
        self.items[0]["competency"], self.items[1]["level"] = "dc3.9.9", "9"
        self.assert_found("no competency dc3.9.9")
        self.assert_found("no level 9")

    def test_a_competency_with_few_items_is_found(self):
        self.items = [item for item in self.items if item["competency"] != "dc3.2.5"]
        self.assert_found("dc3.2.5: only 0 items")

    def test_keys_in_one_place_are_found(self):
        for first in range(0, len(self.options), 4):
            four = self.options[first : first + 4]
            four.sort(key=lambda option: -int(option["credit"]))
            for option, label in zip(four, "abcd"):
                option["label"] = label
            self.options[first : first + 4] = four
        self.assert_found("100% of the keys are a")

    def test_keys_that_are_longest_or_shortest_are_found(self):
        best = [option for option in self.options if option["credit"] in ("1", "3")]
        for option in best:
            option["text_en"] += " and so on" * 30
        self.assert_found("the key is the longest option")
        for option in best:
            option["text_en"] = option["text_en"][0]
        self.assert_found("the key is the shortest option")


if __name__ == "__main__":
    unittest.main()
