#include "app/commands/measure/dataset.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <memory>
#include <optional>

#include "app/commands/measure/progress.hpp"
#include "kit/sheet/reader.hpp"

namespace nangluc::app {

namespace {

constexpr int lowest_code = -1000;
constexpr int highest_code = 1000;
constexpr std::size_t most_faults = 100;

// A statistician's own file is not somebody's upload: only the machine limits it.
sheet::Limits limits() {
    sheet::Limits wide;
    wide.file_bytes = std::numeric_limits<std::int64_t>::max();
    wide.cells = std::numeric_limits<std::int64_t>::max();
    wide.rows = std::numeric_limits<int>::max();
    return wide;
}

enum class Role { item, frequency, group, id, ignored };

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// The values of one item, numbered as they appear and put in order at the end.
class Values {
public:
    std::optional<irt::Category> code_of(int value) {
        auto& code = codes_[static_cast<std::size_t>(value - lowest_code)];
        if (code == irt::missing) {
            if (seen_.size() == irt::most_categories) return std::nullopt;
            code = static_cast<irt::Category>(seen_.size());
            seen_.push_back(value);
        }
        return code;
    }
    std::vector<int> sorted() const {
        auto values = seen_;
        std::ranges::sort(values);
        return values;
    }
    // From the number given while reading to the place among the sorted values.
    std::array<irt::Category, 256> places() const {
        std::array<irt::Category, 256> places{};
        places[irt::missing] = irt::missing;
        const auto values = sorted();
        for (std::size_t code = 0; code < seen_.size(); ++code) {
            const auto found = std::ranges::find(values, seen_[code]) - values.begin();
            places[code] = static_cast<irt::Category>(found);
        }
        return places;
    }

private:
    static std::array<irt::Category, highest_code - lowest_code + 1> none() {
        std::array<irt::Category, highest_code - lowest_code + 1> codes{};
        codes.fill(irt::missing);
        return codes;
    }

    std::array<irt::Category, highest_code - lowest_code + 1> codes_ = none();
    std::vector<int> seen_;
};

class ResponseReader {
public:
    explicit ResponseReader(const Roles& roles) : roles_(roles) {}

    void take(const sheet::Row& row) {
        if (!has_header_) return take_header(row);
        cells_.assign(values_.size(), irt::missing);
        frequency_ = 1;
        std::string group;
        std::string id;
        for (const auto& cell : row.cells) {
            const auto column = static_cast<std::size_t>(cell.column) - 1;
            if (column >= roles_of_.size()) {
                fault(place_of(row.number, std::to_string(cell.column)), "measure.beside_columns");
            } else if (roles_of_[column] == Role::item) {
                take_response(row.number, column, cell.text);
            } else if (roles_of_[column] == Role::frequency) {
                take_frequency(row.number, cell.text);
            } else if (roles_of_[column] == Role::group) {
                group = cell.text;
            } else if (roles_of_[column] == Role::id) {
                id = cell.text;
            }
        }
        if (!roles_.group.empty() && group.empty()) {
            fault(place_of(row.number, roles_.group), "measure.no_group");
        }
        all_cells_.insert(all_cells_.end(), cells_.begin(), cells_.end());
        frequencies_.push_back(frequency_);
        if (!roles_.group.empty()) groups_.push_back(group);
        if (!roles_.id.empty()) ids_.push_back(id);
    }

    bool is_full() const { return faults_.size() >= most_faults; }

    Result<Dataset> finish() {
        if (!has_header_) return invalid("measure.no_rows");
        if (!faults_.empty()) return invalid(faults_.front().code, faults_);
        std::vector<irt::ItemInfo> items;
        for (std::size_t item = 0; item < values_.size(); ++item) {
            items.push_back({names_[item], values_[item].sorted()});
        }
        Dataset dataset{irt::Responses(std::move(items)), group_names(), std::move(ids_)};
        std::vector<std::array<irt::Category, 256>> places;
        for (const auto& values : values_) places.push_back(values.places());
        const auto width = values_.size();
        for (std::size_t row = 0; row < frequencies_.size(); ++row) {
            const auto cells = std::span(all_cells_).subspan(row * width, width);
            for (std::size_t item = 0; item < width; ++item) {
                cells[item] = places[item][cells[item]];
            }
            dataset.responses.add(cells, frequencies_[row], group_of(row, dataset.groups));
        }
        return dataset;
    }

private:
    void take_header(const sheet::Row& row) {
        has_header_ = true;
        std::set<std::string> seen;
        int expected = 1;
        for (const auto& cell : row.cells) {
            if (cell.column != expected)
                fault(place_of(row.number, std::to_string(expected)), "measure.unnamed_column");
            expected = cell.column + 1;
            std::string name(cell.text);
            if (!seen.insert(name).second) {
                fault(place_of(row.number, name), "measure.repeated_column");
            }
            roles_of_.push_back(role_of(name));
            item_of_.push_back(values_.size());
            columns_.push_back(name);
            if (roles_of_.back() == Role::item) {
                names_.push_back(std::move(name));
                values_.emplace_back();
            }
        }
        for (const auto* const name : {&roles_.frequency, &roles_.group, &roles_.id}) {
            if (!name->empty() && !seen.contains(*name)) fault(*name, "measure.no_column");
        }
    }

