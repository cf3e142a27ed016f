#pragma once

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/competency/next_position/next_position_service.hpp"

namespace nangluc::competency {

struct StoredNextPosition {
    PersonId person;
    AgreedPosition agreed;
    AccountId agreed_by;
};
std::vector<AgreedPosition> list_next_positions(db::Tx& tx, PersonId person, AsOf at);
Result<StoredNextPosition> find_next_position(db::Tx& tx, NextPositionId id);
void add_next_position(db::Tx& tx, const Kit& kit, const StoredNextPosition& stored);
Result<> supersede_next_position(db::Tx& tx, const Kit& kit, NextPositionId id);
// not_found("position") where the catalogue has none of that id.
Result<> require_position(db::Tx& tx, PositionId position);

}  // namespace nangluc::competency
