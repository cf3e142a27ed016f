#pragma once

#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc::needs {

struct NamedHolding {
    organisation::Holding holding;
    UnitPath place;
    std::string unit_name;
    std::string position_name;
};
// The last duty of the page before.
struct DutyPlace {
    std::string path;  // of the unit
    PersonId person;
    HoldingId holding;
};
BOOST_DESCRIBE_STRUCT(DutyPlace, (), (path, person, holding))

// Duties done beside a main post, at or below a place, by unit.
std::vector<NamedHolding> list_concurrent_holdings(
    db::Tx& tx, const UnitPath& place, AsOf at, const DutyPlace& after, int limit
);
int count_concurrent_holdings(db::Tx& tx, const UnitPath& place, AsOf at);

// Distinct people with a main post at or below a place.
int count_people(db::Tx& tx, const UnitPath& place, AsOf at);

}  // namespace nangluc::needs
