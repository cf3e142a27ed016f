#include "modules/competency/framework/content_store.hpp"

#include <algorithm>
#include <map>

namespace nangluc::competency {

using db::to_value;
using db::Values;

template <class Id>
using IdByCode = std::map<std::string, Id, std::less<>>;

namespace {

// Rows prepared in memory, then loaded at once: a framework has some hundred competencies.
void load_rows(
    db::Tx& tx,
    std::string_view table,
    const std::vector<std::string_view>& columns,
    std::vector<Values> rows
) {
    std::size_t at = 0;
    tx.load(table, columns, [&](Values& values) {
        if (at == rows.size()) return false;
        values = std::move(rows[at++]);
        return true;
    });
}

constexpr auto select_scale = R"sql(
    SELECT s.id, (SELECT COUNT(*) FROM competency_levels l WHERE l.scale_id = s.id) AS levels
      FROM competency_scales s
     WHERE s.code = $1
)sql";

constexpr auto insert_scale = R"sql(
    INSERT INTO competency_scales (id, code) VALUES ($1, $2)
)sql";

constexpr auto insert_level = R"sql(
    INSERT INTO competency_levels (id, scale_id, seq, code) VALUES ($1, $2, $3, $4)
)sql";

}  // namespace

Result<ScaleId> find_or_add_scale(db::Tx& tx, const Kit& kit, const Content& content) {
    if (const auto row = tx.one(select_scale, content.scale)) {
        if (row->get<std::size_t>("levels") == content.levels.size())
            return row->get<ScaleId>("id");
        return conflict("scale.other_levels");
    }
    const auto scale = kit.ids.make<ScaleId>();
    tx.run(insert_scale, scale, content.scale);
    for (const auto& level : content.levels) {
        tx.run(insert_level, kit.ids.next(), scale, level.seq, level.code);
    }
    return scale;
}

namespace {

constexpr auto select_scale_of_version = R"sql(
    SELECT scale_id FROM competency_framework_versions WHERE id = $1
)sql";

constexpr auto select_known_competencies = R"sql(
    SELECT c.id, c.code,
           (SELECT COUNT(*) FROM competency_levels l WHERE l.scale_id = c.scale_id) AS levels
      FROM competency_competencies c
)sql";

constexpr auto select_used_places = R"sql(
    SELECT block, MAX(slot) + 1 AS used
      FROM competency_competencies
     GROUP BY block
     ORDER BY block
)sql";

struct Place {
    int block = 0;
    int slot = 0;
};

// The first block with room for all; else a new one, from which they overflow into the next.
Place place_for(db::Tx& tx, std::size_t count) {
    int next_block = 0;
    for (const auto& row : tx.all(select_used_places)) {
        const auto used = row.get<int>("used");
        if (static_cast<std::size_t>(used) + count <= 32) return {row.get<int>("block"), used};
        next_block = row.get<int>("block") + 1;
    }
    return {next_block, 0};
}

void add_competencies(
    db::Tx& tx,
    const Kit& kit,
    ScaleId scale,
    const std::vector<std::string>& codes,
    IdByCode<CompetencyId>& ids
) {
    auto [block, slot] = place_for(tx, codes.size());
    std::vector<Values> rows;
    for (const auto& code : codes) {
        const auto id = kit.ids.make<CompetencyId>();
        ids.emplace(code, id);
        rows.push_back(
            {to_value(id), to_value(code), to_value(scale), to_value(block), to_value(slot)}
        );
        if (++slot == 32) {
            slot = 0;
            ++block;
        }
    }
    load_rows(
        tx, "competency_competencies", {"id", "code", "scale_id", "block", "slot"}, std::move(rows)
    );
}

Result<IdByCode<CompetencyId>> find_or_add_competencies(
    db::Tx& tx, const Kit& kit, ScaleId scale, const Content& content
) {
    IdByCode<CompetencyId> known;
    IdByCode<std::size_t> levels;
    for (const auto& row : tx.all(select_known_competencies)) {
        known.emplace(row.get<std::string>("code"), row.get<CompetencyId>("id"));
        levels.emplace(row.get<std::string>("code"), row.get<std::size_t>("levels"));
    }
    std::vector<std::string> fresh;
    for (const auto& item : content.items) {
        const auto found = levels.find(item.code);
        if (found == levels.end()) {
            fresh.push_back(item.code);
        } else if (found->second < content.levels.size()) {
            return conflict("scale.too_long", {{item.code, "scale.too_long"}});
        }
    }
    add_competencies(tx, kit, scale, fresh, known);
    return known;
}

