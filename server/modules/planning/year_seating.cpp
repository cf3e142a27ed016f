#include "modules/planning/year_seating.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engines/assign/annual/certificate.hpp"
#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/files.hpp"
#include "engines/assign/annual/judge.hpp"
#include "engines/assign/proof/verify.hpp"
#include "modules/planning/year_account.hpp"

namespace nangluc::planning {

namespace {

constexpr auto engine_version = "annual-1";
constexpr double million = 1e6;

std::int64_t dong(std::int64_t digits, int places) {
    return annual::at_places({digits, places}, 6).value();
}

class YearSeater {
public:
    YearSeater(
        const SeatingProblem& problem,
        std::span<const assign::Pair> pairs,
        const SeatingEffort& effort
    )
        : problem_(problem), pairs_(pairs), effort_(effort) {}

    Result<Seating> seat() {
        proof_ = year_files(problem_, pairs_);
        instance_ = TRY(annual::read_instance(proof_));
        auto solution = annual::solve_year(instance_, limits());
        if (solution.outcome == annual::Outcome::impossible) return conflict("plan.impossible");
        if (solution.outcome == annual::Outcome::none_found) return conflict("plan.none_found");
        if (!problem_.input().standing.empty()) TRY(change_little(solution));
        use_what_is_left(solution);
        prove(solution);

        const auto bound = dong(solution.bound, instance_.value_places);
        auto seating = YearAccount(problem_, pairs_, attending_).seating(bound);
        tell(solution.proof.seconds, seating.value, seating.bound);
        seating.input_hash = problem_.input_hash(engine_version);
        seating.engine_version = engine_version;
        seating.curve = std::move(curve_);
        seating.prices = prices(solution.proof);
        seating.proof = std::move(proof_);
        return seating;
    }

private:
    annual::Limits limits() {
        const auto go_on = [this](const annual::Progress& progress) {
            if (!progress.value) return effort_.go_on(curve_);
            const auto value = std::llround(*progress.value * million);
            tell(progress.seconds, value, std::llround(std::ceil(progress.bound * million)));
            return effort_.go_on(curve_);
        };
        return {.gap = effort_.gap, .seconds = effort_.seconds, .go_on = go_on};
    }

    // Where only the bound crept on, the last point moves on with it.
    void tell(double seconds, std::int64_t value, std::int64_t bound) {
        constexpr std::int64_t steps = 150;
        const SearchPoint now{seconds, value, bound};
        if (curve_.size() < 2) return curve_.push_back(now);
        const auto& before = curve_[curve_.size() - 2];
        const auto step = (curve_.front().bound - value) / steps;
        const bool crept =
            before.value == value && curve_.back().value == value && before.bound - bound < step;
        if (crept) curve_.pop_back();
        const auto& last = curve_.back();
        if (last.value != value || last.bound != bound) curve_.push_back(now);
    }

    // The bound stays that of all plans; the seats become those of the best plan whose changes pay
    // for themselves.
    Result<> change_little(annual::Solution& solution) {
        auto files = proof_;
        add_standing(files, problem_);
        const auto standing = TRY(annual::read_instance(files));
        annual::Limits within{.gap = effort_.gap, .seconds = effort_.seconds};
        within.go_on = [this](const annual::Progress&) { return effort_.go_on(curve_); };
        auto least = annual::solve_year(standing, within);
        if (least.outcome != annual::Outcome::found) return conflict("plan.none_found");
        solution.assignment = std::move(least.assignment);
        curve_.clear();
        return {};
    }

    // Every source within its ceiling; a search that ended early may leave seats that somebody
    // could have: they are given, the most valuable first.
    void use_what_is_left(annual::Solution& solution) {
        std::vector<SeatTaken> taken;
        for (const auto& [person, session] : solution.assignment) {
            taken.push_back(
                {static_cast<std::uint32_t>(person), static_cast<std::uint32_t>(session)}
            );
        }
        taken = within_ceilings(problem_, pairs_, std::move(taken));
        attending_ = with_free_seats(problem_, pairs_, std::move(taken));
        solution.assignment.clear();
        for (const auto& [person, session] : attending_) {
            solution.assignment.push_back({static_cast<int>(person), static_cast<int>(session)});
        }
        solution.value = annual::judge(instance_, solution.assignment).value;
    }

    void prove(const annual::Solution& solution) {
        const auto assignment = annual::write_assignment(instance_, solution.assignment);
        const auto certificate = annual::write_certificate(instance_, solution);
        const auto verified = proof::verify(proof_, assignment, certificate);
        if (!verified.faults.empty()) {
            throw std::logic_error("the plan is not proven: " + verified.faults.front());
        }
        proof_["assignment.csv"] = assignment;
        proof_["certificate.txt"] = certificate;
    }

    // Those by which the search bounded first what it could not yet decide.
    std::vector<Price> prices(const annual::Found& found) const {
        std::vector<Price> prices;
        if (found.leaves.empty()) return prices;
        for (const auto& [row, price] : *found.leaves.front().prices.front()) {
            const auto& [family, at, given] = found.pool[static_cast<std::size_t>(row)].name;
            if (price <= 0) continue;
            if (family == annual::Family::budget && !problem_.input().budgets.empty()) {
                prices.push_back({{}, price});
            }
            if (family != annual::Family::capacity) continue;
            const auto session = static_cast<std::uint32_t>(at.front());
            prices.push_back({problem_.session(session).id, price * million});
        }
        return prices;
    }

    const SeatingProblem& problem_;
    std::span<const assign::Pair> pairs_;
    const SeatingEffort& effort_;
    ProofFiles proof_;
    annual::Instance instance_;
    std::vector<SeatTaken> attending_;
    std::vector<SearchPoint> curve_;
};

}  // namespace

Result<Seating> seat_year(
    const SeatingProblem& problem, std::span<const assign::Pair> pairs, const SeatingEffort& effort
) {
    return YearSeater(problem, pairs, effort).seat();
}

}  // namespace nangluc::planning
