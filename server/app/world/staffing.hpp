#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/world/chance.hpp"
#include "app/world/offices.hpp"
#include "modules/organisation/unit/snapshot_store.hpp"

namespace nangluc::world {

// A commune, ward or special zone to be staffed.
struct Place {
    organisation::Unit unit;
    std::string province_code;
    std::vector<organisation::Unit> predecessors;  // where its people worked before the merger
    double remoteness = 0;      // from 0 in a city to 1 in thinly settled mountains
    std::optional<int> people;  // to be invented here in all; none: the office's own
};

// What was invented for some places, ready to be loaded.
struct Staff {
    organisation::UnitHistory units;
    std::vector<organisation::PostRow> posts;
    std::vector<organisation::PersonRow> people;
    std::vector<organisation::FactRow> facts;
    std::vector<organisation::HoldingRow> holdings;
    std::map<UnitId, double> remoteness;  // by the commune's office
};

// Invents divisions, posts, people and holdings, the same for the same seed and order of places.
class Staffing {
public:
    Staffing(const Kit& kit, const Offices& offices, std::uint64_t seed)
        : kit_(kit), offices_(offices), chance_(seed) {}

    // `as_reported`: all 84 posts, everybody there but the IT specialist and the communications
    // officer, and an officer who does the IT work beside his own, untrained.
    void staff(const Place& place, bool as_reported, Staff& staff);

    // A department of a province: an office of its own with few posts, all of them filled.
    static constexpr int department_people = 14;
    organisation::Unit staff_department(const organisation::Unit& province, Staff& staff);

private:
    struct Seat {
        PostId post;
        UnitId unit;
        const organisation::PositionRow* position;
    };

    std::vector<Seat> lay_out(const Place& place, bool as_reported, Staff& staff);
    void staff_services(const Place& place, int people, Staff& staff);
    void staff_service(
        const Place& place, const DivisionPlan& plan, int seq, int people, Staff& staff
    );
    void fill(const Place& place, const Seat& seat, Staff& staff);
    UnitId add_unit(const Place& place, const DivisionPlan& plan, int seq, Staff& staff);
    PostId add_post(
        UnitId unit, const organisation::PositionRow& position, int authorised, Staff& staff
    );
    bool is_filled(const organisation::PositionRow& position, bool as_reported);
    PersonId add_person(const Place& place, const Seat& seat, Staff& staff);
    void add_facts(PersonId person, const Seat& seat, Date born, Staff& staff);
    void add_holdings(const Place& place, PersonId person, const Seat& seat, Staff& staff);
    PostId post_before(const organisation::Unit& unit, const Seat& seat, Staff& staff);
    void add_concurrent_duties(const std::vector<Seat>& vacant, Staff& staff);

    const Kit& kit_;
    const Offices& offices_;
    Chance chance_;
    int numbered_ = 0;  // people of the place so far
    std::map<std::pair<UnitId, PositionId>, PostId> posts_before_;
};

}  // namespace nangluc::world
