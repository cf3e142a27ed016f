#include "modules/organisation/holding/holding_record.hpp"

#include "base/clock.hpp"

namespace nangluc::organisation {

// What a record keeps of a holding; its classes are of no matter there.
static Holding recorded(const db::Row& row) {
    return {
        .id = row.get<HoldingId>("holding_id"),
        .person = row.get<PersonId>("person_id"),
        .post = row.get<PostId>("post_id"),
        .unit = row.get<UnitId>("unit_id"),
        .kind = row.get<HoldingKind>("kind"),
        .share_percent = row.get<int>("share_percent"),
        .period = row.period(),
    };
}

static std::vector<Holding> all_recorded(const std::vector<db::Row>& rows) {
    std::vector<Holding> holdings;
    for (const auto& row : rows) holdings.push_back(recorded(row));
    return holdings;
}

constexpr auto select_post_unit = R"sql(
    SELECT unit_id
      FROM organisation_posts
     WHERE id = $1
)sql";

constexpr auto select_authorisations = R"sql(
    SELECT authorised, from_date, until_date
      FROM organisation_post_authorisations
     WHERE post_id = $1 AND superseded_at = 9223372036854775807
     ORDER BY from_date
)sql";

constexpr auto select_holders = R"sql(
    SELECT id AS holding_id, person_id, post_id, unit_id, kind, share_percent, from_date,
           until_date
      FROM organisation_holdings
     WHERE post_id = $1 AND superseded_at = 9223372036854775807
     ORDER BY from_date, id
)sql";

Result<PostRecord> find_post_record(db::Tx& tx, PostId post) {
    const auto found = tx.one(select_post_unit, post);
    if (!found) return not_found("post");
    PostRecord record{
        .post = post,
        .unit = found->get<UnitId>("unit_id"),
        .authorisations = {},
        .holders = all_recorded(tx.all(select_holders, post)),
    };
    for (const auto& row : tx.all(select_authorisations, post)) {
        record.authorisations.push_back({row.get<int>("authorised"), row.period()});
    }
    return record;
}

constexpr auto select_holding = R"sql(
    SELECT id AS holding_id, person_id, post_id, unit_id, kind, share_percent, from_date,
           until_date
      FROM organisation_holdings
     WHERE id = $1 AND superseded_at = 9223372036854775807
)sql";

Result<Holding> find_holding(db::Tx& tx, HoldingId holding) {
    const auto row = tx.one(select_holding, holding);
    if (!row) return not_found("holding");
    return recorded(*row);
}

constexpr auto select_career = R"sql(
    SELECT id AS holding_id, person_id, post_id, unit_id, kind, share_percent, from_date,
           until_date
      FROM organisation_holdings
     WHERE person_id = $1 AND superseded_at = 9223372036854775807
     ORDER BY from_date, id
)sql";

std::vector<Holding> list_career(db::Tx& tx, PersonId person) {
    return all_recorded(tx.all(select_career, person));
}

constexpr auto select_career_lines = R"sql(
    SELECT h.id AS holding_id, h.person_id, h.post_id, h.unit_id, h.kind, h.share_percent,
           h.from_date, h.until_date, h.note, q.name AS position_name,
           q.name_en AS position_name_en, COALESCE(n.full_name, '') AS unit_name
      FROM organisation_holdings h
      JOIN organisation_posts t ON t.id = h.post_id
      JOIN organisation_positions q ON q.id = t.position_id
      LEFT JOIN organisation_unit_names n
        ON n.unit_id = h.unit_id
       AND n.from_date <= h.from_date AND n.until_date > h.from_date
       AND n.recorded_at <= $2 AND n.superseded_at > $2
     WHERE h.person_id = $1
       AND h.recorded_at <= $2 AND h.superseded_at > $2
     ORDER BY h.from_date DESC, CASE h.kind WHEN 'main' THEN 0 ELSE 1 END, h.id
)sql";

std::vector<CareerLine> list_career_lines(db::Tx& tx, PersonId person, Instant known_at) {
    std::vector<CareerLine> lines;
    for (const auto& row : tx.all(select_career_lines, person, known_at)) {
        lines.push_back({
            .holding = recorded(row),
            .position_name = row.get<std::string>("position_name"),
            .position_name_en = row.get<std::string>("position_name_en"),
            .unit_name = row.get<std::string>("unit_name"),
            .note = row.get<std::string>("note"),
        });
    }
    return lines;
}

constexpr auto insert_holding = R"sql(
    INSERT INTO organisation_holdings (id, person_id, post_id, unit_id, kind, share_percent, note,
           from_date, until_date, recorded_at, superseded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 9223372036854775807)
)sql";

HoldingId add_holding(db::Tx& tx, const Kit& kit, const Holding& holding, const std::string& note) {
    const auto id = kit.ids.make<HoldingId>();
    tx.run(
        insert_holding,
        id,
        holding.person,
        holding.post,
        holding.unit,
        holding.kind,
        holding.share_percent,
        note,
        holding.period.from,
        holding.period.until,
        kit.clock.now()
    );
    return id;
}

constexpr auto update_superseded = R"sql(
    UPDATE organisation_holdings
       SET superseded_at = $2
     WHERE id = $1 AND superseded_at = 9223372036854775807
)sql";

void supersede_holding(db::Tx& tx, const Kit& kit, HoldingId holding) {
    tx.run(update_superseded, holding, kit.clock.now());
}

}  // namespace nangluc::organisation
