#include "modules/assessment/campaign/campaign_store.hpp"

#include <algorithm>

#include "kit/json/json.hpp"

namespace nangluc::assessment {

static Campaign campaign_of(const db::Row& row) {
    return {
        .id = row.get<CampaignId>("id"),
        .title = row.get<std::string>("title"),
        .unit = row.get<UnitId>("unit_id"),
        .scope = json::read<CampaignScope>(row.get<std::string>("scope")).value(),
        .period = row.period(),
        .status = row.get<CampaignStatus>("status"),
        .version = row.get<int>("version"),
    };
}

constexpr auto select_campaign = R"sql(
    SELECT id, title, unit_id, scope, from_date, until_date, status, version
      FROM assessment_campaigns
     WHERE id = $1
)sql";

Result<Campaign> find_campaign(db::Tx& tx, CampaignId id) {
    const auto row = tx.one(select_campaign, id);
    if (!row) return not_found("campaign");
    return campaign_of(*row);
}

// A place above has a path that the place's own begins with.
constexpr auto select_campaigns = R"sql(
    WITH RECURSIVE homes (unit_id) AS (
        SELECT c.unit_id
          FROM organisation_v_places c
         WHERE ((c.path >= $1 AND c.path < $2) OR SUBSTR($1, 1, LENGTH(c.path)) = c.path)
           AND c.from_date <= $3 AND c.until_date > $3
           AND c.recorded_at <= $4 AND c.superseded_at > $4
         UNION
        SELECT s.old_unit_id
          FROM homes h
          JOIN organisation_v_successions s ON s.new_unit_id = h.unit_id
         WHERE s.effective_on <= $3 AND s.recorded_at <= $4
           AND NOT EXISTS (SELECT 1
                             FROM organisation_v_places o
                            WHERE o.unit_id = s.old_unit_id
                              AND o.from_date <= $3 AND o.until_date > $3
                              AND o.recorded_at <= $4 AND o.superseded_at > $4)
    )
    SELECT a.id, a.title, a.unit_id, a.scope, a.from_date, a.until_date, a.status, a.version
      FROM assessment_campaigns a
      JOIN homes h ON h.unit_id = a.unit_id
     WHERE a.id < $5 OR $5 = 0
     ORDER BY a.id DESC
     LIMIT $6
)sql";

std::vector<Campaign> list_campaigns(
    db::Tx& tx, const UnitPath& place, AsOf at, CampaignId before, int limit
) {
    std::vector<Campaign> campaigns;
    for (const auto& row : tx.all(
             select_campaigns,
             place.range_from(),
             place.range_until(),
             at.on,
             at.known_at,
             before.value,
             limit
         )) {
        campaigns.push_back(campaign_of(row));
    }
    return campaigns;
}

constexpr auto insert_campaign = R"sql(
    INSERT INTO assessment_campaigns (id, title, unit_id, scope, from_date, until_date, status,
           version, account_id, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql";

void add_campaign(db::Tx& tx, const Campaign& campaign, AccountId account, Instant now) {
    tx.run(
        insert_campaign,
        campaign.id,
        campaign.title,
        campaign.unit,
        json::write(campaign.scope),
        campaign.period.from,
        campaign.period.until,
        campaign.status,
        campaign.version,
        account,
        now
    );
}

constexpr auto update_status = R"sql(
    UPDATE assessment_campaigns
       SET status = $3, version = version + 1
     WHERE id = $1 AND version = $2
)sql";

Result<> save_status(db::Tx& tx, Campaign& campaign) {
    if (tx.run(update_status, campaign.id, campaign.version, campaign.status) == 0) {
        return stale("campaign.stale");
    }
    ++campaign.version;
    return {};
}

constexpr auto select_people_of = R"sql(
    SELECT h.person_id, h.unit_id, h.position_id, h.position_group_id
      FROM organisation_v_places p
      JOIN organisation_v_holdings h
        ON h.unit_id = p.unit_id AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
     ORDER BY p.path, h.person_id
)sql";

std::vector<CampaignPerson> list_people_of(
    db::Tx& tx, const Campaign& campaign, const UnitPath& place, AsOf at
) {
    std::vector<CampaignPerson> people;
    for (const auto& row :
         tx.all(select_people_of, place.range_from(), place.range_until(), at.on, at.known_at)) {
        const auto position = row.get<PositionId>("position_id");
        const auto group = row.get<GroupId>("position_group_id");
        if (!campaign.scope.means(position, group)) continue;
        people.push_back({row.get<PersonId>("person_id"), row.get<UnitId>("unit_id")});
    }
    return people;
}

constexpr auto select_posts_of = R"sql(
    SELECT h.position_id, h.position_group_id
      FROM organisation_v_holdings h
      JOIN organisation_v_places p
        ON p.unit_id = h.unit_id
       AND p.path >= $2 AND p.path < $3
       AND p.from_date <= $4 AND p.until_date > $4
       AND p.recorded_at <= $5 AND p.superseded_at > $5
     WHERE h.person_id = $1 AND h.kind = 'main'
       AND h.from_date <= $4 AND h.until_date > $4
       AND h.recorded_at <= $5 AND h.superseded_at > $5
)sql";

bool is_about(
    db::Tx& tx, const Campaign& campaign, const UnitPath& place, PersonId person, AsOf at
) {
    const auto posts = tx.all(
        select_posts_of, person, place.range_from(), place.range_until(), at.on, at.known_at
    );
    return std::ranges::any_of(posts, [&](const db::Row& post) {
        return campaign.scope.means(
            post.get<PositionId>("position_id"), post.get<GroupId>("position_group_id")
        );
    });
}

constexpr auto select_done = R"sql(
    SELECT DISTINCT r.person_id, r.competency_id, r.method
      FROM assessment_ratings r
      LEFT JOIN assessment_ratings w
        ON w.person_id = r.person_id AND w.competency_id = r.competency_id
       AND w.withdraws_id = r.id AND w.recorded_at <= $2
     WHERE r.campaign_id = $1 AND r.recorded_at <= $2
       AND r.level IS NOT NULL AND w.id IS NULL
)sql";

std::vector<CampaignDone> list_done(db::Tx& tx, CampaignId campaign, Instant known_at) {
    std::vector<CampaignDone> done;
    for (const auto& row : tx.all(select_done, campaign, known_at)) {
        done.push_back({
            .person = row.get<PersonId>("person_id"),
            .competency = row.get<CompetencyId>("competency_id"),
            .method = row.get<Method>("method"),
        });
    }
    return done;
}

}  // namespace nangluc::assessment
