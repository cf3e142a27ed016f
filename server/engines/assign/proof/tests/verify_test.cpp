#include <doctest/doctest.h>

#include <algorithm>

#include "engines/assign/annual/certificate.hpp"
#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/files.hpp"
#include "engines/assign/annual/judge.hpp"
#include "engines/assign/annual/tests/years.hpp"
#include "engines/assign/proof/verify.hpp"

using namespace nangluc;

namespace {

// A year, its best plan and the proof of it; each test spoils one thing.
struct Proven {
    annual::Files files = annual::year_of({.people = 24, .sessions = 8, .offices = 3}, 6);
    std::string plan;
    std::string certificate;

    Proven() {
        const auto instance = annual::read_instance(files).value();
        const auto found = annual::solve_year(instance, {});
        plan = annual::write_assignment(instance, found.assignment);
        certificate = annual::write_certificate(instance, found);
    }

    proof::Verified look() const { return proof::verify(files, plan, certificate); }

    bool catches(const std::string& code) const {
        const auto faults = look().faults;
        return std::ranges::any_of(faults, [&](const auto& fault) {
            return fault.starts_with(code);
        });
    }
};

void replace(std::string& text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), by);
}

std::string line_with(const std::string& text, const std::string& start) {
    const auto at = text.find("\n" + start);
    REQUIRE(at != std::string::npos);
    return text.substr(at + 1, text.find('\n', at + 1) - at);
}

void drop_last_leaf(std::string& text) {
    const auto leaf = text.rfind("\nleaf");
    text = text.substr(0, leaf) + "\nend\n";
}

std::string first_row(const std::string& plan) {
    const auto header = plan.find('\n');
    return plan.substr(header + 1, plan.find('\n', header + 1) - header);
}

}  // namespace

TEST_CASE_FIXTURE(Proven, "F7: a plan and its bound are proven from the raw files alone") {
    const auto found = look();

    CHECK(found.faults.empty());
    CHECK(found.value == found.bound);
    CHECK(found.leaves > 1);
}

TEST_CASE("F7: what is proven holds for years of all kinds") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto people = 10 + static_cast<int>(seed) * 3;
        const auto files = annual::year_of({.people = people, .sessions = 6, .offices = 3}, seed);
        const auto instance = annual::read_instance(files).value();
        const auto found = annual::solve_year(instance, {.gap = seed % 2 == 0 ? 0.05 : 0.0});
        const auto verified = proof::verify(
            files,
            annual::write_assignment(instance, found.assignment),
            annual::write_certificate(instance, found)
        );

        CHECK(verified.faults.empty());
    }
}

TEST_CASE(
    "F7: what is proven holds with slots, limits, rooms, lecturers, floors, decisions and a plan "
    "that stands"
) {
    int without_plan = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto people = 6 + static_cast<int>(seed % 20);
        auto files = annual::year_of({.people = people, .sessions = 6, .offices = 3}, seed);
        annual::add_further_limits(files, seed);
        if (seed % 2 == 0) annual::settle_some(files, seed);
        if (seed % 3 == 0) annual::add_supply(files, seed);
        const auto instance = annual::read_instance(files).value();
        const auto found = annual::solve_year(instance, {});
        const auto verified = proof::verify(
            files,
            annual::write_assignment(instance, found.assignment),
            annual::write_certificate(instance, found)
        );
        if (found.outcome == annual::Outcome::impossible) ++without_plan;
        INFO("seed " << seed);

        CHECK(verified.faults.empty());
        CHECK(found.outcome != annual::Outcome::none_found);
    }
    CHECK(without_plan >= 5);
}

TEST_CASE_FIXTURE(Proven, "F7: the bound of a search stopped at once is proven too") {
    const auto instance = annual::read_instance(files).value();
    for (const int turns : {0, 1, 3}) {
        int left = turns;
        const auto found = annual::solve_year(instance, {.go_on = [&](const annual::Progress&) {
                                                  return --left > 0;
                                              }});
        plan = annual::write_assignment(instance, found.assignment);
        certificate = annual::write_certificate(instance, found);

        CHECK(look().faults.empty());
    }
}

