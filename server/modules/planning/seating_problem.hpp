#pragma once

#include <map>
#include <string>
#include <vector>

#include "engines/assign/seats.hpp"
#include "modules/planning/seating.hpp"

namespace nangluc::planning {

// The engines name everything by its index: here they are given, in the order of the ids, so that
// the same input gives the same problem whatever order its rows came in.
template <class Key>
class Index {
public:
    void add(const Key& key) { places_.emplace(key, 0); }
    void number() {
        std::uint32_t next = 0;
        for (auto& [key, place] : places_) place = next++;
    }
    std::uint32_t at(const Key& key) const { return places_.at(key); }
    bool has(const Key& key) const { return places_.contains(key); }
    std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }
    const std::map<Key, std::uint32_t>& all() const { return places_; }

private:
    std::map<Key, std::uint32_t> places_;
};

// The reason as the plan says it.
Unseated word_of(const assign::Unplaced& unplaced);

// What a plan asks, as the engines understand it. Sessions keep the order of their ids.
class SeatingProblem {
public:
    explicit SeatingProblem(const SeatingInput& input);

    const assign::Problem& problem() const { return problem_; }
    const SeatingInput& input() const { return input_; }
    const Session& session(std::uint32_t at) const { return input_.sessions[at]; }
    BudgetSource source_of(std::uint32_t session) const;

    // The solution in the words of the plan; a need without a seat by the word that is given.
    using WordOf = std::function<Unseated(const assign::Unplaced&)>;
    Seating seating_of(const assign::Solution& solution, const WordOf& word) const;
    std::string input_hash(std::string_view engine) const;

private:
    using Level = std::pair<CompetencyId, int>;
    using Wish = std::pair<PersonId, Level>;

    static Level level_of(const programmes::Outcome& outcome) {
        return {outcome.competency, outcome.to_level};
    }

    void number_all();
    void add_people();
    void add_engagement(const SeatingInput::Engagement& engagement);
    void add_needs();
    void add_programmes();
    void add_sessions();
    void add_ways();

    PlanSeat seat_of(const assign::Seat& seat) const;

    SeatingInput input_;
    assign::Problem problem_;
    Index<PersonId> people_;
    Index<Level> levels_;
    Index<UnitId> places_;
    Index<ProgrammeVersionId> programmes_;
    Index<Wish> wishes_;
    std::map<PersonId, UnitId> homes_;
    std::map<LineId, std::uint32_t> programme_of_line_;
    std::map<std::uint32_t, std::vector<std::pair<LineId, LineNeed>>> asked_by_;
};

}  // namespace nangluc::planning
