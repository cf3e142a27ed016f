#include "modules/competency/requirement/requirement_store.hpp"

namespace nangluc::competency {

constexpr auto select_reason_choices = R"sql(
    SELECT 'position_group' AS kind, group_id AS id, '' AS word, name, name_en, 1 AS place, code
      FROM organisation_v_groups WHERE kind = 'position'
     UNION ALL
    SELECT 'occupational_group', group_id, '', name, name_en, 2, code
      FROM organisation_v_groups WHERE kind = 'occupational'
     UNION ALL
    SELECT 'position', position_id, '', name, name_en, 3, code FROM organisation_v_positions
     UNION ALL
    SELECT 'rank', rank_id, '', name, name_en, 4, code FROM organisation_v_ranks
     UNION ALL
    SELECT DISTINCT 'administrative_level', 0, level, '', '', 5, level
      FROM organisation_v_places
     WHERE from_date <= $1 AND until_date > $1
       AND recorded_at <= $2 AND superseded_at > $2
     ORDER BY place, name, code
)sql";

std::vector<ReasonChoice> list_reason_choices(db::Tx& tx, AsOf at) {
    std::vector<ReasonChoice> choices;
    for (const auto& row : tx.all(select_reason_choices, at.on, at.known_at)) {
        choices.push_back({
            .reason =
                {row.get<ReasonKind>("kind"),
                 row.get<std::int64_t>("id"),
                 row.get<std::string>("word")},
            .name = row.get<std::string>("name"),
            .name_en = row.get<std::string>("name_en"),
        });
    }
    return choices;
}

}  // namespace nangluc::competency
