#include <algorithm>

#include "kit/sheet/writer.hpp"
#include "modules/competency/framework/framework_import.hpp"

namespace nangluc::competency {

// Only what was written in that language: a fall-back would come back as a translation.
static std::string exactly(
    const Words& words, TextKind kind, int level, std::string_view language
) {
    const auto said = say(words, kind, level, language);
    return said.language == language ? said.text : "";
}

static const Words& area_words_of(const Content& content, const std::string& code) {
    static const Words none;
    const auto area = std::ranges::find(content.areas, code, &Area::code);
    return area == content.areas.end() ? none : area->words;
}

static void write_items(
    sheet::Writer& writer, const Content& content, const std::string& language
) {
    sheet::SheetPlan plan{.name = language == "vi" ? "Năng lực" : "Competencies"};
    for (auto& column : framework_columns(static_cast<int>(content.levels.size()), language)) {
        const bool code = column.key == "code" || column.key == "area_code";
        plan.columns.push_back({
            .title = std::move(column.title),
            .look = code ? sheet::Look::code : sheet::Look::wrapped,
            .width = code ? 16.0 : 36.0,
        });
    }
    plan.frozen_columns = 4;
    writer.begin_sheet(plan);

    for (const auto& item : content.items) {
        const auto& area = area_words_of(content, item.area);
        std::vector<sheet::Value> values = {
            item.area,
            exactly(area, TextKind::name, 0, "vi"),
            exactly(area, TextKind::name, 0, "en"),
            item.code,
            exactly(item.words, TextKind::name, 0, "vi"),
            exactly(item.words, TextKind::name, 0, "en"),
            exactly(item.words, TextKind::description, 0, "vi"),
            exactly(item.words, TextKind::description, 0, "en"),
        };
        for (const auto& level : content.levels) {
            for (const auto* of : {"vi", "en"}) {
                values.emplace_back(exactly(item.words, TextKind::behaviour, level.seq, of));
            }
        }
        writer.add_row(values);
    }
}

static void write_levels(
    sheet::Writer& writer, const Content& content, const std::string& language
) {
    const bool vietnamese = language == "vi";
    writer.begin_sheet({
        .name = vietnamese ? "Mức" : "Levels",
        .columns =
            {
                {.title = vietnamese ? "Mức" : "Level", .look = sheet::Look::whole},
                {.title = vietnamese ? "Mã mức" : "Level code", .look = sheet::Look::code},
                {.title = vietnamese ? "Tên mức" : "Level name (Vietnamese)", .width = 30},
                {.title = vietnamese ? "Tên mức (tiếng Anh)" : "Level name", .width = 30},
            },
    });
    for (const auto& level : content.levels) {
        writer.add_row({
            std::int64_t{level.seq},
            level.code,
            exactly(level.words, TextKind::name, 0, "vi"),
            exactly(level.words, TextKind::name, 0, "en"),
        });
    }
}

std::string framework_workbook(const Content& content, const std::string& language) {
    return sheet::xlsx_bytes([&](sheet::Writer& writer) {
        write_items(writer, content, language);
        write_levels(writer, content, language);
    });
}

std::string framework_csv(const Content& content, const std::string& language) {
    return sheet::csv_bytes([&](sheet::Writer& writer) { write_items(writer, content, language); });
}

}  // namespace nangluc::competency
