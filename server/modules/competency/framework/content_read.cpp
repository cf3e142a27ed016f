#include <map>

#include "modules/competency/framework/content_store.hpp"

namespace nangluc::competency {

namespace {

constexpr auto select_texts = R"sql(
    SELECT object_kind, object_id, level, kind, language, seq, text
      FROM competency_texts
     WHERE version_id = $1
     ORDER BY object_kind, object_id, level, kind, seq, language
)sql";

using WordsByObject = std::map<std::pair<std::string, std::int64_t>, Words>;

WordsByObject words_of(db::Tx& tx, FrameworkVersionId version) {
    WordsByObject words;
    tx.each(
        select_texts,
        [&](const db::Row& row) {
            const auto object =
                std::pair(row.get<std::string>("object_kind"), row.get<std::int64_t>("object_id"));
            words[object].push_back({
                .kind = row.get<TextKind>("kind"),
                .level = row.get<int>("level"),
                .language = row.get<std::string>("language"),
                .seq = row.get<int>("seq"),
                .text = row.get<std::string>("text"),
            });
        },
        version
    );
    return words;
}

constexpr auto select_version_scale = R"sql(
    SELECT v.framework_id, v.scale_id, s.code
      FROM competency_framework_versions v
      JOIN competency_scales s ON s.id = v.scale_id
     WHERE v.id = $1
)sql";

constexpr auto select_levels_in_order = R"sql(
    SELECT id, seq, code FROM competency_levels WHERE scale_id = $1 ORDER BY seq
)sql";

constexpr auto select_areas = R"sql(
    SELECT id, code FROM competency_areas WHERE version_id = $1 ORDER BY seq
)sql";

constexpr auto select_items = R"sql(
    SELECT i.competency_id, c.code, a.code AS area
      FROM competency_version_items i
      JOIN competency_competencies c ON c.id = i.competency_id
      LEFT JOIN competency_areas a ON a.id = i.area_id
     WHERE i.version_id = $1
     ORDER BY i.seq, c.code
)sql";

constexpr auto select_roles = R"sql(
    SELECT code, role_code, family, name FROM competency_roles WHERE version_id = $1 ORDER BY seq
)sql";

constexpr auto select_role_levels = R"sql(
    SELECT r.code AS role, c.code AS competency, l.level
      FROM competency_roles r
      JOIN competency_role_levels l ON l.role_id = r.id
      JOIN competency_competencies c ON c.id = l.competency_id
     WHERE r.version_id = $1
     ORDER BY r.seq, c.code
)sql";

std::vector<Role> roles_of(db::Tx& tx, FrameworkVersionId version) {
    std::map<std::string, std::vector<std::pair<std::string, int>>> levels;
    for (const auto& row : tx.all(select_role_levels, version)) {
        levels[row.get<std::string>("role")].emplace_back(
            row.get<std::string>("competency"), row.get<int>("level")
        );
    }
    std::vector<Role> roles;
    for (const auto& row : tx.all(select_roles, version)) {
        const auto code = row.get<std::string>("code");
        roles.push_back({
            .code = code,
            .role = row.get<std::string>("role_code"),
            .family = row.get<std::string>("family"),
            .name = row.get<std::string>("name"),
            .levels = std::move(levels[code]),
        });
    }
    return roles;
}

}  // namespace

Content content_of(db::Tx& tx, FrameworkVersionId version) {
    auto words = words_of(tx, version);
    const auto said_of = [&](const char* kind, std::int64_t id) { return words[{kind, id}]; };

    const auto scale = tx.one(select_version_scale, version);
    Content content{
        .words = said_of("framework", scale->get<std::int64_t>("framework_id")),
        .scale = scale->get<std::string>("code"),
        .roles = roles_of(tx, version),
    };
    for (const auto& row : tx.all(select_levels_in_order, scale->get<ScaleId>("scale_id"))) {
        content.levels.push_back({
            .seq = row.get<int>("seq"),
            .code = row.get<std::string>("code"),
            .words = said_of("level", row.get<std::int64_t>("id")),
        });
    }
    for (const auto& row : tx.all(select_areas, version)) {
        content.areas.push_back(
            {row.get<std::string>("code"), said_of("area", row.get<std::int64_t>("id"))}
        );
    }
    for (const auto& row : tx.all(select_items, version)) {
        content.items.push_back({
            .code = row.get<std::string>("code"),
            .area = row.get<std::optional<std::string>>("area").value_or(""),
            .words = said_of("competency", row.get<std::int64_t>("competency_id")),
        });
    }
    return content;
}

constexpr auto select_item_ids = R"sql(
    SELECT c.id, c.code
      FROM competency_version_items i
      JOIN competency_competencies c ON c.id = i.competency_id
     WHERE i.version_id = $1
)sql";

std::map<std::string, CompetencyId> competency_ids_of(db::Tx& tx, FrameworkVersionId version) {
    std::map<std::string, CompetencyId> ids;
    for (const auto& row : tx.all(select_item_ids, version)) {
        ids.emplace(row.get<std::string>("code"), row.get<CompetencyId>("id"));
    }
    return ids;
}

constexpr auto select_framework_names = R"sql(
    SELECT language, text
      FROM competency_texts
     WHERE version_id = $1 AND object_kind = 'framework' AND kind = 'name'
     ORDER BY language, seq
)sql";

Words list_framework_names(db::Tx& tx, FrameworkVersionId version) {
    Words names;
    for (const auto& row : tx.all(select_framework_names, version)) {
        names.push_back(
            {.language = row.get<std::string>("language"), .text = row.get<std::string>("text")}
        );
    }
    return names;
}

constexpr auto count_version_items = R"sql(
    SELECT COUNT(*) AS items FROM competency_version_items WHERE version_id = $1
)sql";

int count_items(db::Tx& tx, FrameworkVersionId version) {
    return tx.one(count_version_items, version)->get<int>("items");
}

constexpr auto count_version_roles = R"sql(
    SELECT COUNT(*) AS roles FROM competency_roles WHERE version_id = $1
)sql";

int count_roles(db::Tx& tx, FrameworkVersionId version) {
    return tx.one(count_version_roles, version)->get<int>("roles");
}

constexpr auto delete_texts = R"sql(
    DELETE FROM competency_texts WHERE version_id = $1
)sql";

constexpr auto delete_role_levels = R"sql(
    DELETE FROM competency_role_levels
     WHERE role_id IN (SELECT id FROM competency_roles WHERE version_id = $1)
)sql";

constexpr auto delete_roles = R"sql(
    DELETE FROM competency_roles WHERE version_id = $1
)sql";

constexpr auto delete_items = R"sql(
    DELETE FROM competency_version_items WHERE version_id = $1
)sql";

constexpr auto delete_areas = R"sql(
    DELETE FROM competency_areas WHERE version_id = $1
)sql";

void remove_content(db::Tx& tx, FrameworkVersionId version) {
    for (const auto statement :
         {delete_texts, delete_role_levels, delete_roles, delete_items, delete_areas}) {
        tx.run(statement, version);
    }
}

}  // namespace nangluc::competency
