#include "modules/competency/framework/framework_load.hpp"

#include <fstream>
#include <map>
#include <sstream>

#include "kit/json/json.hpp"
#include "kit/sheet/table.hpp"
#include "modules/competency/framework/content_store.hpp"
#include "modules/competency/framework/framework_store.hpp"
#include "modules/competency/framework/framework_table.hpp"

namespace nangluc::competency {

// framework.json: what the tables of a framework do not say themselves.
struct StatedName {
    std::string language;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(StatedName, (), (language, text))

struct StatedDecision {
    std::string number;
    Date decided_on;
    Date effective_from;
};
BOOST_DESCRIBE_STRUCT(StatedDecision, (), (number, decided_on, effective_from))

struct StatedTables {
    std::string levels;
    std::string competencies;
    std::optional<std::string> areas;
    // Competencies of this framework that are one with those of another, by its codes.
    std::optional<std::string> same_as;
    std::optional<std::string> roles;
    std::optional<std::string> role_levels;
    std::optional<std::string> role_requirements;
};
BOOST_DESCRIBE_STRUCT(
    StatedTables, (), (levels, competencies, areas, same_as, roles, role_levels, role_requirements)
)

struct StatedFramework {
    std::string code;
    std::string label;
    std::vector<StatedName> names;
    std::string source;
    std::string licence;
    std::string remarks;
    StatedDecision decision;
    std::string scale;
    std::string prefix;
    StatedTables tables;
    std::optional<std::string> same_as_prefix;
};
BOOST_DESCRIBE_STRUCT(
    StatedFramework,
    (),
    (code, label, names, source, licence, remarks, decision, scale, prefix, tables, same_as_prefix)
)

namespace {

using sheet::Table;

Result<StatedFramework> read_statement(const std::string& folder) {
    const std::ifstream file(folder + "/framework.json");
    if (!file) return not_found("framework.json");
    std::ostringstream text;
    text << file.rdbuf();
    return json::read<StatedFramework>(text.str());
}

// The same competency has one code in all frameworks.
Result<> unify_codes(const std::string& folder, const StatedFramework& stated, Content& content) {
    if (!stated.tables.same_as) return {};
    const auto table = TRY(Table::read(folder + "/" + *stated.tables.same_as));
    std::map<std::string, std::string> unified;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto& other = table.at(row, "dc3_competence_id");
        if (other.empty()) continue;
        const auto own = stated.prefix + table.at(row, "vn_competence_id");
        unified[own] = stated.same_as_prefix.value_or("") + other;
    }
    for (auto& item : content.items) {
        const auto found = unified.find(item.code);
        if (found != unified.end()) item.code = found->second;
    }
    return {};
}

Result<> add_roles(const std::string& folder, const StatedFramework& stated, Content& content) {
    const auto& tables = stated.tables;
    if (!tables.roles || !tables.role_levels || !tables.role_requirements) return {};

    std::map<std::string, std::string> families;
    const auto roles = TRY(Table::read(folder + "/" + *tables.roles));
    for (std::size_t row = 0; row < roles.rows(); ++row) {
        families[roles.at(row, "role_id")] = roles.at(row, "family");
    }
    std::map<std::string, std::size_t> places;
    const auto levels = TRY(Table::read(folder + "/" + *tables.role_levels));
    for (std::size_t row = 0; row < levels.rows(); ++row) {
        const auto& code = levels.at(row, "role_level_id");
        const auto& role = levels.at(row, "role_id");
        places[code] = content.roles.size();
        content.roles.push_back({code, role, families[role], levels.at(row, "name"), {}});
    }
    const auto asked = TRY(Table::read(folder + "/" + *tables.role_requirements));
    for (std::size_t row = 0; row < asked.rows(); ++row) {
        const auto place = places.find(asked.at(row, "role_level_id"));
        if (place == places.end()) {
            return invalid("framework.files", {{*tables.role_requirements, "role.unknown"}});
        }
        content.roles[place->second].levels.emplace_back(
            stated.prefix + asked.at(row, "skill_id"), std::stoi(asked.at(row, "required_level"))
        );
    }
    return {};
}

Result<Content> read_content(const std::string& folder, const StatedFramework& stated) {
    std::vector<std::string> paths = {
        folder + "/" + stated.tables.levels, folder + "/" + stated.tables.competencies};
    if (stated.tables.areas) paths.push_back(folder + "/" + *stated.tables.areas);
    auto table = TRY(read_framework_table(paths, stated.prefix));
    if (!table.faults.empty()) {
        const auto& first = table.faults.front();
        return invalid(
            "framework.files",
            {{stated.code + " row " + std::to_string(first.row) + " " + first.value, first.code}}
        );
    }
    auto content = std::move(table.content);
    content.scale = stated.scale;
    for (const auto& name : stated.names) {
        content.words.push_back({.language = name.language, .text = name.text});
    }
    TRY(unify_codes(folder, stated, content));
    TRY(add_roles(folder, stated, content));
    if (auto faults = faults_of(content); !faults.empty()) {
        return invalid("framework.files", std::move(faults));
    }
    return content;
}

}  // namespace

Result<FrameworkVersionId> import_framework(
    db::Tx& tx, const Kit& kit, const std::string& folder, UnitId owner
) {
    const auto stated = TRY(read_statement(folder));
    if (find_framework_by_code(tx, stated.code)) return conflict("framework.already_there");
    const auto content = TRY(read_content(folder, stated));

    const Framework framework{
        .id = kit.ids.make<FrameworkId>(),
        .code = stated.code,
        .owner = owner,
        .source = stated.source,
        .licence = stated.licence,
        .remarks = stated.remarks,
    };
    const Version version{
        .id = kit.ids.make<FrameworkVersionId>(),
        .framework = framework.id,
        .label = stated.label,
        .scale = TRY(find_or_add_scale(tx, kit, content)),
        .status = VersionStatus::approved,
        .decision_number = stated.decision.number,
        .decided_on = stated.decision.decided_on,
        .period = {stated.decision.effective_from, Date::never()},
    };
    add_framework(tx, kit, framework);
    add_version(tx, kit, version);
    TRY(add_content(tx, kit, version.id, content));
    return version.id;
}

Result<> import_published_frameworks(
    db::Tx& tx, const Kit& kit, const std::string& folder, Demo demo, UnitId demo_owner
) {
    TRY(import_framework(tx, kit, folder + "/digcomp-3.0"));
    TRY(import_framework(tx, kit, folder + "/vn-digital-2025"));
    if (demo == Demo::with) TRY(import_framework(tx, kit, folder + "/demo-commune", demo_owner));
    TRY(import_framework(tx, kit, folder + "/uk-gdd"));
    return {};
}

}  // namespace nangluc::competency
