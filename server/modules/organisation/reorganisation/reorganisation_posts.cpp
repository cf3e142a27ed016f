#include "modules/organisation/reorganisation/reorganisation_posts.hpp"

#include <algorithm>
#include <map>

#include "base/clock.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc::organisation {

namespace {

struct Post {
    PostId id;
    PositionId position;
    RankId rank;
    int authorised = 0;
};

struct Tenure {
    HoldingId id;
    PersonId person;
    Post post;
    std::string kind;
    int share_percent = 100;
    std::string note;
    Period period;
};

constexpr auto select_posts = R"sql(
    SELECT t.id, t.position_id, t.rank_id, a.authorised
      FROM organisation_posts t
      JOIN organisation_post_authorisations a
        ON a.post_id = t.id AND a.from_date <= $2 AND a.until_date > $2
       AND a.superseded_at = 9223372036854775807
     WHERE t.unit_id = $1
     ORDER BY t.id
)sql";

std::vector<Post> list_posts(db::Tx& tx, UnitId unit, Date on) {
    std::vector<Post> posts;
    for (const auto& row : tx.all(select_posts, unit, on)) {
        posts.push_back(
            {row.get<PostId>("id"),
             row.get<PositionId>("position_id"),
             row.get<RankId>("rank_id"),
             row.get<int>("authorised")}
        );
    }
    return posts;
}

constexpr auto supersede_authorisation = R"sql(
    UPDATE organisation_post_authorisations
       SET superseded_at = $3
     WHERE post_id = $1 AND from_date <= $2 AND until_date > $2
       AND superseded_at = 9223372036854775807
)sql";

constexpr auto insert_closed_authorisation = R"sql(
    INSERT INTO organisation_post_authorisations
           (id, post_id, authorised, decision_id, from_date, until_date, recorded_at,
            superseded_at)
    SELECT CAST($4 AS bigint), post_id, authorised, decision_id, from_date, CAST($2 AS bigint),
           CAST($3 AS bigint), 9223372036854775807
      FROM organisation_post_authorisations
     WHERE post_id = $1 AND superseded_at = $3 AND from_date < $2 AND until_date > $2
)sql";

void close_authorisation(db::Tx& tx, const Kit& kit, PostId post, Date on) {
    const auto now = kit.clock.now();
    tx.run(supersede_authorisation, post, on, now);
    tx.run(insert_closed_authorisation, post, on, now, kit.ids.next());
}

// Written in this very transaction, so nobody has read it.
constexpr auto raise_authorisation = R"sql(
    UPDATE organisation_post_authorisations
       SET authorised = authorised + $4
     WHERE post_id = $1 AND from_date = $2 AND recorded_at = $3
       AND superseded_at = 9223372036854775807
)sql";

constexpr auto insert_authorisation = R"sql(
    INSERT INTO organisation_post_authorisations
           (id, post_id, authorised, decision_id, from_date, until_date, recorded_at,
            superseded_at)
    VALUES ($1, $2, $3, $4, $5, 99991231, $6, 9223372036854775807)
)sql";

constexpr auto insert_post = R"sql(
    INSERT INTO organisation_posts (id, unit_id, position_id, rank_id)
    VALUES ($1, $2, $3, $4)
)sql";

// The post of the unit that does what `old` does, with so many more authorised from that day.
PostId corresponding_post(
    db::Tx& tx, const Kit& kit, const Handover& by, UnitId unit, const Post& old
) {
    const auto posts = list_posts(tx, unit, by.on);
    const auto same = std::ranges::find_if(posts, [&](const Post& post) {
        return post.position == old.position && post.rank == old.rank;
    });
    const auto now = kit.clock.now();
    if (same == posts.end()) {
        const auto id = kit.ids.make<PostId>();
        tx.run(insert_post, id, unit, old.position, old.rank);
        tx.run(insert_authorisation, kit.ids.next(), id, old.authorised, by.decision, by.on, now);
        return id;
    }
    if (old.authorised == 0) return same->id;
    if (tx.run(raise_authorisation, same->id, by.on, now, old.authorised) == 0) {
        close_authorisation(tx, kit, same->id, by.on);
        tx.run(
            insert_authorisation,
            kit.ids.next(),
            same->id,
            same->authorised + old.authorised,
            by.decision,
            by.on,
            now
        );
    }
    return same->id;
}

constexpr auto select_tenures = R"sql(
    SELECT h.id, h.person_id, h.post_id, t.position_id, t.rank_id, h.kind, h.share_percent,
           h.note, h.from_date, h.until_date
      FROM organisation_holdings h
      JOIN organisation_posts t ON t.id = h.post_id
     WHERE h.unit_id = $1 AND h.until_date > $2 AND h.superseded_at = 9223372036854775807
       AND (h.person_id = $3 OR $3 = 0)
     ORDER BY h.id
)sql";