// Collects the rows of competency_texts.
class TextRows {
public:
    TextRows(const Kit& kit, FrameworkVersionId version) : kit_(kit), version_(version) {}

    void add(std::string_view object_kind, std::int64_t object, const Words& words) {
        for (const auto& wording : words) {
            rows_.push_back({
                to_value(kit_.ids.next()),
                to_value(version_),
                to_value(object_kind),
                to_value(object),
                to_value(wording.level),
                to_value(wording.kind),
                to_value(wording.language),
                to_value(wording.seq),
                to_value(wording.text),
            });
        }
    }
    void load(db::Tx& tx) {
        load_rows(
            tx,
            "competency_texts",
            {"id",
             "version_id",
             "object_kind",
             "object_id",
             "level",
             "kind",
             "language",
             "seq",
             "text"},
            std::move(rows_)
        );
    }

private:
    const Kit& kit_;
    FrameworkVersionId version_;
    std::vector<Values> rows_;
};

constexpr auto select_levels = R"sql(
    SELECT id, seq, code FROM competency_levels WHERE scale_id = $1 ORDER BY seq
)sql";

constexpr auto select_framework_of_version = R"sql(
    SELECT framework_id FROM competency_framework_versions WHERE id = $1
)sql";

void add_roles(
    db::Tx& tx,
    const Kit& kit,
    FrameworkVersionId version,
    const Content& content,
    const IdByCode<CompetencyId>& competencies
) {
    std::vector<Values> roles;
    std::vector<Values> levels;
    for (const auto& role : content.roles) {
        const auto id = kit.ids.next();
        roles.push_back({
            to_value(id),
            to_value(version),
            to_value(role.code),
            to_value(role.role),
            to_value(role.family),
            to_value(role.name),
            to_value(roles.size() + 1),
        });
        for (const auto& [code, level] : role.levels) {
            levels.push_back({to_value(id), to_value(competencies.at(code)), to_value(level)});
        }
    }
    load_rows(
        tx,
        "competency_roles",
        {"id", "version_id", "code", "role_code", "family", "name", "seq"},
        std::move(roles)
    );
    load_rows(
        tx, "competency_role_levels", {"role_id", "competency_id", "level"}, std::move(levels)
    );
}

}  // namespace

Result<> add_content(
    db::Tx& tx, const Kit& kit, FrameworkVersionId version, const Content& content
) {
    const auto scale = tx.one(select_scale_of_version, version)->get<ScaleId>("scale_id");
    const auto competencies = TRY(find_or_add_competencies(tx, kit, scale, content));

    TextRows texts(kit, version);
    const auto framework = tx.one(select_framework_of_version, version);
    texts.add("framework", framework->get<std::int64_t>("framework_id"), content.words);

    const auto levels = tx.all(select_levels, scale);
    for (std::size_t i = 0; i < std::min(levels.size(), content.levels.size()); ++i) {
        texts.add("level", levels[i].get<std::int64_t>("id"), content.levels[i].words);
    }

    IdByCode<std::int64_t> areas;
    std::vector<Values> area_rows;
    for (const auto& area : content.areas) {
        const auto id = kit.ids.next();
        areas.emplace(area.code, id);
        area_rows.push_back(
            {to_value(id), to_value(version), to_value(area.code), to_value(areas.size())}
        );
        texts.add("area", id, area.words);
    }
    load_rows(tx, "competency_areas", {"id", "version_id", "code", "seq"}, std::move(area_rows));

    std::vector<Values> items;
    for (const auto& item : content.items) {
        const auto competency = competencies.at(item.code);
        const auto area = areas.find(item.area);
        items.push_back({
            to_value(version),
            to_value(competency),
            area == areas.end() ? db::Value() : to_value(area->second),
            to_value(items.size() + 1),
        });
        texts.add("competency", competency.value, item.words);
    }
    load_rows(
        tx,
        "competency_version_items",
        {"version_id", "competency_id", "area_id", "seq"},
        std::move(items)
    );
    texts.load(tx);
    add_roles(tx, kit, version, content, competencies);
    return {};
}

}  // namespace nangluc::competency
