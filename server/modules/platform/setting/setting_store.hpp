#pragma once

#include "modules/platform/setting/setting.hpp"

namespace nangluc::platform {

// In force; nothing where the default holds.
std::optional<Setting> find_setting(db::Tx& tx, std::string_view name, AsOf at);
// All that is known now, past and to come, the latest first.
std::vector<Setting> list_settings(db::Tx& tx, std::string_view name);

// The new one holds from its day on: what was in force ends the day before, and what was to come
// after it no longer does.
void replace_setting(db::Tx& tx, IdMaker& ids, const Setting& setting, Instant now);

}  // namespace nangluc::platform