Tenure tenure_of(const db::Row& row) {
    return {
        .id = row.get<HoldingId>("id"),
        .person = row.get<PersonId>("person_id"),
        .post =
            {row.get<PostId>("post_id"),
             row.get<PositionId>("position_id"),
             row.get<RankId>("rank_id")},
        .kind = row.get<std::string>("kind"),
        .share_percent = row.get<int>("share_percent"),
        .note = row.get<std::string>("note"),
        .period = row.period(),
    };
}

std::vector<Tenure> list_tenures(db::Tx& tx, UnitId unit, Date after, PersonId person = {}) {
    std::vector<Tenure> tenures;
    for (const auto& row : tx.all(select_tenures, unit, after, person.value)) {
        tenures.push_back(tenure_of(row));
    }
    return tenures;
}

constexpr auto supersede_holding = R"sql(
    UPDATE organisation_holdings
       SET superseded_at = $2
     WHERE id = $1
)sql";

constexpr auto insert_holding = R"sql(
    INSERT INTO organisation_holdings
           (id, person_id, post_id, unit_id, kind, share_percent, decision_id, note, from_date,
            until_date, recorded_at, superseded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 9223372036854775807)
)sql";

// A tenure as it is recorded from now on, in a post of this unit.
void record(db::Tx& tx, const Kit& kit, const Handover& by, UnitId unit, const Tenure& tenure) {
    if (!tenure.period.is_valid()) return;
    tx.run(
        insert_holding,
        kit.ids.next(),
        tenure.person,
        tenure.post.id,
        unit,
        tenure.kind,
        tenure.share_percent,
        by.decision,
        tenure.note,
        tenure.period.from,
        tenure.period.until,
        kit.clock.now()
    );
}

void close_tenure(db::Tx& tx, const Kit& kit, const Handover& by, UnitId unit, Tenure tenure) {
    tx.run(supersede_holding, tenure.id, kit.clock.now());
    tenure.period.until = by.on;
    record(tx, kit, by, unit, tenure);
}

constexpr auto select_main_elsewhere = R"sql(
    SELECT unit_id
      FROM organisation_holdings
     WHERE person_id = $1 AND kind = 'main' AND unit_id <> $2 AND from_date = $3
       AND until_date > $3 AND decision_id = $4 AND superseded_at = 9223372036854775807
     LIMIT 1
)sql";

// Takes back an earlier answer of the same reorganisation: as if it had never been given.
void take_back(db::Tx& tx, const Kit& kit, const Handover& by, PersonId person, UnitId old_unit) {
    const auto put = tx.one(select_main_elsewhere, person, old_unit, by.on, by.decision);
    if (!put) return;
    for (const auto& tenure : list_tenures(tx, put->get<UnitId>("unit_id"), by.on, person)) {
        if (tenure.period.from != by.on) continue;
        tx.run(supersede_holding, tenure.id, kit.clock.now());
        if (tenure.kind != "main") continue;
        auto less = tenure.post;
        less.authorised = -1;
        corresponding_post(tx, kit, by, put->get<UnitId>("unit_id"), less);
    }
}

}  // namespace

void move_staff(db::Tx& tx, const Kit& kit, const Handover& by, const Succession& succession) {
    const auto& [from, to, extent, is_default, effective_on, decision] = succession;
    std::map<PostId, PostId> successors;
    for (const auto& post : list_posts(tx, from, by.on)) {
        successors[post.id] = corresponding_post(tx, kit, by, to, post);
        close_authorisation(tx, kit, post.id, by.on);
    }
    for (auto tenure : list_tenures(tx, from, by.on)) {
        close_tenure(tx, kit, by, from, tenure);
        const auto known = successors.find(tenure.post.id);
        tenure.post.id = known != successors.end()
                             ? known->second
                             : corresponding_post(tx, kit, by, to, tenure.post);
        tenure.period.from = std::max(tenure.period.from, by.on);
        record(tx, kit, by, to, tenure);
    }
}

void end_staff(db::Tx& tx, const Kit& kit, const Handover& by, UnitId unit) {
    for (const auto& post : list_posts(tx, unit, by.on)) {
        close_authorisation(tx, kit, post.id, by.on);
    }
    for (const auto& tenure : list_tenures(tx, unit, by.on)) {
        close_tenure(tx, kit, by, unit, tenure);
    }
}

void move_person(
    db::Tx& tx, const Kit& kit, const Handover& by, PersonId person, const Passage& passage
) {
    take_back(tx, kit, by, person, passage.from);
    for (auto tenure : list_tenures(tx, passage.from, add_days(by.on, -1), person)) {
        if (tenure.period.until != by.on) continue;
        tenure.post.authorised = tenure.kind == "main" ? 1 : 0;
        tenure.post.id = corresponding_post(tx, kit, by, passage.to, tenure.post);
        tenure.period = {by.on, Date::never()};
        record(tx, kit, by, passage.to, tenure);
    }
}

}  // namespace nangluc::organisation
