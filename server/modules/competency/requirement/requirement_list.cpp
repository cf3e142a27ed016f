#include "base/clock.hpp"
#include "modules/competency/requirement/requirement_store.hpp"

namespace nangluc::competency {

constexpr auto insert_requirement = R"sql(
    INSERT INTO competency_requirements
           (id, reason_kind, reason_id, reason_word, scope_unit_id, competency_id,
            minimum, desired, goal, decision_number, end_decision_number, note,
            from_date, until_date, recorded_at, superseded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
)sql";

void add_requirement(db::Tx& tx, const Kit& kit, const StatedRequirement& stated) {
    const auto& requirement = stated.requirement;
    tx.run(
        insert_requirement,
        requirement.id,
        requirement.reason.kind,
        requirement.reason.id,
        requirement.reason.word,
        requirement.scope,
        requirement.competency,
        requirement.minimum,
        requirement.desired,
        requirement.goal,
        requirement.decision_number,
        stated.end_decision_number.empty() ? std::nullopt
                                           : std::optional(stated.end_decision_number),
        stated.note,
        requirement.period.from,
        requirement.period.until,
        kit.clock.now(),
        Instant::never()
    );
}

static StatedRequirement stated_of(const db::Row& row) {
    return {
        .requirement =
            {
                .id = row.get<RequirementId>("id"),
                .reason =
                    {row.get<ReasonKind>("reason_kind"),
                     row.get<std::int64_t>("reason_id"),
                     row.get<std::string>("reason_word")},
                .scope = row.get<UnitId>("scope_unit_id"),
                .competency = row.get<CompetencyId>("competency_id"),
                .minimum = row.get<int>("minimum"),
                .desired = row.get<int>("desired"),
                .goal = row.get<Goal>("goal"),
                .decision_number = row.get<std::string>("decision_number"),
                .period = row.period(),
            },
        .note = row.get<std::string>("note"),
        .end_decision_number =
            row.get<std::optional<std::string>>("end_decision_number").value_or(""),
    };
}

constexpr auto select_requirement = R"sql(
    SELECT id, reason_kind, reason_id, reason_word, scope_unit_id, competency_id,
           minimum, desired, goal, decision_number, end_decision_number, note,
           from_date, until_date
      FROM competency_requirements
     WHERE id = $1 AND superseded_at = $2
)sql";

Result<StatedRequirement> find_requirement(db::Tx& tx, RequirementId id) {
    const auto row = tx.one(select_requirement, id, Instant::never());
    if (!row) return not_found("requirement");
    return stated_of(*row);
}

constexpr auto update_superseded = R"sql(
    UPDATE competency_requirements SET superseded_at = $2 WHERE id = $1 AND superseded_at = $3
)sql";

Result<> supersede_requirement(db::Tx& tx, const Kit& kit, RequirementId id) {
    if (tx.run(update_superseded, id, kit.clock.now(), Instant::never()) == 0) {
        return stale("requirement.stale");
    }
    return {};
}

constexpr auto select_alike = R"sql(
    SELECT id, reason_kind, reason_id, reason_word, scope_unit_id, competency_id,
           minimum, desired, goal, decision_number, end_decision_number, note,
           from_date, until_date
      FROM competency_requirements
     WHERE reason_kind = $1 AND reason_id = $2 AND reason_word = $3 AND competency_id = $4
       AND superseded_at = $5
     ORDER BY from_date, id
)sql";

std::vector<StatedRequirement> list_alike(db::Tx& tx, const Requirement& requirement) {
    std::vector<StatedRequirement> alike;
    const auto& reason = requirement.reason;
    for (const auto& row : tx.all(
             select_alike,
             reason.kind,
             reason.id,
             reason.word,
             requirement.competency,
             Instant::never()
         )) {
        alike.push_back(stated_of(row));
    }
    return alike;
}

constexpr auto select_last_level = R"sql(
    SELECT levels FROM competency_v_competencies WHERE competency_id = $1
)sql";

