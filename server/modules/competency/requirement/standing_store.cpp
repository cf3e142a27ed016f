#include "modules/competency/requirement/requirement_store.hpp"

namespace nangluc::competency {

constexpr auto select_next_positions = R"sql(
    SELECT n.position_id, q.position_group_id, q.occupational_group_id
      FROM competency_next_positions n
      JOIN organisation_v_positions q ON q.position_id = n.position_id
     WHERE n.person_id = $1
       AND n.from_date <= $2 AND n.until_date > $2
       AND n.recorded_at <= $3 AND n.superseded_at > $3
     ORDER BY n.position_id
)sql";

const std::optional<StandingReader::Place>& StandingReader::place_of(UnitId unit) {
    const auto [known, is_new] = places_.try_emplace(unit);
    if (is_new) {
        if (const auto path = organisation::path_of(tx_, unit, at_)) {
            auto level = organisation::administrative_level_of(tx_, path.value(), at_);
            known->second = Place{path.value(), std::move(level)};
        }
    }
    return known->second;
}

void StandingReader::add(const organisation::Holding& holding, Standing& standing) {
    const auto& place = place_of(holding.unit);
    if (!place) return;
    standing.levels.push_back(place->level);
    standing.places.push_back(place->path);
    standing.holdings.push_back(holding);
}

static void add_group(GroupId group, ReasonKind kind, Standing& standing) {
    if (group) standing.next_groups.push_back({kind, group.value, {}});
}

Standing StandingReader::of(PersonId person) {
    Standing standing{.person = person};
    for (const auto& holding : organisation::list_holdings(tx_, person, at_)) {
        add(holding, standing);
    }
    for (const auto& row : tx_.all(select_next_positions, person, at_.on, at_.known_at)) {
        standing.next_positions.push_back(row.get<PositionId>("position_id"));
        add_group(row.get<GroupId>("position_group_id"), ReasonKind::position_group, standing);
        add_group(
            row.get<GroupId>("occupational_group_id"), ReasonKind::occupational_group, standing
        );
    }
    return standing;
}

Result<Standing> standing_of(db::Tx& tx, PersonId person, AsOf at) {
    TRY(organisation::find_person(tx, person));
    return StandingReader(tx, at).of(person);
}

constexpr auto select_post = R"sql(
    SELECT t.unit_id, t.position_id, t.rank_id, q.position_group_id, q.occupational_group_id
      FROM organisation_v_posts t
      JOIN organisation_v_positions q ON q.position_id = t.position_id
     WHERE t.post_id = $1
       AND t.from_date <= $2 AND t.until_date > $2
       AND t.recorded_at <= $3 AND t.superseded_at > $3
)sql";

Result<Standing> standing_of_post(db::Tx& tx, PostId post, AsOf at) {
    const auto row = tx.one(select_post, post, at.on, at.known_at);
    if (!row) return not_found("post");
    Standing standing;
    StandingReader(tx, at).add(
        {.post = post,
         .unit = row->get<UnitId>("unit_id"),
         .position = row->get<PositionId>("position_id"),
         .position_group = row->get<GroupId>("position_group_id"),
         .occupational_group = row->get<GroupId>("occupational_group_id"),
         .rank = row->get<RankId>("rank_id")},
        standing
    );
    return standing;
}

Result<UnitPath> place_of_post(db::Tx& tx, PostId post, AsOf at, AsOf today) {
    const auto row = tx.one(select_post, post, at.on, at.known_at);
    if (!row) return not_found("post");
    return organisation::place_of_rights(tx, row->get<UnitId>("unit_id"), at, today);
}

}  // namespace nangluc::competency
