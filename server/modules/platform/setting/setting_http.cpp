#include "modules/platform/setting/setting_http.hpp"

#include "kit/http/routes.hpp"

namespace nangluc::platform {

using namespace http;

namespace {

struct SettingDecision {
    std::int64_t value = 0;
    Date from;
    Date until;
    std::string legal_basis;
    std::optional<AccountId> set_by;
};
BOOST_DESCRIBE_STRUCT(SettingDecision, (), (value, from, until, legal_basis, set_by))

struct SettingItem {
    std::string name;
    std::int64_t value = 0;  // today
    std::int64_t standard = 0;
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::vector<SettingDecision> decisions;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(SettingItem, (), (name, value, standard, least, most, decisions, actions))

struct NewSetting {
    std::string name;
    std::int64_t value = 0;
    Date from;
    std::string legal_basis;
};
BOOST_DESCRIBE_STRUCT(NewSetting, (), (name, value, from, legal_basis))

SettingItem item_of(const SettingState& state, const Actor& reader) {
    SettingItem item{
        .name = std::string(state.known->name),
        .value = state.value,
        .standard = state.known->value,
        .least = state.known->least,
        .most = state.known->most,
    };
    for (const auto& decision : state.decisions) {
        item.decisions.push_back({
            .value = decision.value,
            .from = decision.period.from,
            .until = decision.period.until,
            .legal_basis = decision.legal_basis,
            .set_by = decision.set_by ? std::optional(decision.set_by) : std::nullopt,
        });
    }
    if (may_set(reader)) item.actions.emplace_back("set");
    return item;
}

}  // namespace

void add_setting_routes(Router& router, SettingService& settings) {
    Routes at(router, "platform");
    at.get(
        "/settings",
        "list_settings",
        Policy::signed_in(),
        [&settings](const Request& request) -> Result<Page<SettingItem>> {
            Page<SettingItem> page;
            for (const auto& state : settings.list()) {
                page.items.push_back(item_of(state, request.actor()));
            }
            return page;
        }
    );
    at.post(
        "/settings",
        "set_setting",
        Policy::needs(Permission::edit_settings),
        [&settings](const Request& request, const NewSetting& body) -> Result<SettingItem> {
            const auto state = TRY(
                settings.set(request.actor(), {body.name, body.value, body.from, body.legal_basis})
            );
            return item_of(state, request.actor());
        }
    );
}

}  // namespace nangluc::platform
