#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "app/commands/command.hpp"
#include "app/commands/plan_conflict.hpp"
#include "app/commands/plan_files.hpp"
#include "engines/assign/annual/cases/cases.hpp"
#include "engines/assign/annual/certificate.hpp"
#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/files.hpp"
#include "engines/assign/nation/certificate.hpp"

namespace nangluc::app {

namespace {

constexpr auto plan_solve_usage =
    R"(nangluc plan solve INSTANCE --out ASSIGNMENT.csv [--certificate FILE]
             [--gap 0.01] [--seconds N] [--nodes N] [--json] [--format FORMAT]
             [--nation [--threads N] [--rounds N]]

The best use of a year's budget: which sessions open and who attends them. INSTANCE is a folder with
offices, persons, programmes, sessions, needs, held, travel and params as CSV. What else limits a
plan may stand beside them (session_slots, person_limits, absences, rooms, lecturers, teaches,
floors, floor_offices), what is settled beforehand (frozen_sessions, frozen_assignments) and the plan
that stands (previous). Printed are what the plan is worth, what no plan can exceed, how far apart
the two are, and the seconds taken. The search ends within --gap of the best (a share: 0.01 is one in
a hundred; 0 for the best itself), after --nodes questions, or after --seconds, whichever comes
first; only --seconds makes the answer depend on the machine. The certificate lets `nangluc plan
verify` prove the bound without the solver; it also names who teaches what. Where no plan keeps every
limit, the certificate proves that, and limits that leave none are named.

With --nation the plan is sought by prices, for hundreds of thousands of people and more: everybody
is asked --rounds times what they would choose (400 if not said), and the answer is the same for any
number of threads. Of what may stand beside the eight files only session_slots, person_limits and
absences are known then.

FORMAT: plan (if not said), or a case of the literature in one file: gap-max, gap-min (generalised
assignment), cap (capacitated location, demand divisible).)";

using annual::to_text;

struct PlanSolveOrder {
    std::string instance;
    std::string out;
    std::optional<std::string> certificate;
    std::string format = "plan";
    bool json = false;
    bool nation = false;
    nation::Effort effort;
    annual::Limits limits{.gap = 0.01};
};

bool take_number(Arguments& arguments, std::string_view name, double& number) {
    const auto text = take_value(arguments, name);
    if (!text) return true;
    const auto* const end = text->data() + text->size();
    const auto [stop, failure] = std::from_chars(text->data(), end, number);
    return failure == std::errc{} && stop == end && number >= 0;
}

// Nothing where the call is wrong.
std::optional<PlanSolveOrder> plan_solve_order_of(Arguments& arguments) {
    PlanSolveOrder order;
    auto nodes = static_cast<double>(order.limits.nodes);
    double threads = order.effort.threads;
    double rounds = order.effort.rounds;
    const bool sound = take_number(arguments, "--gap", order.limits.gap) &&
                       take_number(arguments, "--seconds", order.limits.seconds) &&
                       take_number(arguments, "--nodes", nodes) &&
                       take_number(arguments, "--threads", threads) &&
                       take_number(arguments, "--rounds", rounds);
    order.effort.threads = std::clamp(static_cast<int>(threads), 1, 64);
    order.effort.rounds = std::max(1, static_cast<int>(rounds));
    order.nation = take_flag(arguments, "--nation");
    order.limits.nodes = static_cast<std::int64_t>(nodes);
    order.json = take_flag(arguments, "--json");
    order.out = take_value(arguments, "--out").value_or("");
    order.certificate = take_value(arguments, "--certificate");
    order.format = take_value(arguments, "--format").value_or(order.format);
    if (!sound || order.out.empty() || arguments.size() != 1) return std::nullopt;
    order.instance = arguments.front();
    return order;
}

struct Figures {
    std::string value;
    std::string bound;
    double gap = 0;
    double seconds = 0;
    std::int64_t nodes = 0;
};

void print(const Figures& figures, bool json) {
    const auto* const form = json ? "{\"objective\": %s, \"bound\": %s, \"gap\": %.6f, "
                                    "\"seconds\": %.3f, \"nodes\": %lld}\n"
                                  : "objective %s  bound %s  gap %.6f  seconds %.3f  nodes %lld\n";
    std::printf(
        form,
        figures.value.c_str(),
        figures.bound.c_str(),
        figures.gap,
        figures.seconds,
        static_cast<long long>(figures.nodes)
    );
}

class Watch {
public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

Result<annual::Instance> read_year(const PlanSolveOrder& order) {
    const auto files = TRY(read_folder(order.instance));
    return annual::read_instance(files);
}

Result<Figures> solve_nation(const PlanSolveOrder& order) {
    const Watch watch;
    const auto instance = TRY(read_year(order));
    const auto plan = TRY(nation::solve_nation(instance, order.effort));
    TRY(write_text(order.out, annual::write_assignment(instance, plan.assignment)));
    if (order.certificate) {
        TRY(write_text(*order.certificate, nation::write_certificate(instance, plan)));
    }
    return Figures{
        to_text(plan.value, instance.value_places),
        to_text(plan.bound, instance.value_places),
        plan.gap(),
        watch.seconds()};
}

Result<Figures> solve_plan(const PlanSolveOrder& order) {
    if (order.nation) return solve_nation(order);
    const Watch watch;
    const auto instance = TRY(read_year(order));
    const auto solution = annual::solve_year(instance, order.limits);
    TRY(write_text(order.out, annual::write_assignment(instance, solution.assignment)));
    if (order.certificate) {
        TRY(write_text(*order.certificate, annual::write_certificate(instance, solution)));
    }
    using enum annual::Outcome;
    if (solution.outcome == impossible) {
        print_conflict(instance);
        return conflict("plan.impossible");
    }
    if (solution.outcome == none_found) return conflict("plan.none_found");
    return Figures{
        to_text(solution.value, instance.value_places),
        to_text(solution.bound, instance.value_places),
        solution.gap(),
        watch.seconds(),
        solution.proof.nodes};
}

std::string in_thousandths(double number) {
    constexpr auto places = 3;
    return to_text(std::llround(number * 1000), places);
}

std::string shares_of(const annual::Case& read, const annual::CaseAnswer& answer) {
    constexpr auto least = 1e-9;
    std::string text = "row,column,share\n";
    std::size_t at = 0;
    for (int row = 0; row < read.rows; ++row) {
        for (int column = 0; column < read.columns; ++column) {
            const auto share = answer.shares[at++];
            if (share <= least) continue;
            char line[64];
            std::snprintf(line, sizeof line, "%d,%d,%.9g\n", row, column, share);
            text += line;
        }
    }
    return text;
}

Result<annual::Case> read_case(const PlanSolveOrder& order) {
    const auto text = TRY(read_text(order.instance));
    if (order.format == "gap-max") {
        return annual::read_assignment_case(text, annual::Sought::most);
    }
    if (order.format == "gap-min") {
        return annual::read_assignment_case(text, annual::Sought::least);
    }
    if (order.format == "cap") return annual::read_location_case(text);
    return invalid("plan.unknown_format");
}

Result<Figures> solve_case(const PlanSolveOrder& order) {
    const Watch watch;
    const auto read = TRY(read_case(order));
    const auto answer = annual::solve_case(read, order.limits);
    if (!answer.found) return conflict("case.no_answer");
    TRY(write_text(order.out, shares_of(read, answer)));
    const auto size = std::max(1.0, std::abs(answer.value));
    return Figures{
        in_thousandths(answer.value),
        in_thousandths(answer.bound),
        std::abs(answer.bound - answer.value) / size,
        watch.seconds(),
        answer.nodes};
}

}  // namespace

int plan_solve(Arguments arguments) {
    if (print_help(arguments, plan_solve_usage)) return 0;
    const auto order = plan_solve_order_of(arguments);
    if (!order) return print_wrong_call(plan_solve_usage);

    const auto figures = order->format == "plan" ? solve_plan(*order) : solve_case(*order);
    if (!figures) return print(figures.error());
    print(figures.value(), order->json);
    return 0;
}

}  // namespace nangluc::app
