#pragma once

#include <vector>

#include "kit/db/db.hpp"
#include "modules/organisation/roster/roster.hpp"

namespace nangluc::organisation {

// Posts at or below a place, by the tree, then leadership first, then by the position's name.
std::vector<AuthorisedPost> list_posts_below(db::Tx& tx, const UnitPath& place, AsOf at);
std::vector<Holder> list_holders_below(db::Tx& tx, const UnitPath& place, AsOf at);
int count_posts_below(db::Tx& tx, const UnitPath& place, AsOf at);

// A unit of one level that has nobody, main or acting, in any post with the duty on that date.
struct UnitLacking {
    Unit unit;
    int authorised = 0;  // posts with the duty that it is authorised; 0: none was ever given
    int concurrent = 0;  // who does the duty beside a main post
};
std::vector<UnitLacking> list_units_lacking(
    db::Tx& tx, const UnitPath& place, std::string_view level, std::string_view duty, AsOf at
);

}  // namespace nangluc::organisation
