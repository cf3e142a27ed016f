#include "modules/competency/framework/framework_store.hpp"

#include "base/clock.hpp"

namespace nangluc::competency {

constexpr auto insert_framework = R"sql(
    INSERT INTO competency_frameworks
           (id, code, owner_unit_id, source, licence, remarks, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql";

void add_framework(db::Tx& tx, const Kit& kit, const Framework& framework) {
    tx.run(
        insert_framework,
        framework.id,
        framework.code,
        framework.owner,
        framework.source,
        framework.licence,
        framework.remarks,
        kit.clock.now()
    );
}

static Framework framework_of(const db::Row& row) {
    return {
        .id = row.get<FrameworkId>("id"),
        .code = row.get<std::string>("code"),
        .owner = row.get<UnitId>("owner_unit_id"),
        .source = row.get<std::string>("source"),
        .licence = row.get<std::string>("licence"),
        .remarks = row.get<std::string>("remarks"),
    };
}

constexpr auto select_frameworks = R"sql(
    SELECT id, code, owner_unit_id, source, licence, remarks
      FROM competency_frameworks
     WHERE (id = $1 OR $1 = 0) AND (code = $2 OR $2 = '')
     ORDER BY code
)sql";

Result<Framework> find_framework(db::Tx& tx, FrameworkId id) {
    const auto row = tx.one(select_frameworks, id.value, "");
    if (!row || !id) return not_found("framework");
    return framework_of(*row);
}

Result<Framework> find_framework_by_code(db::Tx& tx, std::string_view code) {
    const auto row = tx.one(select_frameworks, 0, code);
    if (!row || code.empty()) return not_found("framework");
    return framework_of(*row);
}

std::vector<Framework> list_frameworks(db::Tx& tx) {
    std::vector<Framework> frameworks;
    for (const auto& row : tx.all(select_frameworks, 0, ""))
        frameworks.push_back(framework_of(row));
    return frameworks;
}

constexpr auto insert_version = R"sql(
    INSERT INTO competency_framework_versions
           (id, framework_id, label, scale_id, status, decision_number, decided_on,
            from_date, until_date, version, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql";

void add_version(db::Tx& tx, const Kit& kit, const Version& version) {
    tx.run(
        insert_version,
        version.id,
        version.framework,
        version.label,
        version.scale,
        version.status,
        version.decision_number,
        version.decided_on,
        version.period.from,
        version.period.until,
        version.revision,
        kit.clock.now()
    );
}

constexpr auto update_version = R"sql(
    UPDATE competency_framework_versions
       SET label = $3, status = $4, decision_number = $5, decided_on = $6,
           from_date = $7, until_date = $8, version = version + 1
     WHERE id = $1 AND version = $2
)sql";

Result<> save_version(db::Tx& tx, Version& version) {
    const auto rows = tx.run(
        update_version,
        version.id,
        version.revision,
        version.label,
        version.status,
        version.decision_number,
        version.decided_on,
        version.period.from,
        version.period.until
    );
    if (rows == 0) return stale("framework.stale");

    ++version.revision;
    return {};
}

static Version version_of(const db::Row& row) {
    return {
        .id = row.get<FrameworkVersionId>("id"),
        .framework = row.get<FrameworkId>("framework_id"),
        .label = row.get<std::string>("label"),
        .scale = row.get<ScaleId>("scale_id"),
        .status = row.get<VersionStatus>("status"),
        .decision_number = row.get<std::string>("decision_number"),
        .decided_on = row.get<std::optional<Date>>("decided_on"),
        .period = row.period(),
        .revision = row.get<int>("version"),
    };
}

constexpr auto select_versions = R"sql(
    SELECT id, framework_id, label, scale_id, status, decision_number, decided_on,
           from_date, until_date, version
      FROM competency_framework_versions
     WHERE (id = $1 OR $1 = 0) AND (framework_id = $2 OR $2 = 0)
     ORDER BY framework_id, CASE status WHEN 'draft' THEN 1 ELSE 0 END, from_date DESC, id DESC
)sql";

Result<Version> find_version(db::Tx& tx, FrameworkVersionId id) {
    const auto row = tx.one(select_versions, id.value, 0);
    if (!row || !id) return not_found("framework");
    return version_of(*row);
}

std::vector<Version> list_versions(db::Tx& tx, FrameworkId framework) {
    std::vector<Version> versions;
    for (const auto& row : tx.all(select_versions, 0, framework.value)) {
        versions.push_back(version_of(row));
    }
    return versions;
}

constexpr auto insert_framework_act = R"sql(
    INSERT INTO competency_framework_acts (id, version_id, became, account_id, reason, at)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

void add_act(
    db::Tx& tx, const Kit& kit, const Version& version, AccountId by, std::string_view reason
) {
    tx.run(
        insert_framework_act,
        kit.ids.next(),
        version.id,
        version.status,
        by.value,
        reason,
        kit.clock.now()
    );
}

constexpr auto select_drafters = R"sql(
    SELECT DISTINCT account_id
      FROM competency_framework_acts
     WHERE version_id = $1 AND became = 'draft'
     ORDER BY account_id
)sql";

std::vector<AccountId> drafters_of(db::Tx& tx, FrameworkVersionId version) {
    std::vector<AccountId> drafters;
    for (const auto& row : tx.all(select_drafters, version)) {
        drafters.push_back(row.get<AccountId>("account_id"));
    }
    return drafters;
}

}  // namespace nangluc::competency
