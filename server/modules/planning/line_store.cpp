#include "modules/planning/line_store.hpp"

#include "modules/platform/api.hpp"

namespace nangluc::planning {

static Line line_of(const db::Row& row) {
    return {
        .id = row.get<LineId>("id"),
        .plan = row.get<PlanId>("plan_id"),
        .seq = row.get<int>("seq"),
        .programme = row.get<ProgrammeVersionId>("programme_version_id"),
        .group = row.get<TargetGroupId>("group_id"),
        .source = row.get<BudgetSource>("source"),
        .note = row.get<std::string>("note"),
    };
}

constexpr auto select_lines = R"sql(
    SELECT l.id, l.plan_id, l.seq, l.programme_version_id, l.group_id, l.source, l.note,
           COALESCE(g.title, '') AS group_title,
           (SELECT COUNT(*)
              FROM planning_line_needs n WHERE n.line_id = l.id) AS needs,
           (SELECT COUNT(DISTINCT n.person_id)
              FROM planning_line_needs n WHERE n.line_id = l.id) AS people
      FROM planning_lines l
      LEFT JOIN needs_v_groups g ON g.group_id = l.group_id
     WHERE l.plan_id = $1
     ORDER BY l.seq
)sql";

std::vector<ListedLine> list_lines(db::Tx& tx, PlanId plan) {
    std::vector<ListedLine> lines;
    for (const auto& row : tx.all(select_lines, plan)) {
        auto line = line_of(row);
        const auto programme = line.programme;
        lines.push_back({
            .line = std::move(line),
            .programme = programmes::find_version(tx, programme).value(),
            .group_title = row.get<std::string>("group_title"),
            .needs = row.get<int>("needs"),
            .people = row.get<int>("people"),
        });
    }
    return lines;
}

constexpr auto select_line = R"sql(
    SELECT id, plan_id, seq, programme_version_id, group_id, source, note
      FROM planning_lines
     WHERE plan_id = $1 AND id = $2
)sql";

Result<Line> find_line(db::Tx& tx, PlanId plan, LineId id) {
    const auto row = tx.one(select_line, plan, id);
    if (!row) return not_found("plan_line");
    return line_of(*row);
}

constexpr auto select_same_line = R"sql(
    SELECT id
      FROM planning_lines
     WHERE plan_id = $1 AND programme_version_id = $2 AND group_id = $3
)sql";

bool has_line(db::Tx& tx, const Line& line) {
    return tx.one(select_same_line, line.plan, line.programme, line.group).has_value();
}

constexpr auto select_last_number = R"sql(
    SELECT COALESCE(MAX(seq), 0) AS seq FROM planning_lines WHERE plan_id = $1
)sql";

int next_line_number(db::Tx& tx, PlanId plan) {
    return tx.one(select_last_number, plan)->get<int>("seq") + 1;
}

constexpr auto insert_line = R"sql(
    INSERT INTO planning_lines (id, plan_id, seq, programme_version_id, group_id, source, note)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql";

constexpr auto insert_need = R"sql(
    INSERT INTO planning_line_needs (
        line_id, person_id, competency_id, unit_id, from_level, to_level
    )
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

constexpr auto insert_exclusion = R"sql(
    INSERT INTO planning_line_exclusions (
        line_id, person_id, competency_id, unit_id, reason, attended_version_id, attended_until
    )
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql";

void add_line(db::Tx& tx, const Line& line, const Selection& selection) {
    tx.run(
        insert_line,
        line.id,
        line.plan,
        line.seq,
        line.programme,
        line.group,
        line.source,
        line.note
    );
    add_selection(tx, line.id, selection);
}

void add_selection(db::Tx& tx, LineId line, const Selection& selection) {
    std::vector<db::Values> needs;
    using db::to_value;
    for (const auto& [person, competency, unit, from_level, to_level] : selection.needs) {
        needs.push_back(
            {to_value(line),
             to_value(person),
             to_value(competency),
             to_value(unit),
             to_value(from_level),
             to_value(to_level)}
        );
    }
    tx.run_each(insert_need, needs);

    std::vector<db::Values> exclusions;
    for (const auto& [person, competency, unit, reason, completion] : selection.excluded) {
        const auto until = completion ? completion->valid_until : std::nullopt;
        exclusions.push_back(
            {to_value(line),
             to_value(person),
             to_value(competency),
             to_value(unit),
             to_value(reason),
             completion ? to_value(completion->attended) : db::Value(),
             until ? to_value(*until) : db::Value()}
        );
    }
    tx.run_each(insert_exclusion, exclusions);
}

constexpr auto delete_needs = R"sql(
    DELETE FROM planning_line_needs WHERE line_id = $1
)sql";
constexpr auto delete_exclusions = R"sql(
    DELETE FROM planning_line_exclusions WHERE line_id = $1
)sql";
constexpr auto delete_nominations = R"sql(
    DELETE FROM planning_nominations WHERE line_id = $1
)sql";
constexpr auto delete_sessions = R"sql(
    DELETE FROM planning_sessions WHERE line_id = $1
)sql";
constexpr auto delete_line = R"sql(
    DELETE FROM planning_lines WHERE id = $1
)sql";

void remove_line(db::Tx& tx, LineId line) {
    tx.run(delete_needs, line);
    tx.run(delete_exclusions, line);
    tx.run(delete_nominations, line);
    tx.run(delete_sessions, line);
    tx.run(delete_line, line);
}

