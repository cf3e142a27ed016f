#include "modules/platform/grant/rights.hpp"

#include <map>

#include "modules/platform/grant/grant_store.hpp"

namespace nangluc::platform {

Actor actor_with_rights(
    db::Tx& tx, const Subtrees& subtrees, AccountId account, PersonId person, AsOf at
) {
    std::map<UnitPath, std::vector<Permission>> by_place;
    for (const auto& grant : list_grants(tx, account, at)) {
        const auto place = subtrees.path_of(tx, grant.unit, at.on);
        if (!place) continue;
        const auto permissions = permissions_of(grant.role);
        auto& held = by_place[*place];
        held.insert(held.end(), permissions.begin(), permissions.end());
    }

    std::vector<Reach> reaches;
    reaches.reserve(by_place.size());
    for (auto& [place, permissions] : by_place) reaches.push_back({place, std::move(permissions)});
    return {account, person, std::move(reaches)};
}

UnitPath place_of(db::Tx& tx, const Subtrees& subtrees, const Account& account, Date today) {
    return subtrees.path_of(tx, account.unit, today).value_or(account.place);
}

}  // namespace nangluc::platform
