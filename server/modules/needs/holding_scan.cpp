#include "modules/needs/holding_scan.hpp"

#include <unordered_map>

namespace nangluc::needs {

using organisation::Holding;

constexpr auto select_ranks = R"sql(
    SELECT f.person_id, r.rank_id
      FROM organisation_v_person_facts f
      JOIN organisation_v_ranks r ON r.code = f.value
     WHERE f.kind = 'rank'
       AND f.from_date <= $1 AND f.until_date > $1
       AND f.recorded_at <= $2 AND f.superseded_at > $2
)sql";

static std::unordered_map<PersonId, RankId> read_ranks(db::Tx& tx, AsOf at) {
    std::unordered_map<PersonId, RankId> ranks;
    const auto add = [&](const db::Row& row) {
        ranks[row.get<PersonId>("person_id")] = row.get<RankId>("rank_id");
    };
    tx.each(select_ranks, add, at.on, at.known_at);
    return ranks;
}

constexpr auto select_all_holdings = R"sql(
    SELECT person_id, post_id, unit_id, position_id, position_group_id, occupational_group_id,
           post_rank_id, kind
      FROM organisation_v_holdings
     WHERE from_date <= $1 AND until_date > $1
       AND recorded_at <= $2 AND superseded_at > $2
)sql";

// One pass through the table. In the order of the tree, and with each person's rank looked up in
// the database, a nation takes minutes.
void each_holding(
    db::Tx& tx, AsOf at, PersonRanks ranks, const std::function<void(const Holding&)>& use
) {
    const auto ranks_of_people =
        ranks == PersonRanks::read ? read_ranks(tx, at) : std::unordered_map<PersonId, RankId>();
    tx.each(
        select_all_holdings,
        [&](const db::Row& row) {
            Holding holding{
                .person = row.get<PersonId>("person_id"),
                .post = row.get<PostId>("post_id"),
                .unit = row.get<UnitId>("unit_id"),
                .position = row.get<PositionId>("position_id"),
                .position_group = row.get<GroupId>("position_group_id"),
                .occupational_group = row.get<GroupId>("occupational_group_id"),
                .rank = row.get<RankId>("post_rank_id"),
                .kind = row.get<organisation::HoldingKind>("kind"),
            };
            const auto own = ranks_of_people.find(holding.person);
            if (own != ranks_of_people.end()) holding.rank = own->second;
            use(holding);
        },
        at.on,
        at.known_at
    );
}

}  // namespace nangluc::needs
