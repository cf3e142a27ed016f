#include "modules/platform/setting/setting_store.hpp"

#include <stdexcept>

namespace nangluc::platform {

static Setting setting_of(const db::Row& row) {
    return {
        .id = row.get<SettingId>("id"),
        .name = row.get<std::string>("name"),
        .value = row.get<std::int64_t>("value"),
        .legal_basis = row.get<std::string>("legal_basis"),
        .period = row.period(),
        .set_by = row.get<AccountId>("set_by"),
    };
}

constexpr auto select_setting = R"sql(
    SELECT id, name, value, legal_basis, from_date, until_date, set_by
      FROM platform_settings
     WHERE name = $1
       AND from_date <= $2 AND until_date > $2
       AND recorded_at <= $3 AND superseded_at > $3
)sql";

std::optional<Setting> find_setting(db::Tx& tx, std::string_view name, AsOf at) {
    const auto row = tx.one(select_setting, name, at.on, at.known_at);
    return row ? std::optional(setting_of(*row)) : std::nullopt;
}

std::int64_t setting(db::Tx& tx, std::string_view name, AsOf at) {
    const auto* const known = find_known_setting(name);
    if (!known) throw std::logic_error("no setting is called " + std::string(name));
    const auto found = find_setting(tx, name, at);
    return found ? found->value : known->value;
}

constexpr auto select_known_settings = R"sql(
    SELECT id, name, value, legal_basis, from_date, until_date, set_by
      FROM platform_settings
     WHERE name = $1 AND superseded_at = $2
     ORDER BY from_date DESC
)sql";

std::vector<Setting> list_settings(db::Tx& tx, std::string_view name) {
    std::vector<Setting> settings;
    for (const auto& row : tx.all(select_known_settings, name, Instant::never())) {
        settings.push_back(setting_of(row));
    }
    return settings;
}

constexpr auto close_setting_row = R"sql(
    UPDATE platform_settings
       SET superseded_at = $2
     WHERE id = $1
)sql";

constexpr auto insert_setting = R"sql(
    INSERT INTO platform_settings (id, name, value, legal_basis, from_date, until_date,
                                   recorded_at, superseded_at, set_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql";

static void add_setting(db::Tx& tx, const Setting& setting, Instant now) {
    tx.run(
        insert_setting,
        setting.id,
        setting.name,
        setting.value,
        setting.legal_basis,
        setting.period.from,
        setting.period.until,
        now,
        Instant::never(),
        setting.set_by
    );
}

void replace_setting(db::Tx& tx, IdMaker& ids, const Setting& setting, Instant now) {
    for (auto before : list_settings(tx, setting.name)) {
        if (before.period.until <= setting.period.from) continue;
        tx.run(close_setting_row, before.id, now);
        if (before.period.from < setting.period.from) {
            before.id = ids.make<SettingId>();
            before.period.until = setting.period.from;
            add_setting(tx, before, now);
        }
    }
    add_setting(tx, setting, now);
}

}  // namespace nangluc::platform
