#pragma once

#include <span>
#include <vector>

#include "engines/assign/pairs.hpp"
#include "modules/planning/seating_problem.hpp"

namespace nangluc::planning {

using SeatTaken = assign::Attendance;

// What is spent and sat on, seat by seat.
class YearLedger {
public:
    YearLedger(const SeatingProblem& problem, const std::vector<SeatTaken>& taken);

    void take(const SeatTaken& seat);
    // Whether the person may still sit there, the session being open.
    bool may_take(const SeatTaken& seat) const;
    bool excludes(const SeatTaken& seat) const;  // by another seat of the person

    int people(std::uint32_t session) const { return people_[session]; }
    bool is_full(std::uint32_t session) const;
    bool is_overspent(std::uint32_t session) const;  // its source
    // Whether the session's source has so much left; always where the plan names no ceiling.
    bool pays(std::uint32_t session, Money cost) const;

private:
    const SeatingProblem& problem_;
    std::vector<int> people_;                           // by session
    std::vector<std::vector<std::uint32_t>> attended_;  // by person
    std::map<BudgetSource, Money> left_;
};

// Without the sessions of least value whose sources would spend more than they have: the year's
// engine knows only what all sources have together.
std::vector<SeatTaken> within_ceilings(
    const SeatingProblem& problem, std::span<const assign::Pair> pairs, std::vector<SeatTaken> taken
);

// With every seat of an open session that somebody could still take, the most valuable first.
std::vector<SeatTaken> with_free_seats(
    const SeatingProblem& problem, std::span<const assign::Pair> pairs, std::vector<SeatTaken> taken
);

// A decided year in the words of the plan: checked by the seats' own verifier, each need without a
// seat and each session that stays shut with its reason.
class YearAccount {
public:
    YearAccount(
        const SeatingProblem& problem,
        std::span<const assign::Pair> pairs,
        const std::vector<SeatTaken>& taken
    )
        : problem_(problem), pairs_(pairs), taken_(taken), ledger_(problem, taken) {}

    // Throws std::logic_error where the seats break a rule.
    Seating seating(std::int64_t bound) const;

private:
    assign::Problem as_decided() const;
    Unseated reason(const assign::Unplaced& unplaced) const;
    std::vector<ShutSession> shut_sessions() const;

    const SeatingProblem& problem_;
    std::span<const assign::Pair> pairs_;
    const std::vector<SeatTaken>& taken_;
    YearLedger ledger_;
};

}  // namespace nangluc::planning
