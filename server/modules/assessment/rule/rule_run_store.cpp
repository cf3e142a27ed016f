#include "modules/assessment/rule/rule_run_store.hpp"

namespace nangluc::assessment {

constexpr auto insert_run = R"sql(
    INSERT INTO assessment_rule_runs (id, rule_id, job_id, people, changed, mended, began_at,
           ended_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql";

void add_run(db::Tx& tx, const RuleRun& run) {
    tx.run(
        insert_run,
        run.id,
        run.rule,
        run.job,
        run.people,
        run.changed,
        run.mended,
        run.began_at,
        run.ended_at
    );
}

constexpr auto update_run = R"sql(
    UPDATE assessment_rule_runs
       SET people = $2, changed = $3, mended = $4, ended_at = $5
     WHERE id = $1
)sql";

void save_run(db::Tx& tx, const RuleRun& run) {
    tx.run(update_run, run.id, run.people, run.changed, run.mended, run.ended_at);
}

static RuleRun run_of(const db::Row& row) {
    return {
        .id = row.get<RuleRunId>("id"),
        .rule = row.get<RuleId>("rule_id"),
        .job = row.get<JobId>("job_id"),
        .people = row.get<std::int64_t>("people"),
        .changed = row.get<std::int64_t>("changed"),
        .mended = row.get<std::int64_t>("mended"),
        .began_at = row.get<Instant>("began_at"),
        .ended_at = row.get<std::optional<Instant>>("ended_at"),
    };
}

constexpr auto select_run = R"sql(
    SELECT id, rule_id, job_id, people, changed, mended, began_at, ended_at
      FROM assessment_rule_runs
     WHERE id = $1
)sql";

Result<RuleRun> find_run(db::Tx& tx, RuleRunId id) {
    const auto row = tx.one(select_run, id);
    if (!row) return not_found("rule_run");
    return run_of(*row);
}

constexpr auto select_runs = R"sql(
    SELECT n.id, n.rule_id, n.job_id, n.people, n.changed, n.mended, n.began_at, n.ended_at
      FROM assessment_rule_runs n
      JOIN assessment_rules r ON r.id = n.rule_id
     WHERE r.code = $1
     ORDER BY n.id DESC
     LIMIT 100
)sql";

std::vector<RuleRun> list_runs(db::Tx& tx, std::string_view code) {
    std::vector<RuleRun> runs;
    for (const auto& row : tx.all(select_runs, code)) runs.push_back(run_of(row));
    return runs;
}

constexpr auto insert_change = R"sql(
    INSERT INTO assessment_rule_changes (run_id, person_id, competency_id, from_level, to_level)
    VALUES ($1, $2, $3, $4, $5)
)sql";

void add_changes(db::Tx& tx, RuleRunId run, std::span<const Change> changes) {
    std::vector<db::Values> sets;
    sets.reserve(changes.size());
    for (const auto& change : changes) {
        sets.push_back({
            db::to_value(run),
            db::to_value(change.person),
            db::to_value(change.competency),
            db::to_value(change.from),
            db::to_value(change.to),
        });
    }
    tx.run_each(insert_change, sets);
}

constexpr auto select_changes = R"sql(
    SELECT person_id, competency_id, from_level, to_level
      FROM assessment_rule_changes
     WHERE run_id = $1
       AND (person_id > $2 OR (person_id = $2 AND competency_id > $3))
     ORDER BY person_id, competency_id
     LIMIT $4
)sql";

std::vector<Change> list_changes(db::Tx& tx, RuleRunId run, const AfterChange& after, int limit) {
    std::vector<Change> changes;
    for (const auto& row :
         tx.all(select_changes, run, after.person.value, after.competency.value, limit)) {
        changes.push_back({
            .person = row.get<PersonId>("person_id"),
            .competency = row.get<CompetencyId>("competency_id"),
            .from = row.get<int>("from_level"),
            .to = row.get<int>("to_level"),
        });
    }
    return changes;
}

constexpr auto select_people_below = R"sql(
    SELECT COUNT(DISTINCT h.person_id) AS people
      FROM organisation_v_places p
      JOIN organisation_v_holdings h
        ON h.unit_id = p.unit_id AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
     WHERE p.path >= $1 AND p.path < $2
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
)sql";

std::int64_t count_people_below(db::Tx& tx, const UnitPath& place, AsOf at) {
    return tx.one(select_people_below, place.range_from(), place.range_until(), at.on, at.known_at)
        ->get<std::int64_t>("people");
}

}  // namespace nangluc::assessment