    Role role_of(const std::string& name) const {
        if (name == roles_.frequency) return Role::frequency;
        if (name == roles_.group) return Role::group;
        if (name == roles_.id) return Role::id;
        return roles_.ignored.contains(name) ? Role::ignored : Role::item;
    }

    void take_response(int row, std::size_t column, std::string_view text) {
        if (is_missing(text)) return;
        const auto value = number_in<int>(text);
        if (!value || *value < lowest_code || *value > highest_code) {
            return fault(place_of(row, columns_[column]), "measure.not_whole");
        }
        const auto code = values_[item_of_[column]].code_of(*value);
        if (!code) return fault(place_of(row, columns_[column]), "measure.too_many_categories");
        cells_[item_of_[column]] = *code;
    }

    void take_frequency(int row, std::string_view text) {
        const auto value = number_in<double>(text);
        if (!value || !(*value >= 0 && *value < 1e12)) {
            return fault(place_of(row, roles_.frequency), "measure.bad_frequency");
        }
        frequency_ = *value;
    }

    std::vector<std::string> group_names() const {
        const std::set<std::string> distinct(groups_.begin(), groups_.end());
        std::vector<std::string> names(distinct.begin(), distinct.end());
        const auto first = std::ranges::find(names, roles_.reference);
        if (first != names.end()) std::rotate(names.begin(), first, first + 1);
        return names;
    }
    std::uint16_t group_of(std::size_t row, const std::vector<std::string>& names) const {
        if (names.empty()) return 0;
        return static_cast<std::uint16_t>(std::ranges::find(names, groups_[row]) - names.begin());
    }

    void fault(std::string place, std::string code) {
        if (!is_full()) faults_.push_back({std::move(place), std::move(code)});
    }

    const Roles& roles_;
    bool has_header_ = false;
    std::vector<Role> roles_of_;
    std::vector<std::size_t> item_of_;
    std::vector<std::string> columns_;
    std::vector<std::string> names_;
    std::vector<Values> values_;
    std::vector<irt::Category> cells_;
    std::vector<irt::Category> all_cells_;
    double frequency_ = 1;
    std::vector<double> frequencies_;
    std::vector<std::string> groups_;
    std::vector<std::string> ids_;
    std::vector<Fault> faults_;
};

}  // namespace

bool is_missing(std::string_view text) {
    return text.empty() || text == "NA" || text == ".";
}

std::string place_of(int row, std::string_view column) {
    return "row " + std::to_string(row) + ", " + std::string(column);
}

Result<Dataset> read_responses(const std::string& file, const Roles& roles) {
    const auto reader = TRY(sheet::open(file, limits()));
    ResponseReader responses(roles);
    Progress progress("rows read");
    TRY(reader->read(0, [&](const sheet::Row& row) {
        responses.take(row);
        progress.tell(row.number);
        return responses.is_full() ? sheet::Next::stop : sheet::Next::more;
    }));
    return responses.finish();
}

Result<std::size_t> TextTable::column(const std::string& name) const {
    const auto found = std::ranges::find(columns, name);
    if (found == columns.end()) return invalid("measure.no_column", {{name, "measure.no_column"}});
    return static_cast<std::size_t>(found - columns.begin());
}

Result<TextTable> read_texts(const std::string& file) {
    const auto reader = TRY(sheet::open(file, limits()));
    TextTable table;
    TRY(reader->read(0, [&](const sheet::Row& row) {
        std::vector<std::string> texts(table.columns.size());
        for (const auto& cell : row.cells) {
            const auto column = static_cast<std::size_t>(cell.column) - 1;
            if (texts.size() <= column) texts.resize(column + 1);
            texts[column] = cell.text;
        }
        if (table.columns.empty()) {
            table.columns = std::move(texts);
        } else {
            texts.resize(table.columns.size());
            table.rows.push_back(std::move(texts));
            table.numbers.push_back(row.number);
        }
        return sheet::Next::more;
    }));
    if (table.columns.empty()) return invalid("measure.no_rows");
    return table;
}

}  // namespace nangluc::app
