#include "modules/needs/group/group_store.hpp"

#include <unordered_set>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "kit/json/json.hpp"

namespace nangluc::needs {

static TargetGroup group_of(const db::Row& row) {
    return {
        .id = row.get<TargetGroupId>("id"),
        .title = row.get<std::string>("title"),
        .unit = row.get<UnitId>("unit_id"),
        .rule = json::read<GroupRule>(row.get<std::string>("rule")).value(),
        .on = row.get<Date>("on_date"),
        .known_at = row.get<Instant>("known_at"),
        .status = row.get<GroupStatus>("status"),
        .account = row.get<AccountId>("account_id"),
        .version = row.get<int>("version"),
    };
}

constexpr auto select_group = R"sql(
    SELECT id, title, unit_id, rule, on_date, known_at, status, account_id, version
      FROM needs_groups
     WHERE id = $1
)sql";

Result<TargetGroup> find_group(db::Tx& tx, TargetGroupId id) {
    const auto row = tx.one(select_group, id);
    if (!row) return not_found("target_group");
    return group_of(*row);
}

// Of a unit that no longer stands, the groups are found where its default successor stands.
constexpr auto select_groups = R"sql(
    WITH RECURSIVE homes (unit_id) AS (
        SELECT c.unit_id
          FROM organisation_v_places c
         WHERE c.path >= $1 AND c.path < $2
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
    SELECT g.id, g.title, g.unit_id, g.rule, g.on_date, g.known_at, g.status, g.account_id,
           g.version
      FROM needs_groups g
      JOIN homes h ON h.unit_id = g.unit_id
     WHERE g.id < $5 OR $5 = 0
     ORDER BY g.id DESC
     LIMIT $6
)sql";

std::vector<TargetGroup> list_groups(
    db::Tx& tx, const UnitPath& place, AsOf at, TargetGroupId after, int limit
) {
    std::vector<TargetGroup> groups;
    for (const auto& row : tx.all(
             select_groups,
             place.range_from(),
             place.range_until(),
             at.on,
             at.known_at,
             after.value,
             limit
         )) {
        groups.push_back(group_of(row));
    }
    return groups;
}

constexpr auto count_members = R"sql(
    SELECT COUNT(DISTINCT person_id) AS people
      FROM needs_group_members
     WHERE group_id = $1
)sql";

int count_people(db::Tx& tx, TargetGroupId id) {
    return tx.one(count_members, id)->get<int>("people");
}

constexpr auto select_last_name = R"sql(
    SELECT full_name
      FROM organisation_v_names
     WHERE unit_id = $1 AND from_date <= $2
       AND recorded_at <= $3 AND superseded_at > $3
     ORDER BY until_date DESC
     LIMIT 1
)sql";

std::string last_name_of(db::Tx& tx, UnitId unit, AsOf at) {
    const auto row = tx.one(select_last_name, unit, at.on, at.known_at);
    return row ? row->get<std::string>("full_name") : std::string();
}

constexpr auto insert_group = R"sql(
    INSERT INTO needs_groups (
        id, title, unit_id, rule, on_date, known_at, status, account_id, version, recorded_at
    )
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql";

void add_group(db::Tx& tx, const TargetGroup& group, Instant now) {
    tx.run(
        insert_group,
        group.id,
        group.title,
        group.unit,
        json::write(group.rule),
        group.on,
        group.known_at,
        group.status,
        group.account,
        group.version,
        now
    );
}

constexpr auto update_group = R"sql(
    UPDATE needs_groups
       SET status = $3, version = version + 1
     WHERE id = $1 AND version = $2
)sql";

Result<> save_group(db::Tx& tx, TargetGroup& group) {
    const auto rows = tx.run(update_group, group.id, group.version, group.status);
    if (rows == 0) return stale("group.stale");

    ++group.version;
    return {};
}

constexpr auto insert_group_act = R"sql(
    INSERT INTO needs_group_acts (id, group_id, became, account_id, reason, at)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

