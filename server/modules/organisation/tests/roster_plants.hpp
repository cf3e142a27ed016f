#pragma once

// The kinds of fault of a roster, each as something that spoils one row of a clean one.

#include <functional>

#include "modules/organisation/tests/roster_desk.hpp"

namespace nangluc::organisation {

// One place to spoil: the row, and a number that no other planting has.
struct Spot {
    RosterDesk& desk;
    std::size_t row;
    int serial;

    std::map<RosterColumn, DeskCell>& cells() const { return desk.rows[row].cells; }
    void write(RosterColumn column, std::string text, sheet::Kind kind = sheet::Kind::text) const {
        cells()[column] = {kind, std::move(text)};
    }
    std::string number() const { return cells()[RosterColumn::staff_number].text; }
    std::string called() const { return cells()[RosterColumn::name].text; }
    Date born() const { return cells()[RosterColumn::birth_date].date; }
    Found found(RosterColumn column, RosterFault fault) const {
        return {RosterDesk::number_of(row), column, fault};
    }
    // Another row about the same person, at the end.
    Spot repeat() const {
        desk.rows.push_back(desk.rows[row]);
        return {desk, desk.rows.size() - 1, serial};
    }
};

// Spoils the row and says which fault is to be found where.
using Plant = std::function<Found(const Spot&)>;
std::vector<Plant> all_kinds();

// Every kind, so many times, each in a row of its own that the seed draws.
std::set<Found> plant_by_seed(RosterDesk& desk, unsigned seed, int times);

// A line each; what is in one and not in the other.
std::string text_of(const std::set<Found>& found);
std::set<Found> without(const std::set<Found>& one, const std::set<Found>& other);

}  // namespace nangluc::organisation
