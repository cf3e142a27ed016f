#include "kit/config/toml.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "base/text.hpp"

namespace nangluc::config {

namespace {

bool is_name_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// One line, read from left to right.
class Line {
public:
    explicit Line(std::string_view text) : text_(text) {}

    int column() const { return static_cast<int>(at_) + 1; }
    void skip_blanks() {
        while (peek() == ' ' || peek() == '\t') ++at_;
    }
    bool is_over() {
        skip_blanks();
        return at_ == text_.size() || peek() == '#';
    }
    bool take(char c) {
        skip_blanks();
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    std::string_view name() {
        skip_blanks();
        const auto from = at_;
        while (is_name_letter(peek())) ++at_;
        return text_.substr(from, at_ - from);
    }
    // What stands up to a blank or a comment.
    std::string_view word() {
        const auto from = at_;
        while (at_ < text_.size() && peek() != ' ' && peek() != '\t' && peek() != '#') ++at_;
        return text_.substr(from, at_ - from);
    }

    std::optional<std::string> literal_text() {
        const auto end = text_.find('\'', at_);
        if (end == std::string_view::npos) return std::nullopt;
        std::string text(text_.substr(at_, end - at_));
        at_ = end + 1;
        return text;
    }

    std::optional<std::string> escaped_text() {
        std::string text;
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == '"') return text;
            if (c != '\\') {
                text += c;
                continue;
            }
            const auto letter = escape();
            if (!letter) return std::nullopt;
            text += *letter;
        }
        return std::nullopt;
    }

private:
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    std::optional<char> escape() {
        constexpr std::string_view written = "\"\\nt";
        constexpr std::string_view meant = "\"\\\n\t";
        const auto which = at_ < text_.size() ? written.find(text_[at_]) : std::string_view::npos;
        if (which == std::string_view::npos) return std::nullopt;
        ++at_;
        return meant[which];
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

bool is_number(std::string_view word) {
    std::int64_t value = 0;
    const auto* end = word.data() + word.size();
    const auto [stop, failure] = std::from_chars(word.data(), end, value);
    return failure == std::errc{} && stop == end;
}

class Toml {
public:
    void read(std::string_view line_text) {
        ++line_;
        if (line_text.ends_with('\r')) line_text.remove_suffix(1);
        Line line(line_text);
        if (!is_utf8(line_text)) return fault(1, "not_utf8");
        if (line.is_over()) return;
        if (line.take('[')) return read_section(line);
        read_entry(line);
    }

    Result<std::vector<Entry>> outcome() {
        if (!faults_.empty()) return invalid("config.malformed", std::move(faults_));
        return std::move(entries_);
    }

private:
    void fault(int column, std::string code) {
        faults_.push_back({std::to_string(line_) + ':' + std::to_string(column), std::move(code)});
    }

    void read_section(Line& line) {
        const auto column = line.column();
        const std::string name(line.name());
        if (name.empty() || !line.take(']') || !line.is_over()) {
            return fault(line.column(), "malformed");
        }
        if (!sections_.insert(name).second) fault(column, "duplicate_section");
        section_ = name + '.';
    }

    void read_entry(Line& line) {
        const auto column = line.column();
        Entry entry{
            .key = {}, .value = {}, .kind = Entry::Kind::text, .line = line_, .column = column};
        const auto name = line.name();
        if (name.empty() || !line.take('=')) return fault(line.column(), "malformed");

        line.skip_blanks();
        const auto value_column = line.column();
        if (!read_value(line, entry)) return fault(value_column, "malformed");
        if (!line.is_over()) return fault(line.column(), "malformed");
        entry.key = section_ + std::string(name);
        if (!keys_.insert(entry.key).second) return fault(column, "duplicate_field");
        entries_.push_back(std::move(entry));
    }

    static bool read_value(Line& line, Entry& entry) {
        const bool is_escaped = line.take('"');
        if (is_escaped || line.take('\'')) {
            auto text = is_escaped ? line.escaped_text() : line.literal_text();
            if (text) entry.value = std::move(*text);
            return text.has_value();
        }
        entry.value = line.word();
        const bool is_truth = entry.value == "true" || entry.value == "false";
        entry.kind = is_truth ? Entry::Kind::truth : Entry::Kind::number;
        return is_truth || is_number(entry.value);
    }

    int line_ = 0;
    std::string section_;
    std::set<std::string> sections_;
    std::set<std::string> keys_;
    std::vector<Entry> entries_;
    std::vector<Fault> faults_;
};

}  // namespace

Result<std::vector<Entry>> read_toml(std::string_view text) {
    Toml toml;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        toml.read(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return toml.outcome();
}

}  // namespace nangluc::config
