#include "modules/competency/framework/framework_import.hpp"

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/files.hpp"
#include "kit/json/json.hpp"
#include "modules/competency/framework/content_store.hpp"
#include "modules/competency/framework/framework_service.hpp"
#include "modules/competency/framework/framework_store.hpp"

namespace nangluc::competency {

namespace {

// The table with everything that the file alone does not say.
Result<FrameworkTable> read(const std::string& path, const FrameworkReading& reading) {
    auto table = TRY(read_framework_table({path}, reading.prefix));
    auto& content = table.content;
    if (content.levels.empty()) {
        for (int seq = 1; seq <= reading.levels; ++seq) {
            content.levels.push_back({seq, std::to_string(seq), {}});
        }
    }
    content.scale = reading.scale;
    if (content.scale.empty()) content.scale = "levels-" + std::to_string(content.levels.size());
    return table;
}

constexpr auto select_scale_levels = R"sql(
    SELECT COUNT(*) AS levels
      FROM competency_scales s
      JOIN competency_levels l ON l.scale_id = s.id
     WHERE s.code = $1
)sql";

constexpr auto select_identities = R"sql(
    SELECT c.code, v.levels
      FROM competency_competencies c
      JOIN competency_v_competencies v ON v.competency_id = c.id
)sql";

// Against itself and against what is there. Returns how many competencies have an identity.
int check(db::Tx& tx, FrameworkTable& table) {
    const auto& content = table.content;
    const auto row_of = [&](const std::string& code) {
        const auto found = table.row_of.find(code);
        return found == table.row_of.end() ? 0 : found->second;
    };
    for (const auto& [object, code] : faults_of(content)) {
        table.faults.push_back({1, row_of(object), 0, code, object});
    }
    const auto last = static_cast<int>(content.levels.size());
    const auto known_levels = tx.one(select_scale_levels, content.scale)->get<int>("levels");
    if (known_levels != 0 && known_levels != last) {
        table.faults.push_back({1, 0, 0, "scale.other_levels", content.scale});
    }
    std::map<std::string, int> identities;
    for (const auto& row : tx.all(select_identities)) {
        identities.emplace(row.get<std::string>("code"), row.get<int>("levels"));
    }
    int known = 0;
    for (const auto& item : content.items) {
        const auto found = identities.find(item.code);
        if (found == identities.end()) continue;
        ++known;
        if (found->second < last) {
            table.faults.push_back({1, row_of(item.code), 0, "scale.too_long", item.code});
        }
    }
    return known;
}

std::vector<Fault> faults_at_cells(const std::vector<FrameworkTable::CellFault>& found) {
    std::vector<Fault> faults;
    for (const auto& fault : found) {
        faults.push_back({
            std::to_string(fault.sheet) + "!R" + std::to_string(fault.row) + "C" +
                std::to_string(fault.column),
            fault.code,
        });
    }
    return faults;
}

struct ImportNote {
    std::string framework;
    std::string label;
    std::string file;
};
BOOST_DESCRIBE_STRUCT(ImportNote, (), (framework, label, file))

// The framework of that code, or a new one.
Result<Framework> framework_for(
    db::Tx& tx, const Kit& kit, const Actor& actor, const FrameworkWish& wish
) {
    const auto today = kit.clock.today();
    if (const auto found = find_framework_by_code(tx, wish.code)) {
        TRY(require_editor(tx, actor, found.value(), today));
        for (const auto& version : list_versions(tx, found.value().id)) {
            if (version.label == wish.label) return conflict("framework.label_taken");
        }
        return found.value();
    }
    const Framework framework{
        .id = kit.ids.make<FrameworkId>(),
        .code = wish.code,
        .owner = wish.owner,
        .source = wish.source,
        .licence = wish.licence,
    };
    TRY(require_editor(tx, actor, framework, today));
    add_framework(tx, kit, framework);
    return framework;
}

}  // namespace

Result<FrameworkReport> FrameworkImportService::look(
    const Actor& actor, const std::string& bytes, const FrameworkReading& reading
) {
    if (!actor.may_somewhere(Permission::edit_frameworks)) return forbidden("edit_frameworks");
    const auto file = kit_.files.save(bytes);
    const auto path = TRY(kit_.files.path_of(file));
    auto table = TRY(read(path, reading));
    return kit_.db.read([&](db::Tx& tx) {
        const auto known = check(tx, table);
        return FrameworkReport{
            .file = file,
            .competencies = static_cast<int>(table.content.items.size()),
            .known = known,
            .areas = static_cast<int>(table.content.areas.size()),
            .levels = static_cast<int>(table.content.levels.size()),
            .faults = table.faults,
            .unknown_columns = table.unknown_columns,
        };
    });
}

Result<FrameworkVersionId> FrameworkImportService::apply(
    const Actor& actor, const FrameworkWish& wish
) {
    if (!actor.may_somewhere(Permission::edit_frameworks)) return forbidden("edit_frameworks");
    if (wish.code.empty()) return invalid("framework.code_missing", {{"/code", "required"}});
    if (wish.label.empty()) return invalid("framework.label_missing", {{"/label", "required"}});
    const auto path = TRY(kit_.files.path_of(wish.file));
    const auto stated = TRY(read(path, wish.reading));

    return kit_.db.transaction([&](db::Tx& tx) -> Result<FrameworkVersionId> {
        auto table = stated;
        check(tx, table);
        if (!table.faults.empty()) {
            return invalid("framework.faulty", faults_at_cells(table.faults));
        }
        auto& content = table.content;
        if (!wish.name_vi.empty())
            content.words.push_back({.language = "vi", .text = wish.name_vi});
        if (!wish.name_en.empty())
            content.words.push_back({.language = "en", .text = wish.name_en});

        const auto framework = TRY(framework_for(tx, kit_, actor, wish));
        const Version draft{
            .id = kit_.ids.make<FrameworkVersionId>(),
            .framework = framework.id,
            .label = wish.label,
            .scale = TRY(find_or_add_scale(tx, kit_, content)),
        };
        add_version(tx, kit_, draft);
        TRY(add_content(tx, kit_, draft.id, content));
        add_act(tx, kit_, draft, actor.account(), "imported");
        const ImportNote note{framework.code, draft.label, wish.file};
        kit_.audit.write(
            tx,
            actor,
            {.act = "framework.imported",
             .object = draft.id.value,
             .unit = framework.owner,
             .change = json::write(note)}
        );
        return draft.id;
    });
}

}  // namespace nangluc::competency
