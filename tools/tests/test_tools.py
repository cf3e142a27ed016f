"""The tools prove that they can refuse. python3 -m unittest discover -s tools/tests"""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from demands import tests_by_demand, verdict
from results import Outcome
from rules import broken_rules


def outcome(name, engine, state="passed", file="plan_http_test.cpp", runner="planning"):
    return Outcome(runner, engine, file, name, state)


def verdict_on(*outcomes):
    return verdict("C7", tests_by_demand(outcomes)["C7"])


class Demands(unittest.TestCase):
    def test_a_demand_is_proven_by_an_http_test_on_both_engines(self):
        both = [outcome("C3, C7: counted", engine) for engine in ("sqlite", "postgres")]
        self.assertEqual(verdict_on(*both), 'C7 proven "C3, C7: counted"')

    def test_one_engine_alone_is_a_part(self):
        self.assertEqual(verdict_on(outcome("C7: counted", "sqlite")), 'C7 part "C7: counted"')

    def test_a_rule_test_is_a_part(self):
        both = [outcome("C7: counted", engine, file="plan_test.cpp") for engine in ("sqlite", "postgres")]
        self.assertEqual(verdict_on(*both), 'C7 part "C7: counted"')

    def test_a_test_that_claims_a_part_is_a_part(self):
        both = [outcome("C7 part: counted", engine) for engine in ("sqlite", "postgres")]
        self.assertEqual(verdict_on(*both), 'C7 part "C7 part: counted"')

    def test_a_failure_under_the_same_id_unproves_it(self):
        both = [outcome("C7: counted", engine) for engine in ("sqlite", "postgres")]
        broken = outcome("C7: shown", "sqlite", state="failed")
        self.assertEqual(verdict_on(*both, broken), 'C7 part "C7: counted"')
        self.assertEqual(verdict_on(broken), "C7 open")

    def test_c7_is_not_c77(self):
        self.assertEqual(verdict_on(outcome("C77: counted", "sqlite")), "C7 open")


class Rules(unittest.TestCase):
    def assert_broken(self, path, text, count=1):
        self.assertEqual(len(list(broken_rules(path, text))), count, text)

    def test_a_star_is_found(self):
        self.assert_broken("a.cpp", "SELECT " + "* FROM plans")
        self.assert_broken("a.cpp", "SELECT count(*) FROM plans", 0)

    def test_a_debt_without_consequence_is_found(self):
        self.assert_broken("a.md", "// TO" + "DO later")

    def test_a_registry_and_a_path_of_one_machine_are_found(self):
        self.assert_broken("a.sh", "npm --registry https://registry" + ".npmjs.org")
        self.assert_broken("a.sh", "cd /ho" + "me/linh/nangluc")
        self.assert_broken("a.cpp", '#include "kit/work/jobs.hpp"', 0)

    def test_a_skipped_test_is_found(self):
        self.assert_broken("a.test.ts", "it." + "skip('counts', () => {})")

    def test_co_await_in_a_conditional_is_found(self):
        self.assert_broken("a.cpp", "auto x = open ? co_await\n read() : empty();")
        self.assert_broken("a.cpp", "if (open) x = co_await read(); // a ? co_await b : c", 0)
        self.assert_broken("a.cpp", "auto x = co_await net::read(); y = a ? b : c;", 0)


if __name__ == "__main__":
    unittest.main()
