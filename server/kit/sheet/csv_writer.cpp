#include <array>
#include <charconv>
#include <sstream>
#include <stdexcept>

#include "kit/sheet/csv_field.hpp"
#include "kit/sheet/writer.hpp"

namespace nangluc::sheet {

namespace {

class CsvWriter final : public Writer {
public:
    CsvWriter(std::ostream& out, const CsvStyle& style) : out_(out), style_(style) {
        if (style.mark == CsvStyle::Mark::with_mark) out_ << "\xEF\xBB\xBF";
    }

    void begin_sheet(const SheetPlan& plan) override {
        if (rows_ > 0) throw std::logic_error("sheet: a CSV file has one sheet");
        columns_ = plan.columns.size();
        std::vector<Value> titles;
        for (const auto& column : plan.columns) titles.emplace_back(column.title);
        add_row(titles, Weight::plain);
    }

    int add_row(const std::vector<Value>& values, Weight) override {
        if (values.size() > columns_) throw std::logic_error("sheet: more values than columns");
        for (std::size_t i = 0; i < columns_; ++i) {
            if (i > 0) out_ << style_.delimiter;
            if (i < values.size()) std::visit([this](const auto& value) { put(value); }, values[i]);
        }
        out_ << "\r\n";
        return ++rows_;
    }

    void add_note(int, const std::string&) override {}

    void finish() override {
        out_.flush();
        if (!out_) throw std::runtime_error("sheet: the CSV file cannot be written");
    }

private:
    void put(std::monostate) {}
    void put(const std::string& text) {
        const bool guard = style_.formulas == CsvStyle::Formulas::guarded;
        if (!text.empty())
            out_ << quoted_field(guard && looks_like_formula(text) ? '\'' + text : text);
    }
    void put(bool value) { out_ << (value ? "TRUE" : "FALSE"); }
    void put(Date date) { out_ << to_text(date); }
    void put(std::int64_t number) { put_number(number); }
    void put(double number) { put_number(number); }

    // In the C locale whatever the stream's: a decimal comma would be a delimiter.
    template <class Number>
    void put_number(Number number) {
        std::array<char, 64> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        out_.write(digits.data(), end - digits.data());
    }

    std::ostream& out_;
    CsvStyle style_;
    std::size_t columns_ = 0;
    int rows_ = 0;
};

}  // namespace

bool looks_like_formula(std::string_view text) {
    if (text.empty()) return false;
    if (std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) return true;
    constexpr std::array<std::string_view, 4> full_width = {"＝", "＋", "－", "＠"};
    for (const auto& sign : full_width) {
        if (text.starts_with(sign)) return true;
    }
    return false;
}

std::unique_ptr<Writer> csv_writer(std::ostream& out, const CsvStyle& style) {
    return std::make_unique<CsvWriter>(out, style);
}

std::string csv_bytes(const std::function<void(Writer&)>& fill, const CsvStyle& style) {
    std::ostringstream out;
    CsvWriter writer(out, style);
    fill(writer);
    writer.finish();
    return out.str();
}

}  // namespace nangluc::sheet
