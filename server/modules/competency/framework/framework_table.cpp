#include "modules/competency/framework/framework_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <string_view>

#include "base/text.hpp"
#include "kit/sheet/reader.hpp"

namespace nangluc::competency {

namespace {

struct Title {
    std::string_view key;
    std::string_view vi;
    std::string_view en;
};

constexpr std::array titles = {
    Title{"area_code", "Mã nhóm", "Area code"},
    Title{"area_vi", "Nhóm năng lực", "Area (Vietnamese)"},
    Title{"area_en", "Nhóm năng lực (tiếng Anh)", "Area"},
    Title{"code", "Mã năng lực", "Competency code"},
    Title{"name_vi", "Tên năng lực", "Name (Vietnamese)"},
    Title{"name_en", "Tên năng lực (tiếng Anh)", "Name"},
    Title{"description_vi", "Mô tả", "Description (Vietnamese)"},
    Title{"description_en", "Mô tả (tiếng Anh)", "Description"},
    Title{"level", "Mức", "Level"},
    Title{"level_code", "Mã mức", "Level code"},
};

struct Synonym {
    std::string_view published;
    std::string_view key;
};

// What else columns are called: in a sheet of levels, and where frameworks are published.
constexpr std::array synonyms = {
    Synonym{"competence_id", "code"},
    Synonym{"skill_id", "code"},
    Synonym{"area_id", "area_code"},
    Synonym{"domain_id", "area_code"},
    Synonym{"Tên mức", "name_vi"},
    Synonym{"Tên mức (tiếng Anh)", "name_en"},
    Synonym{"Level name (Vietnamese)", "name_vi"},
    Synonym{"Level name", "name_en"},
    Synonym{"band_vi", "name_vi"},
    Synonym{"band_en", "name_en"},
};

// "level_3_vi" of the descriptors of level 3 in Vietnamese.
std::string descriptor_key(int level, std::string_view language) {
    return "level_" + std::to_string(level) + "_" + std::string(language);
}

std::string descriptor_title(int level, std::string_view in, std::string_view language) {
    const auto number = std::to_string(level);
    if (in == "vi") return "Mức " + number + (language == "en" ? " (tiếng Anh)" : "");
    return "Level " + number + (language == "vi" ? " (Vietnamese)" : "");
}

constexpr int most_levels = 20;

// Every name of a column, folded, to its key.
const std::map<std::string, std::string, std::less<>>& keys_by_title() {
    static const auto keys = [] {
        std::map<std::string, std::string, std::less<>> found;
        for (const auto& title : titles) {
            for (const auto& name : {title.key, title.vi, title.en}) found[fold(name)] = title.key;
        }
        for (const auto& [published, key] : synonyms) found[fold(published)] = key;
        for (int level = 1; level <= most_levels; ++level) {
            for (const auto* language : {"vi", "en"}) {
                const auto key = descriptor_key(level, language);
                found[fold(key)] = key;
                found[fold(descriptor_title(level, "vi", language))] = key;
                found[fold(descriptor_title(level, "en", language))] = key;
            }
        }
        return found;
    }();
    return keys;
}

// One row with something in it, by the keys of its columns.
struct KeyedRow {
    int number = 0;
    std::map<std::string, std::string, std::less<>> cells;

    const std::string& at(std::string_view key) const {
        static const std::string none;
        const auto found = cells.find(key);
        return found == cells.end() ? none : found->second;
    }
};

struct KeyedSheet {
    int number = 1;  // in its workbook
    std::map<std::string, int, std::less<>> columns;
    std::vector<std::string> unknown;
    std::vector<KeyedRow> rows;

    bool has(std::string_view key) const { return columns.contains(key); }
    int column(std::string_view key) const {
        const auto found = columns.find(key);
        return found == columns.end() ? 0 : found->second;
    }
};

// A heading may stand above the titles: they are the first row with a column that is known.
bool take_titles(const sheet::Row& row, KeyedSheet& keyed, std::map<int, std::string>& keys) {
    std::vector<std::string> unknown;
    for (const auto& cell : row.cells) {
        const auto found = keys_by_title().find(fold(cell.text));
        if (found == keys_by_title().end()) {
            unknown.emplace_back(cell.text);
        } else if (keyed.columns.emplace(found->second, cell.column).second) {
            keys.emplace(cell.column, found->second);
        }
    }
    if (keyed.columns.size() < 2) {
        keyed.columns.clear();
        keys.clear();
        return false;
    }
    keyed.unknown = std::move(unknown);
    return true;
}

Result<KeyedSheet> read_sheet(sheet::Reader& reader, std::size_t index) {
    KeyedSheet keyed;
    std::map<int, std::string> keys;
    bool titled = false;
    TRY(reader.read(index, [&](const sheet::Row& row) {
        if (!titled) {
            titled = take_titles(row, keyed, keys);
            return sheet::Next::more;
        }
        auto& added = keyed.rows.emplace_back();
        added.number = row.number;
        for (const auto& cell : row.cells) {
            const auto key = keys.find(cell.column);
            if (key == keys.end()) continue;
            const auto whole = cell.whole_number();
            added.cells.emplace(key->second, whole ? *whole : std::string(cell.text));
        }
        if (added.cells.empty()) keyed.rows.pop_back();
        return sheet::Next::more;
    }));
    return keyed;
}

void add_wording(
    Words& words, TextKind kind, int level, std::string_view language, std::string text
) {
    if (text.empty()) return;
    words.push_back({kind, level, std::string(language), 0, std::move(text)});
}

Words names_of(const KeyedRow& row) {
    Words words;
    for (const auto* language : {"vi", "en"}) {
        add_wording(words, TextKind::name, 0, language, row.at("name_" + std::string(language)));
    }
    return words;
}

class TableReading {
public:
    explicit TableReading(std::string prefix) : prefix_(std::move(prefix)) {}

