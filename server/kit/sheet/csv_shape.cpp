#include <algorithm>
#include <array>
#include <fstream>

#include "kit/sheet/csv_text.hpp"
#include "kit/sheet/formats.hpp"

namespace nangluc::sheet {

namespace {

constexpr std::string_view delimiters = ",;\t";
constexpr std::size_t lines_to_look_at = 20;

CsvShape encoding_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string head(3, '\0');
    file.read(head.data(), 3);
    head.resize(static_cast<std::size_t>(file.gcount()));
    if (head.starts_with("\xFF\xFE")) return {CsvShape::Encoding::utf16_le, true};
    if (head.starts_with("\xFE\xFF")) return {CsvShape::Encoding::utf16_be, true};
    return {CsvShape::Encoding::utf8, head == "\xEF\xBB\xBF"};
}

using Counts = std::array<int, delimiters.size()>;

// How often each delimiter stands outside quotes, in each of the first records.
std::vector<Counts> count_delimiters(std::string_view text) {
    std::vector<Counts> records(1, Counts{});
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        const bool ends_record = c == '\n' || c == '\r';
        if (ends_record && records.back() != Counts{}) records.emplace_back();
        if (records.size() > lines_to_look_at) break;
        const auto which = delimiters.find(c);
        if (which != std::string_view::npos) ++records.back()[which];
    }
    if (records.size() > 1) records.pop_back();  // it may be cut
    return records;
}

// The delimiter that stands equally often in most records; among equals the more frequent one, then
// the comma.
char likely_delimiter(std::string_view text) {
    const auto records = count_delimiters(text);
    char best = ',';
    std::pair<std::size_t, int> best_score{0, 0};
    for (std::size_t which = 0; which < delimiters.size(); ++which) {
        const int first = records.front()[which];
        if (first == 0) continue;
        const auto alike = std::count_if(records.begin(), records.end(), [&](const Counts& counts) {
            return counts[which] == first;
        });
        const std::pair<std::size_t, int> score{static_cast<std::size_t>(alike), first};
        if (score > best_score) {
            best_score = score;
            best = delimiters[which];
        }
    }
    return best;
}

}  // namespace

Result<CsvShape> look_at_csv(const std::string& path, const Limits&) {
    auto shape = encoding_of(path);
    CsvText reader(path, shape);
    const auto text = TRY(reader.next());
    if (text.find_first_not_of(" \t\r\n\f") == std::string_view::npos && text.size() < 65'536) {
        return invalid("sheet.empty");
    }
    const auto line_end = std::min(text.find('\n'), text.size());
    const auto first_line = text.substr(0, line_end);
    const bool named = first_line.starts_with("sep=") && first_line.size() >= 5 &&
                       delimiters.find(first_line[4]) != std::string_view::npos &&
                       first_line.substr(5).find_first_not_of('\r') == std::string_view::npos;
    if (named) {
        shape.names_delimiter = true;
        shape.delimiter = first_line[4];
        shape.first_line_bytes = std::min(line_end + 1, text.size());
        return shape;
    }
    shape.delimiter = likely_delimiter(text);
    return shape;
}

}  // namespace nangluc::sheet
