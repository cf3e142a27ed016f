#include "modules/platform/setting/setting_service.hpp"

#include <algorithm>

#include "kit/audit.hpp"
#include "kit/json/json.hpp"

#include "modules/platform/setting/setting_store.hpp"

namespace nangluc::platform {

namespace {

struct SettingChange {
    std::string name;
    std::int64_t before = 0;
    std::int64_t after = 0;
    Date from;
    std::string legal_basis;
    BOOST_DESCRIBE_CLASS(SettingChange, (), (name, before, after, from, legal_basis), (), ())
};

}  // namespace

bool may_set(const Actor& actor) {
    const auto roots = actor.roots(Permission::edit_settings);
    return std::ranges::any_of(roots, [](const UnitPath& root) { return root.depth() == 1; });
}

SettingState SettingService::state_of(db::Tx& tx, const KnownSetting& known) const {
    return {
        .known = &known,
        .value = setting(tx, known.name, kit_.clock.as_of_now()),
        .decisions = list_settings(tx, known.name),
    };
}

std::vector<SettingState> SettingService::list() {
    return kit_.db.read([&](db::Tx& tx) {
        std::vector<SettingState> states;
        for (const auto& known : known_settings()) states.push_back(state_of(tx, known));
        return states;
    });
}

Result<SettingState> SettingService::set(const Actor& actor, const SettingToSet& wanted) {
    if (!may_set(actor)) return forbidden("permission.edit_settings");
    const Setting decision{
        .id = kit_.ids.make<SettingId>(),
        .name = wanted.name,
        .value = wanted.value,
        .legal_basis = wanted.legal_basis,
        .period = {wanted.from},
        .set_by = actor.account(),
    };
    TRY(decision.check(kit_.clock.today()));

    return kit_.db.transaction([&](db::Tx& tx) -> Result<SettingState> {
        const auto now = kit_.clock.now();
        const SettingChange change{
            .name = wanted.name,
            .before = setting(tx, wanted.name, {wanted.from, now}),
            .after = wanted.value,
            .from = wanted.from,
            .legal_basis = wanted.legal_basis,
        };
        replace_setting(tx, kit_.ids, decision, now);
        kit_.audit.write(
            tx,
            actor,
            {.act = "setting.set", .object = decision.id.value, .change = json::write(change)}
        );
        return state_of(tx, *find_known_setting(wanted.name));
    });
}

}  // namespace nangluc::platform