    void take_levels(const KeyedSheet& keyed) {
        for (const auto& row : keyed.rows) {
            int seq = 0;
            const auto& text = row.at("level");
            const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seq);
            const auto expected = static_cast<int>(table_.content.levels.size()) + 1;
            if (parsed.ptr != text.data() + text.size() || seq != expected) {
                fault({keyed.number, row.number, keyed.column("level"), "level.out_of_order", text}
                );
                continue;
            }
            const auto& code = row.at(keyed.has("level_code") ? "level_code" : "code");
            table_.content.levels.push_back({seq, code.empty() ? text : code, names_of(row)});
        }
    }

    void take_areas(const KeyedSheet& keyed) {
        for (const auto& row : keyed.rows) add_area(row.at("area_code"), names_of(row));
    }

    void take_items(const KeyedSheet& keyed) {
        for (const auto& row : keyed.rows) take_item(keyed, row);
        table_.unknown_columns = keyed.unknown;
        highest_level_ = 0;
        for (int level = 1; level <= most_levels; ++level) {
            const bool named =
                keyed.has(descriptor_key(level, "vi")) || keyed.has(descriptor_key(level, "en"));
            if (named) highest_level_ = level;
        }
    }

    // Without a sheet of levels the columns of descriptors say how many there are.
    FrameworkTable finish() {
        auto& levels = table_.content.levels;
        if (levels.empty()) {
            for (int seq = 1; seq <= highest_level_; ++seq) {
                levels.push_back({seq, std::to_string(seq), {}});
            }
        }
        return std::move(table_);
    }

private:
    void take_item(const KeyedSheet& keyed, const KeyedRow& row) {
        Item item{.area = row.at("area_code"), .words = names_of(row)};
        const auto& code = row.at("code");
        if (code.empty()) {
            fault({keyed.number, row.number, keyed.column("code"), "code.missing", ""});
            return;
        }
        item.code = code.starts_with(prefix_) ? code : prefix_ + code;
        if (item.words.empty()) {
            const auto column = std::max(keyed.column("name_vi"), keyed.column("name_en"));
            fault({keyed.number, row.number, column, "name.missing", ""});
        }
        if (!table_.row_of.emplace(item.code, row.number).second) {
            fault({keyed.number, row.number, keyed.column("code"), "competency.repeated", code});
            return;
        }
        take_area_of(keyed, row, item);
        take_descriptors(row, item.words);
        table_.content.items.push_back(std::move(item));
    }

    void take_area_of(const KeyedSheet& keyed, const KeyedRow& row, Item& item) {
        Words words;
        add_wording(words, TextKind::name, 0, "vi", row.at("area_vi"));
        add_wording(words, TextKind::name, 0, "en", row.at("area_en"));
        if (item.area.empty() && !words.empty()) item.area = fold(words.front().text);
        if (item.area.empty()) return;
        const bool known = areas_.contains(item.area);
        if (!known && words.empty()) {
            fault({keyed.number, row.number, keyed.column("area_code"), "area.unknown", item.area});
        }
        add_area(item.area, std::move(words));
    }

    void add_area(const std::string& code, Words words) {
        if (areas_.insert(code).second) table_.content.areas.push_back({code, std::move(words)});
    }

    static void take_descriptors(const KeyedRow& row, Words& words) {
        for (const auto* language : {"vi", "en"}) {
            add_wording(
                words,
                TextKind::description,
                0,
                language,
                row.at("description_" + std::string(language))
            );
        }
        for (int level = 1; level <= most_levels; ++level) {
            for (const auto* language : {"vi", "en"}) {
                add_wording(
                    words,
                    TextKind::behaviour,
                    level,
                    language,
                    row.at(descriptor_key(level, language))
                );
            }
        }
    }

    void fault(FrameworkTable::CellFault found) { table_.faults.push_back(std::move(found)); }

    std::string prefix_;
    FrameworkTable table_;
    std::set<std::string> areas_;
    int highest_level_ = 0;
};

}  // namespace

Result<FrameworkTable> read_framework_table(
    const std::vector<std::string>& paths, const std::string& prefix
) {
    std::vector<KeyedSheet> sheets;
    for (const auto& path : paths) {
        const auto reader = TRY(sheet::open(path));
        for (std::size_t index = 0; index < reader->sheets().size(); ++index) {
            sheets.push_back(TRY(read_sheet(*reader, index)));
            sheets.back().number = static_cast<int>(index) + 1;
        }
    }
    TableReading reading(prefix);
    const KeyedSheet* items = nullptr;
    for (const auto& keyed : sheets) {
        if (keyed.has("level")) {
            reading.take_levels(keyed);
        } else if (keyed.has("code") && !items) {
            items = &keyed;
        } else if (keyed.has("area_code")) {
            reading.take_areas(keyed);
        }
    }
    if (!items) return invalid("framework.no_codes");
    if (!items->has("name_vi") && !items->has("name_en")) return invalid("framework.no_names");
    reading.take_items(*items);
    return reading.finish();
}

std::vector<FrameworkColumn> framework_columns(int levels, std::string_view language) {
    std::vector<FrameworkColumn> columns;
    for (const auto& title : titles) {
        if (title.key.starts_with("level")) continue;
        columns.push_back(
            {std::string(title.key), std::string(language == "vi" ? title.vi : title.en)}
        );
    }
    for (int level = 1; level <= levels; ++level) {
        for (const auto* of : {"vi", "en"}) {
            columns.push_back({descriptor_key(level, of), descriptor_title(level, language, of)});
        }
    }
    return columns;
}

}  // namespace nangluc::competency