Result<int> last_level_of(db::Tx& tx, CompetencyId competency) {
    const auto row = tx.one(select_last_level, competency);
    if (!row) return not_found("competency");
    return row->get<int>("levels");
}

// A requirement concerns a unit when it is stated at or below it, or above it.
constexpr auto select_requirements = R"sql(
    SELECT r.id, r.reason_kind, r.reason_id, r.reason_word, r.scope_unit_id, r.competency_id,
           r.minimum, r.desired, r.goal, r.decision_number, r.end_decision_number, r.note,
           r.from_date, r.until_date, r.recorded_at,
           COALESCE(q.name, g.name, k.name, tq.name, e.name, '') AS reason_name,
           COALESCE(q.name_en, g.name_en, k.name_en, tq.name_en, e.name, '') AS reason_name_en,
           n.full_name AS scope_name, p.path AS scope_place, c.block, c.slot
      FROM competency_requirements r
      JOIN competency_competencies c ON c.id = r.competency_id
      JOIN organisation_v_places p
        ON p.unit_id = r.scope_unit_id
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
      JOIN organisation_v_names n
        ON n.unit_id = r.scope_unit_id
       AND n.from_date <= $3 AND n.until_date > $3
       AND n.recorded_at <= $4 AND n.superseded_at > $4
      LEFT JOIN organisation_v_positions q
        ON r.reason_kind = 'position' AND q.position_id = r.reason_id
      LEFT JOIN organisation_v_groups g
        ON r.reason_kind IN ('position_group', 'occupational_group') AND g.group_id = r.reason_id
      LEFT JOIN organisation_v_ranks k ON r.reason_kind = 'rank' AND k.rank_id = r.reason_id
      LEFT JOIN organisation_v_posts t
        ON r.reason_kind = 'post' AND t.post_id = r.reason_id
       AND t.from_date <= $3 AND t.until_date > $3
       AND t.recorded_at <= $4 AND t.superseded_at > $4
      LEFT JOIN organisation_v_positions tq ON tq.position_id = t.position_id
      LEFT JOIN organisation_v_people e ON r.reason_kind = 'person' AND e.person_id = r.reason_id
     WHERE r.from_date <= $3 AND r.until_date > $3
       AND r.recorded_at <= $4 AND r.superseded_at > $4
       AND ((p.path >= $1 AND p.path < $2) OR SUBSTR($1, 1, LENGTH(p.path)) = p.path)
       AND (r.reason_kind = $5 OR $5 = '')
       AND (r.reason_id = $6 OR $6 = 0)
       AND (r.competency_id = $7 OR $7 = 0)
       AND (r.reason_kind <> 'person' OR CAST($8 AS bigint) = 1)
       AND (c.block, c.slot, r.id) > ($9, $10, $11)
     ORDER BY c.block, c.slot, r.id
     LIMIT $12
)sql";

std::vector<ListedRequirement> list_requirements(
    db::Tx& tx, const RequirementFilter& filter, AsOf at
) {
    std::vector<ListedRequirement> requirements;
    const auto after = filter.after.value_or(AfterRequirement{-1, -1, {}});
    tx.each(
        select_requirements,
        [&](const db::Row& row) {
            requirements.push_back({
                .stated = stated_of(row),
                .reason_name = row.get<std::string>("reason_name"),
                .reason_name_en = row.get<std::string>("reason_name_en"),
                .scope_name = row.get<std::string>("scope_name"),
                .scope_place = row.get<UnitPath>("scope_place"),
                .block = row.get<int>("block"),
                .slot = row.get<int>("slot"),
                .recorded_at = row.get<Instant>("recorded_at"),
            });
        },
        filter.unit.range_from(),
        filter.unit.range_until(),
        at.on,
        at.known_at,
        filter.kind ? name_of(*filter.kind) : "",
        filter.reason,
        filter.competency.value,
        filter.people == RequirementFilter::People::shown,
        after.block,
        after.slot,
        after.id.value,
        filter.limit
    );
    return requirements;
}

}  // namespace nangluc::competency