constexpr auto select_needs_of_line = R"sql(
    SELECT person_id, competency_id, unit_id, from_level, to_level
      FROM planning_line_needs
     WHERE line_id = $1
     ORDER BY person_id, competency_id
)sql";

std::vector<LineNeed> list_line_needs(db::Tx& tx, LineId line) {
    std::vector<LineNeed> needs;
    tx.each(
        select_needs_of_line,
        [&](const db::Row& row) {
            needs.push_back({
                .person = row.get<PersonId>("person_id"),
                .competency = row.get<CompetencyId>("competency_id"),
                .unit = row.get<UnitId>("unit_id"),
                .from_level = row.get<int>("from_level"),
                .to_level = row.get<int>("to_level"),
            });
        },
        line
    );
    return needs;
}

// Everybody of the group whom the programme concerns: who sits where, who does not, and why.
constexpr auto select_line_people = R"sql(
    SELECT k.person_id, p.name, k.unit_id,
           COALESCE(n.full_name, '') || COALESCE(', ' || a.full_name, '') AS unit_name,
           k.competency_id, k.from_level, k.to_level, k.reason, k.attended_version_id, k.attended_until,
           s.session_id, u.reason AS unplaced, m.assessed, m.reason AS nominated_for, m.account_id
      FROM (SELECT person_id, competency_id, unit_id, from_level, to_level, '' AS reason,
                   CAST(NULL AS bigint) AS attended_version_id,
                   CAST(NULL AS bigint) AS attended_until
              FROM planning_line_needs
             WHERE line_id = $1
            UNION ALL
            SELECT person_id, competency_id, unit_id, 0, 0, reason, attended_version_id,
                   attended_until
              FROM planning_line_exclusions
             WHERE line_id = $1) k
      JOIN organisation_v_people p ON p.person_id = k.person_id
      LEFT JOIN organisation_v_names n
        ON n.unit_id = k.unit_id
       AND n.from_date <= $3 AND n.until_date > $3
       AND n.superseded_at = 9223372036854775807
      LEFT JOIN organisation_v_places w
        ON w.unit_id = k.unit_id
       AND w.from_date <= $3 AND w.until_date > $3
       AND w.superseded_at = 9223372036854775807
      LEFT JOIN organisation_v_names a
        ON a.unit_id = w.parent_id
       AND a.from_date <= $3 AND a.until_date > $3
       AND a.superseded_at = 9223372036854775807
      LEFT JOIN planning_seats s
        ON s.person_id = k.person_id
       AND s.session_id IN (SELECT id FROM planning_sessions WHERE line_id = $1)
      LEFT JOIN planning_unplaced u
        ON u.solution_id = $2 AND u.line_id = $1
       AND u.person_id = k.person_id AND u.competency_id = k.competency_id
      LEFT JOIN planning_nominations m
        ON m.line_id = $1 AND m.person_id = k.person_id AND m.competency_id = k.competency_id
     ORDER BY p.sort_key, k.person_id, k.competency_id
)sql";

static std::optional<LinePerson::Nomination> nomination_of(db::Tx& tx, const db::Row& row) {
    const auto by = row.get<std::optional<AccountId>>("account_id");
    if (!by) return std::nullopt;
    return LinePerson::Nomination{
        .is_assessed = row.get<int>("assessed") == 1,
        .reason = row.get<std::string>("nominated_for"),
        .by_name = platform::name_of_account(tx, *by),
    };
}

std::vector<LinePerson> list_line_people(db::Tx& tx, const Plan& plan, LineId line, Date on) {
    std::vector<LinePerson> people;
    for (const auto& row : tx.all(select_line_people, line, plan.solution.value, on)) {
        const auto reason = row.get<std::string>("reason");
        people.push_back({
            .person = row.get<PersonId>("person_id"),
            .name = row.get<std::string>("name"),
            .unit = row.get<UnitId>("unit_id"),
            .unit_name = row.get<std::string>("unit_name"),
            .competency = row.get<CompetencyId>("competency_id"),
            .from_level = row.get<int>("from_level"),
            .to_level = row.get<int>("to_level"),
            .excluded = reason.empty() ? std::nullopt
                                       : std::optional(parse_word<Exclusion>(reason).value()),
            .attended = row.get<std::optional<ProgrammeVersionId>>("attended_version_id")
                            .value_or(ProgrammeVersionId{}),
            .attended_until = row.get<std::optional<Date>>("attended_until"),
            .session =
                row.get<std::optional<PlanSessionId>>("session_id").value_or(PlanSessionId{}),
            .unplaced = row.get<std::optional<std::string>>("unplaced"),
            .nomination = nomination_of(tx, row),
        });
    }
    return people;
}

constexpr auto select_avoided = R"sql(
    SELECT COUNT(DISTINCT person_id) FILTER (WHERE reason = 'completed') AS completed,
           COUNT(DISTINCT person_id) FILTER (WHERE reason = 'already_holds') AS holding
      FROM planning_line_exclusions e
     WHERE line_id = $1
       AND person_id NOT IN (SELECT n.person_id FROM planning_line_needs n WHERE n.line_id = $1)
)sql";

Avoided count_avoided(db::Tx& tx, LineId line) {
    const auto row = tx.one(select_avoided, line);
    return {row->get<int>("completed"), row->get<int>("holding")};
}

}  // namespace nangluc::planning