TEST_CASE_FIXTURE(Proven, "F7 part: 1, a value one higher than the plan's is caught") {
    const auto value = look().value;
    replace(certificate, "value " + value, "value " + std::to_string(std::stoi(value) + 1));
    CHECK(catches("wrong_value"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 2, a bound one lower than proven is caught") {
    const auto bound = look().bound;
    replace(certificate, "bound " + bound, "bound " + std::to_string(std::stoi(bound) - 1));
    CHECK(catches("bound_below_value"));
    CHECK(catches("bound_not_proven"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 3, a missing leaf is caught") {
    drop_last_leaf(certificate);
    CHECK(catches("leaves_do_not_cover"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 4, a leaf said twice is caught") {
    const auto leaf = certificate.rfind("\nleaf");
    const auto end = certificate.rfind("\nend");
    certificate.insert(end, certificate.substr(leaf, end - leaf));
    CHECK(catches("leaves_do_not_cover"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 5, a leaf that gives both answers the same is caught") {
    const auto shut = certificate.rfind("\nshut");
    const auto open = certificate.rfind("\nopen");
    certificate.replace(std::max(shut, open) + 1, 4, shut > open ? "open" : "shut");
    CHECK(catches("leaves_do_not_cover"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 6, a price below zero is caught") {
    const auto budget = line_with(certificate, "budget ");
    replace(certificate, budget, "budget -" + budget.substr(7));
    CHECK(catches("not_readable a price below 0"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 7, a price of the budget left out is caught") {
    for (auto at = certificate.find("\nbudget "); at != std::string::npos;
         at = certificate.find("\nbudget ")) {
        certificate.erase(at, certificate.find('\n', at + 1) - at);
    }
    CHECK(catches("bound_not_proven"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 8, a price of a row that no rule makes is caught") {
    replace(certificate, "\nbudget ", "\nwish ");
    CHECK(catches("not_readable"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 9, a price of a session that is not there is caught") {
    replace(certificate, line_with(certificate, "capacity "), "capacity 999 1\n");
    CHECK(catches("not_readable"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 10, hours given that are not there to give are caught") {
    const auto hours = line_with(certificate, "min_hours ");
    const auto given = hours.substr(0, hours.size() - 1) + " 0 1 2 3\n";
    replace(certificate, hours, given);
    CHECK(!look().faults.empty());
}

TEST_CASE_FIXTURE(Proven, "F7 part: 11, a certificate cut off is caught") {
    certificate.resize(certificate.size() / 2);
    CHECK(catches("not_readable"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 12, prices that nobody wrote are caught") {
    const auto leaf = line_with(certificate, "leaf ");
    replace(certificate, leaf, "leaf 12345\n");
    CHECK(catches("not_readable"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 13, a seat taken out of the plan is caught by its value") {
    replace(plan, first_row(plan), "");
    CHECK(!look().faults.empty());
}

TEST_CASE_FIXTURE(Proven, "F7 part: 14, a person twice in the same session is caught") {
    plan += first_row(plan);
    CHECK(catches("rule_broken twice"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 15, a person in two sessions of a slot is caught") {
    for (auto at = files["sessions.csv"].find('\n') + 1; at < files["sessions.csv"].size();) {
        const auto end = files["sessions.csv"].find('\n', at);
        auto slot = at;  // the fourth cell
        for (int comma = 0; comma < 3; ++comma) slot = files["sessions.csv"].find(',', slot) + 1;
        files["sessions.csv"].replace(slot, 1, "1");
        at = end + 1;
    }
    CHECK(catches("rule_broken slot_twice"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 16, a budget over by the smallest unit is caught") {
    const auto instance = annual::read_instance(files).value();
    const auto read = annual::read_assignment(instance, plan).value();
    const auto verdict = annual::judge(instance, read);
    const auto one_less = annual::to_text(verdict.cost - 1, instance.cost_places);
    files["params.csv"] = "name,value\nbudget," + one_less + "\nshortfall_penalty_per_hour,1\n";
    CHECK(catches("rule_broken budget"));
    const auto exact = annual::to_text(verdict.cost, instance.cost_places);
    files["params.csv"] = "name,value\nbudget," + exact + "\nshortfall_penalty_per_hour,1\n";
    CHECK_FALSE(catches("rule_broken budget"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 17, a class above its capacity is caught") {
    auto& sessions = files["sessions.csv"];
    std::string smaller = sessions.substr(0, sessions.find('\n') + 1);
    const auto instance = annual::read_instance(files).value();
    for (const auto& session : instance.sessions) {
        smaller += annual::line(
            {static_cast<int>(session.id),
             session.programme,
             0,
             session.first_slot(),
             1,
             1,
             static_cast<int>(session.fixed_cost / 100)}
        );
    }
    sessions = smaller;
    INFO(look().faults.front());
    CHECK(catches("rule_broken class_size"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 18, an office emptier than it may be is caught") {
    files["offices.csv"] = "office,max_absent\n0,0\n1,0\n2,0\n";
    CHECK(catches("rule_broken presence"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 19, a seat that nobody needs is caught") {
    files["needs.csv"] = "person,programme,weight\n";
    CHECK(catches("rule_broken not_needed"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 20, a budget raised after the proof is caught") {
    files["params.csv"] = "name,value\nbudget,100000\nshortfall_penalty_per_hour,1\n";
    CHECK(catches("bound_not_proven"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 21, more hours than allowed are caught") {
    auto& persons = files["persons.csv"];
    for (auto at = persons.find(",56\n"); at != std::string::npos; at = persons.find(",56\n")) {
        persons.replace(at, 4, ",7\n");
    }
    CHECK(catches("rule_broken max_hours"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 22, an answer to another question is caught") {
    const auto leaf = certificate.rfind("\nleaf");
    const auto answer = certificate.find('\n', leaf + 1);
    const auto end = certificate.find('\n', answer + 1);
    const auto line = certificate.substr(answer + 1, end - answer - 1);
    REQUIRE(line != "end");
    certificate.replace(answer + 1, line.size(), "open 7");
    if (line == "open 7") certificate.replace(answer + 1, 6, "open 6");
    CHECK(catches("leaves_do_not_cover"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 23, a session shut that was settled to open is caught") {
    const auto instance = annual::read_instance(files).value();
    const auto opens = annual::read_assignment(instance, plan).value();
    for (const auto& session : instance.sessions) {
        const auto id = std::to_string(session.id);
        const bool open = std::ranges::any_of(opens, [&](const auto& seat) {
            return instance.sessions[static_cast<std::size_t>(seat.session)].id == session.id;
        });
        files["frozen_sessions.csv"] = "session,decision\n" + id + (open ? ",shut\n" : ",open\n");
        CHECK(catches("rule_broken settled_session " + id));
    }
}

TEST_CASE_FIXTURE(Proven, "F7 part: 24, a seat given that was settled otherwise is caught") {
    auto seat = first_row(plan);
    seat.pop_back();
    files["frozen_assignments.csv"] = "person,session,decision\n" + seat + ",stays_away\n";
    CHECK(catches("rule_broken settled_seat"));
    files["frozen_assignments.csv"] = "person,session,decision\n" + seat + ",attends\n";
    CHECK_FALSE(catches("rule_broken settled_seat"));
    replace(plan, seat + "\n", "");
    CHECK(catches("rule_broken settled_seat"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 25, more sessions than a person may attend are caught") {
    const auto seat = first_row(plan);
    const auto person = seat.substr(0, seat.find(','));
    files["person_limits.csv"] = "person,max_sessions\n" + person + ",0\n";
    CHECK(catches("rule_broken max_sessions " + person));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 26, two sessions of a person that share a slot are caught") {
    files["session_slots.csv"] = "session,slot\n";
    for (int session = 0; session < 8; ++session) {
        files["session_slots.csv"] += annual::line({session, 9});
    }
    CHECK(catches("rule_broken slot_twice"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 27, changes that were not counted are caught") {
    files["previous.csv"] = "person,session\n";
    CHECK_FALSE(catches("wrong_value"));
    files["params.csv"] += "change_penalty,1\n";
    CHECK(catches("wrong_value"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 28, that there is no plan is not believed where there is one") {
    const auto bound = look().bound;
    replace(certificate, "value " + look().value, "value none");
    replace(certificate, "bound " + bound, "bound none");
    CHECK(catches("plan_of_no_value"));
    plan = "person,session\n";
    CHECK(catches("bound_not_proven"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 29, a bound proven by a decision that nobody made is caught") {
    auto seat = first_row(plan);
    seat.pop_back();
    const auto session = seat.substr(seat.find(',') + 1);
    const auto without = files;
    files["frozen_sessions.csv"] = "session,decision\n" + session + ",shut\n";
    const auto instance = annual::read_instance(files).value();
    const auto found = annual::solve_year(instance, {});
    plan = annual::write_assignment(instance, found.assignment);
    certificate = annual::write_certificate(instance, found);
    CHECK(look().faults.empty());
    files = without;
    CHECK(catches("bound_not_proven"));
}

TEST_CASE_FIXTURE(Proven, "F7 part: 30, a price of a limit that nobody set is caught") {
    const auto seat = first_row(plan);
    const auto person = seat.substr(0, seat.find(','));
    const auto budget = line_with(certificate, "budget ");
    replace(certificate, budget, budget + "max_sessions " + person + " 1\n");
    CHECK(catches("not_readable"));
}
