#include "modules/organisation/post/post_store.hpp"

#include "base/clock.hpp"
#include "base/text.hpp"

namespace nangluc::organisation {

constexpr auto select_groups = R"sql(
    SELECT id, kind, code, name, name_en, legal_basis
      FROM organisation_groups
     ORDER BY kind DESC, code
)sql";

std::vector<Group> list_groups(db::Tx& tx) {
    std::vector<Group> groups;
    for (const auto& row : tx.all(select_groups)) {
        groups.push_back({
            .id = row.get<GroupId>("id"),
            .kind = row.get<std::string>("kind"),
            .code = row.get<std::string>("code"),
            .name = row.get<std::string>("name"),
            .name_en = row.get<std::string>("name_en"),
            .legal_basis = row.get<std::string>("legal_basis"),
        });
    }
    return groups;
}

constexpr auto select_ranks = R"sql(
    SELECT id, code, seq, name, name_en
      FROM organisation_ranks
     ORDER BY seq, code
)sql";

std::vector<Rank> list_ranks(db::Tx& tx) {
    std::vector<Rank> ranks;
    for (const auto& row : tx.all(select_ranks)) {
        ranks.push_back({
            .id = row.get<RankId>("id"),
            .code = row.get<std::string>("code"),
            .seq = row.get<int>("seq"),
            .name = row.get<std::string>("name"),
            .name_en = row.get<std::string>("name_en"),
        });
    }
    return ranks;
}

constexpr auto select_positions = R"sql(
    SELECT id, code, name, name_en, kind, position_group_id, occupational_group_id, duty,
           legal_basis
      FROM organisation_positions
     ORDER BY CASE kind WHEN 'leadership' THEN 0 WHEN 'professional' THEN 1 ELSE 2 END, code
)sql";

std::vector<Position> list_positions(db::Tx& tx) {
    std::vector<Position> positions;
    for (const auto& row : tx.all(select_positions)) {
        positions.push_back({
            .id = row.get<PositionId>("id"),
            .code = row.get<std::string>("code"),
            .name = row.get<std::string>("name"),
            .name_en = row.get<std::string>("name_en"),
            .kind = row.get<PositionKind>("kind"),
            .position_group = row.get<GroupId>("position_group_id"),
            .occupational_group = row.get<GroupId>("occupational_group_id"),
            .duty = row.get<std::string>("duty"),
            .legal_basis = row.get<std::string>("legal_basis"),
        });
    }
    return positions;
}

constexpr auto select_rank = R"sql(
    SELECT id
      FROM organisation_ranks
     WHERE code = $1
)sql";

bool is_rank(db::Tx& tx, const std::string& code) {
    return tx.one(select_rank, code).has_value();
}

constexpr auto select_position = R"sql(
    SELECT id
      FROM organisation_positions
     WHERE id = $1
)sql";

bool is_position(db::Tx& tx, PositionId position) {
    return tx.one(select_position, position).has_value();
}

constexpr auto select_rank_id = R"sql(
    SELECT id
      FROM organisation_ranks
     WHERE id = $1
)sql";

bool is_rank(db::Tx& tx, RankId rank) {
    return tx.one(select_rank_id, rank).has_value();
}

constexpr auto select_group = R"sql(
    SELECT id
      FROM organisation_groups
     WHERE id = $1 AND kind = $2
)sql";

bool is_group(db::Tx& tx, GroupId group, const std::string& kind) {
    return tx.one(select_group, group, kind).has_value();
}

constexpr auto insert_position = R"sql(
    INSERT INTO organisation_positions (id, code, name, name_en, folded, kind, position_group_id,
           occupational_group_id, duty, legal_basis)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (code) DO NOTHING
)sql";

bool add_position(db::Tx& tx, const Position& position) {
    const auto added = tx.run(
        insert_position,
        position.id,
        position.code,
        position.name,
        position.name_en,
        fold(position.name + ' ' + position.name_en),
        position.kind,
        position.position_group,
        position.occupational_group,
        position.duty,
        position.legal_basis
    );
    return added == 1;
}

constexpr auto insert_post = R"sql(
    INSERT INTO organisation_posts (id, unit_id, position_id, rank_id)
    VALUES ($1, $2, $3, $4)
)sql";

void add_post(db::Tx& tx, PostId post, UnitId unit, PositionId position, RankId rank) {
    tx.run(insert_post, post, unit, position, rank);
}

constexpr auto select_later_authorisations = R"sql(
    SELECT id, authorised, decision_id, from_date, until_date
      FROM organisation_post_authorisations
     WHERE post_id = $1 AND until_date > $2 AND superseded_at = 9223372036854775807
)sql";

constexpr auto supersede_authorisation = R"sql(
    UPDATE organisation_post_authorisations
       SET superseded_at = $2
     WHERE id = $1
)sql";

constexpr auto insert_authorisation = R"sql(
    INSERT INTO organisation_post_authorisations (id, post_id, authorised, decision_id, from_date,
           until_date, recorded_at, superseded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 9223372036854775807)
)sql";

void save_authorisation(
    db::Tx& tx, const Kit& kit, PostId post, const Authorisation& from_then_on
) {
    const auto now = kit.clock.now();
    const auto& [authorised, period] = from_then_on;
    for (const auto& row : tx.all(select_later_authorisations, post, period.from)) {
        tx.run(supersede_authorisation, row.get<std::int64_t>("id"), now);
        const auto before = row.period();
        if (before.from >= period.from) continue;
        tx.run(
            insert_authorisation,
            kit.ids.next(),
            post,
            row.get<int>("authorised"),
            row.get<DecisionId>("decision_id"),
            before.from,
            period.from,
            now
        );
    }
    tx.run(
        insert_authorisation,
        kit.ids.next(),
        post,
        authorised,
        DecisionId{},
        period.from,
        period.until,
        now
    );
}

}  // namespace nangluc::organisation
