#include "modules/needs/register/reason_store.hpp"

namespace nangluc::needs {

using competency::Reason;
using competency::ReasonKind;

constexpr auto select_post_name = R"sql(
    SELECT q.name, q.name_en
      FROM organisation_v_posts t
      JOIN organisation_v_positions q ON q.position_id = t.position_id
     WHERE t.post_id = $1
     LIMIT 1
)sql";

static std::optional<db::Row> find_post_name(db::Tx& tx, std::int64_t id) {
    return tx.one(select_post_name, id);
}

constexpr auto select_position_name = R"sql(
    SELECT name, name_en FROM organisation_v_positions WHERE position_id = $1
)sql";

static std::optional<db::Row> find_position_name(db::Tx& tx, std::int64_t id) {
    return tx.one(select_position_name, id);
}

constexpr auto select_group_name = R"sql(
    SELECT name, name_en FROM organisation_v_groups WHERE group_id = $1
)sql";

static std::optional<db::Row> find_group_name(db::Tx& tx, std::int64_t id) {
    return tx.one(select_group_name, id);
}

constexpr auto select_rank_name = R"sql(
    SELECT name, name_en FROM organisation_v_ranks WHERE rank_id = $1
)sql";

static std::optional<db::Row> find_rank_name(db::Tx& tx, std::int64_t id) {
    return tx.one(select_rank_name, id);
}

static std::optional<db::Row> find_name(db::Tx& tx, const Reason& reason) {
    switch (reason.kind) {
        case ReasonKind::post:
            return find_post_name(tx, reason.id);
        case ReasonKind::position:
            return find_position_name(tx, reason.id);
        case ReasonKind::position_group:
        case ReasonKind::occupational_group:
            return find_group_name(tx, reason.id);
        case ReasonKind::rank:
            return find_rank_name(tx, reason.id);
        case ReasonKind::administrative_level:
        case ReasonKind::person:
            break;
    }
    return std::nullopt;
}

void add_reason_names(
    db::Tx& tx, const std::vector<competency::Requirement>& requirements, ReasonNames& names
) {
    for (const auto& requirement : requirements) {
        const auto [known, is_new] = names.try_emplace(requirement.reason);
        if (!is_new) continue;
        if (const auto row = find_name(tx, requirement.reason)) {
            known->second = {row->get<std::string>("name"), row->get<std::string>("name_en")};
        }
    }
}

}  // namespace nangluc::needs
