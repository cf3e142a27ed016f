#pragma once

#include <string>
#include <vector>

#include "app/world/staffing.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::world {

// One account a person, and for each role of the demo somebody who has it. Nobody can sign in yet.
struct Neighbourhood {
    UnitId root;
    organisation::Unit province;
    organisation::Unit commune;     // Mường Ảng
    organisation::Unit department;  // the province's Department of Home Affairs
    bool is_nation = false;         // more than the demo: somebody plans for all of it
};
void add_accounts(
    db::Tx& tx,
    const Kit& kit,
    const Offices& offices,
    const Staff& staff,
    const Neighbourhood& here
);

// Who can sign in to the demo, with a password made at random just now.
struct DemoLogin {
    std::string role;
    std::string login;
    std::string password;
};
// Gives every demo account a new password, known to nobody before; old sessions stay.
std::vector<DemoLogin> renew_demo_passwords(const Kit& kit);

}  // namespace nangluc::world
