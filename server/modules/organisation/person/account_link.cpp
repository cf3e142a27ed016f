#include "modules/organisation/person/account_link.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "kit/audit.hpp"
#include "kit/db/db.hpp"
#include "modules/organisation/api.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::organisation {

static constexpr int most_found = 20;

std::vector<FoundPerson> AccountLinkService::find_people(
    const Actor& actor, const std::string& text
) {
    return kit_.db.read([&](db::Tx& tx) {
        std::vector<FoundPerson> found;
        const PeopleSearch search{.text = tidy(text), .after = {}, .limit = most_found};
        for (const auto& place : actor.roots(Permission::edit_accounts)) {
            std::ranges::move(
                find_people_below(tx, place, search, kit_.clock.as_of_now()),
                std::back_inserter(found)
            );
        }
        std::ranges::sort(found, {}, [](const FoundPerson& person) {
            return std::pair(person.sort_key, person.id);
        });
        if (found.size() > most_found) found.resize(most_found);
        return found;
    });
}

Result<> AccountLinkService::link(const Actor& actor, PersonId person, AccountId account) {
    const auto work = [&](db::Tx& tx) -> Result<> {
        const auto now = kit_.clock.as_of_now();
        const auto place = TRY(place_of_person(tx, person, now));
        TRY(actor.require(Permission::edit_accounts, place, "person"));
        const auto home = platform::unit_of_account(tx, account);
        if (!home) return not_found("account");
        const auto stands = TRY(path_of(tx, home, now));
        TRY(actor.require(Permission::edit_accounts, stands, "account"));
        TRY(platform::link_account(tx, account, person));

        kit_.audit.write(
            tx,
            actor,
            {.act = "account.linked", .object = account.value, .unit = home, .person = person}
        );
        return {};
    };
    try {
        return kit_.db.transaction(work);
    } catch (const db::DbError& error) {
        if (error.kind() != db::DbError::Kind::unique) throw;
        return conflict("account.person_has_one");  // two accounts were linked at once
    }
}

Result<> AccountLinkService::unlink(const Actor& actor, PersonId person) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto now = kit_.clock.as_of_now();
        const auto place = TRY(place_of_person(tx, person, now));
        TRY(actor.require(Permission::edit_accounts, place, "person"));
        const auto account = platform::find_account_of_person(tx, person);
        if (!account) return not_found("account");
        const auto home = platform::unit_of_account(tx, account);
        const auto stands = TRY(place_of_rights(tx, home, now, now));
        TRY(actor.require(Permission::edit_accounts, stands, "account"));

        platform::unlink_account(tx, account, person, now.known_at);
        kit_.audit.write(
            tx,
            actor,
            {.act = "account.unlinked", .object = account.value, .unit = home, .person = person}
        );
        return {};
    });
}

}  // namespace nangluc::organisation
