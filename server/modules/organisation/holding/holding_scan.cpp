#include <unordered_map>

#include "kit/db/db.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc::organisation {

namespace {

// What a holding has from its post.
struct PostClasses {
    PositionId position;
    GroupId position_group;
    GroupId occupational_group;
    RankId rank;
};
using Posts = std::unordered_map<PostId, PostClasses>;
using Ranks = std::unordered_map<PersonId, RankId>;

constexpr auto select_posts = R"sql(
    SELECT t.id AS post_id, t.position_id, t.rank_id, q.position_group_id, q.occupational_group_id
      FROM organisation_posts t
      JOIN organisation_positions q ON q.id = t.position_id
)sql";

Posts read_posts(db::Tx& tx) {
    Posts posts;
    tx.each(select_posts, [&](const db::Row& row) {
        posts.emplace(
            row.get<PostId>("post_id"),
            PostClasses{
                .position = row.get<PositionId>("position_id"),
                .position_group = row.get<GroupId>("position_group_id"),
                .occupational_group = row.get<GroupId>("occupational_group_id"),
                .rank = row.get<RankId>("rank_id"),
            }
        );
    });
    return posts;
}

constexpr auto select_ranks = R"sql(
    SELECT f.person_id, r.id AS rank_id
      FROM organisation_person_facts f
      JOIN organisation_ranks r ON r.code = f.value
     WHERE f.kind = 'rank'
       AND f.from_date <= $1 AND f.until_date > $1
       AND f.recorded_at <= $2 AND f.superseded_at > $2
)sql";

Ranks read_ranks(db::Tx& tx, AsOf at) {
    Ranks ranks;
    const auto add = [&](const db::Row& row) {
        ranks[row.get<PersonId>("person_id")] = row.get<RankId>("rank_id");
    };
    tx.each(select_ranks, add, at.on, at.known_at);
    return ranks;
}

}  // namespace

constexpr auto select_all_holdings = R"sql(
    SELECT person_id, post_id, unit_id, kind
      FROM organisation_holdings
     WHERE from_date <= $1 AND until_date > $1
       AND recorded_at <= $2 AND superseded_at > $2
)sql";

// One pass through the table. In the order of the tree, and with each holding's post and each
// person's rank looked up in the database, a nation takes minutes.
void each_holding(
    db::Tx& tx, AsOf at, PersonRanks ranks, const std::function<void(const Holding&)>& use
) {
    const auto posts = read_posts(tx);
    const auto ranks_of_people = ranks == PersonRanks::read ? read_ranks(tx, at) : Ranks();
    tx.each(
        select_all_holdings,
        [&](const db::Row& row) {
            const auto post = row.get<PostId>("post_id");
            const auto& classes = posts.at(post);
            Holding holding{
                .person = row.get<PersonId>("person_id"),
                .post = post,
                .unit = row.get<UnitId>("unit_id"),
                .position = classes.position,
                .position_group = classes.position_group,
                .occupational_group = classes.occupational_group,
                .rank = classes.rank,
                .kind = row.get<HoldingKind>("kind"),
            };
            if (const auto own = ranks_of_people.find(holding.person);
                own != ranks_of_people.end()) {
                holding.rank = own->second;
            }
            use(holding);
        },
        at.on,
        at.known_at
    );
}

}  // namespace nangluc::organisation