void add_group_act(
    db::Tx& tx, const Kit& kit, const TargetGroup& group, AccountId by, const std::string& reason
) {
    tx.run(insert_group_act, kit.ids.next(), group.id, group.status, by, reason, kit.clock.now());
}

void add_members(db::Tx& tx, TargetGroupId group, const std::vector<FrozenMember>& members) {
    using db::to_value;
    std::size_t next = 0;
    tx.load(
        "needs_group_members",
        {"group_id", "person_id", "competency_id", "unit_id", "required", "held", "explanation"},
        [&](db::Values& values) {
            if (next == members.size()) return false;
            const auto& [member, explanation] = members[next++];
            values = {
                to_value(group),
                to_value(member.person),
                to_value(member.competency),
                to_value(member.unit),
                to_value(member.required),
                to_value(member.held),
                to_value(explanation),
            };
            return true;
        }
    );
}

static Member member_of(const db::Row& row) {
    return {
        .person = row.get<PersonId>("person_id"),
        .competency = row.get<CompetencyId>("competency_id"),
        .unit = row.get<UnitId>("unit_id"),
        .required = row.get<int>("required"),
        .held = row.get<std::optional<int>>("held"),
    };
}

constexpr auto select_members = R"sql(
    SELECT person_id, competency_id, unit_id, required, held
      FROM needs_group_members
     WHERE group_id = $1
     ORDER BY person_id, competency_id
)sql";

Result<std::vector<Member>> list_members(db::Tx& tx, TargetGroupId group) {
    TRY(find_group(tx, group));
    std::vector<Member> members;
    for (const auto& row : tx.all(select_members, group)) members.push_back(member_of(row));
    return members;
}

constexpr auto select_members_by_name = R"sql(
    SELECT m.person_id, m.competency_id, m.unit_id, m.required, m.held, m.explanation,
           p.name AS person_name, p.sort_key AS person_key, p.staff_number
      FROM needs_group_members m
      JOIN organisation_v_people p ON p.person_id = m.person_id
     WHERE m.group_id = $1
       AND (p.sort_key > $2
            OR (p.sort_key = $2 AND m.person_id > $3)
            OR (p.sort_key = $2 AND m.person_id = $3 AND m.competency_id > $4))
     ORDER BY p.sort_key, m.person_id, m.competency_id
     LIMIT $5
)sql";

std::vector<ListedMember> list_members_by_name(
    db::Tx& tx, TargetGroupId group, const MemberPlace& after, int limit
) {
    std::vector<ListedMember> members;
    for (const auto& row : tx.all(
             select_members_by_name,
             group,
             after.person_key,
             after.person.value,
             after.competency.value,
             limit
         )) {
        members.push_back({
            .member = member_of(row),
            .person_name = row.get<std::string>("person_name"),
            .person_key = row.get<std::string>("person_key"),
            .staff_number = row.get<std::string>("staff_number"),
            .explanation = row.get<std::string>("explanation"),
        });
    }
    return members;
}

// Whole, because a reform touches more units than there are groups.
constexpr auto select_open_group_units = R"sql(
    SELECT id, unit_id
      FROM needs_groups
     WHERE status <> 'closed'
     UNION
    SELECT g.id, m.unit_id
      FROM needs_groups g
      JOIN needs_group_members m ON m.group_id = g.id
     WHERE g.status <> 'closed'
)sql";

organisation::Impact count_groups_of(db::Tx& tx, const std::vector<UnitId>& units) {
    const std::unordered_set<UnitId> touched(units.begin(), units.end());
    std::unordered_set<TargetGroupId> groups;
    for (const auto& row : tx.all(select_open_group_units)) {
        if (touched.contains(row.get<UnitId>("unit_id"))) {
            groups.insert(row.get<TargetGroupId>("id"));
        }
    }
    return {.noun = "groups", .count = static_cast<int>(groups.size())};
}

}  // namespace nangluc::needs
