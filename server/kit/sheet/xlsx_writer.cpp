#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/text.hpp"
#include "kit/sheet/address.hpp"
#include "kit/sheet/serial.hpp"
#include "kit/sheet/sheet_names.hpp"
#include "kit/sheet/temporary_file.hpp"
#include "kit/sheet/writer.hpp"
#include "kit/sheet/xml.hpp"

namespace nangluc::sheet {

namespace {

constexpr std::uint8_t a4 = 9;
constexpr lxw_row_t last_row_of_sheet = 1'048'575;
// Excel shows fifteen digits of a number; a longer one is a text, or its end is lost.
constexpr std::int64_t longest_number = 999'999'999'999'999;
constexpr const char* lists_name = "_lists";

void check(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
}

// A text as a cell can hold it: UTF-8, 32,767 letters, and what looks like an escape escaped.
std::string cell_text(const std::string& text) {
    constexpr std::size_t most = 32'767;
    std::string kept = is_utf8(text) ? text : tidy(text);
    if (kept.size() > most && length(kept) > most) {
        std::size_t letters = 0;
        const auto cut = std::find_if(kept.begin(), kept.end(), [&](char c) {
            return (static_cast<unsigned char>(c) & 0xC0) != 0x80 && ++letters > most;
        });
        kept.erase(cut, kept.end());
    }
    return encode_escapes(kept);
}

// In a page's header & begins a code.
std::string page_text(const std::string& text) {
    std::string safe;
    for (const char c : text) safe += c == '&' ? "&&" : std::string(1, c);
    return safe.size() > 200 ? std::string() : safe;
}

class XlsxWriter final : public Writer {
public:
    XlsxWriter(const std::string& path, const Properties& properties) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book_ = workbook_new_opt(path.c_str(), &options);
        if (!book_) throw std::runtime_error("sheet: no memory for a workbook");
        auto title = properties.title;
        lxw_doc_properties document{};
        document.title = title.data();
        check(workbook_set_properties(book_, &document));
        make_formats(properties.date_format);
    }

    // Without finish() nothing is written.
    ~XlsxWriter() override {
        if (book_) lxw_workbook_free(book_);
    }

    void begin_sheet(const SheetPlan& plan) override {
        columns_ = plan.columns;
        sheet_ = workbook_add_worksheet(book_, names_.accept(plan.name).c_str());
        if (!sheet_) throw std::runtime_error("sheet: a sheet cannot be added");
        row_ = 0;
        for (const auto& line : plan.heading) {
            check(worksheet_write_string(sheet_, row_++, 0, cell_text(line).c_str(), heading_));
        }
        write_titles();
        set_page(plan);
        if (plan.is_hidden) worksheet_hide(sheet_);
    }

    int add_row(const std::vector<Value>& values, Weight weight) override {
        if (!sheet_) throw std::logic_error("sheet: a row before the first sheet");
        if (values.size() > columns_.size()) {
            throw std::logic_error("sheet: more values than columns");
        }
        if (row_ > last_row_of_sheet) throw std::runtime_error("sheet: more rows than a sheet has");
        weight_formats_ = &formats_[static_cast<std::size_t>(weight)];
        for (std::size_t i = 0; i < values.size(); ++i) {
            cell_format_ = weight_formats_->at(static_cast<std::size_t>(columns_[i].look));
            column_ = static_cast<lxw_col_t>(i);
            std::visit([this](const auto& value) { put(value); }, values[i]);
        }
        return static_cast<int>(++row_);
    }

    void add_note(int column, const std::string& text) override {
        note(row_ - 1, static_cast<lxw_col_t>(column - 1), text);
    }

    void finish() override {
        write_lists();
        const auto error = workbook_close(book_);
        book_ = nullptr;
        check(error);
    }

private:
    // The numbers are formats that every program for sheets knows: text, 1,234 and 1,234.00.
    lxw_format* make_format(Look look, const std::string& date_format) {
        auto* format = workbook_add_format(book_);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        switch (look) {
            case Look::text:
                break;
            case Look::wrapped:
                format_set_text_wrap(format);
                break;
            case Look::code:
                format_set_num_format_index(format, 49);
                break;
            case Look::whole:
                format_set_num_format_index(format, 3);
                break;
            case Look::decimal:
                format_set_num_format_index(format, 4);
                break;
            case Look::percent:
                format_set_num_format(format, "0.0%");
                break;
            case Look::date:
                format_set_num_format(format, date_format.c_str());
                break;
        }
        return format;
    }

    lxw_format*& format_of(Weight weight, Look look) {
        return formats_[static_cast<std::size_t>(weight)][static_cast<std::size_t>(look)];
    }

    void make_formats(const std::string& date_format) {
        using enum Look;
        for (const auto look : {text, wrapped, code, whole, decimal, percent, date}) {
            format_of(Weight::plain, look) = make_format(look, date_format);
            auto* total = make_format(look, date_format);
            format_set_bold(total);
            format_set_top(total, LXW_BORDER_THIN);
            format_of(Weight::total, look) = total;
        }
        heading_ = workbook_add_format(book_);
        format_set_bold(heading_);
        format_set_font_size(heading_, 13);
        titles_ = workbook_add_format(book_);
        format_set_bold(titles_);
        format_set_text_wrap(titles_);
        format_set_align(titles_, LXW_ALIGN_VERTICAL_TOP);
        format_set_bg_color(titles_, 0xE8EAF0);
        format_set_bottom(titles_, LXW_BORDER_THIN);
    }

    void write_titles() {
        title_row_ = row_++;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto& column = columns_[i];
            const auto at = static_cast<lxw_col_t>(i);
            auto* format = formats_[0][static_cast<std::size_t>(column.look)];
            check(worksheet_set_column(sheet_, at, at, column.width, format));
            const auto title = cell_text(column.title);
            check(worksheet_write_string(sheet_, title_row_, at, title.c_str(), titles_));
            if (!column.note.empty()) note(title_row_, at, column.note);
            if (!column.choices.empty()) add_choices(at, column.choices);
        }
    }

    // The list lies on a sheet of its own: inside the rule it could not hold a comma nor more than
    // 255 letters.
    void add_choices(lxw_col_t column, const std::vector<std::string>& choices) {
        auto known = std::find(lists_.begin(), lists_.end(), choices);
        if (known == lists_.end()) known = lists_.insert(lists_.end(), choices);
        const auto letters = column_letters(static_cast<int>(known - lists_.begin()) + 1);
        auto formula = std::string("='") + lists_name + "'!$" + letters + "$1:$" + letters + '$' +
                       std::to_string(choices.size());
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = formula.data();
        check(worksheet_data_validation_range(
            sheet_, title_row_ + 1, column, last_row_of_sheet, column, &rule
        ));
    }

    void write_lists() {
        if (lists_.empty()) return;
        auto* sheet = workbook_add_worksheet(book_, lists_name);
        if (!sheet) throw std::runtime_error("sheet: the lists cannot be added");
        std::size_t longest = 0;
        for (const auto& list : lists_) longest = std::max(longest, list.size());
        for (std::size_t row = 0; row < longest; ++row) {
            for (std::size_t i = 0; i < lists_.size(); ++i) {
                if (row >= lists_[i].size()) continue;
                const auto text = cell_text(lists_[i][row]);
                const auto at = static_cast<lxw_col_t>(i);
                check(worksheet_write_string(
                    sheet, static_cast<lxw_row_t>(row), at, text.c_str(), nullptr
                ));
            }
        }
        worksheet_hide(sheet);
    }

    void set_page(const SheetPlan& plan) {
        worksheet_freeze_panes(
            sheet_, title_row_ + 1, static_cast<lxw_col_t>(std::max(plan.frozen_columns, 0))
        );
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, a4);
        worksheet_set_margins(sheet_, 0.5, 0.5, 0.7, 0.7);
        worksheet_fit_to_pages(sheet_, 1, 0);
        check(worksheet_repeat_rows(sheet_, title_row_, title_row_));
        const auto header = "&L" + page_text(plan.page_header) + "&R&A";
        const auto footer = "&L" + page_text(plan.page_footer) + "&R&P/&N";
        check(worksheet_set_header(sheet_, header.c_str()));
        check(worksheet_set_footer(sheet_, footer.c_str()));
    }

    void note(lxw_row_t row, lxw_col_t column, const std::string& text) {
        const auto kept = cell_text(text);
        lxw_comment_options options{};
        options.width = 260;
        options.height =
            static_cast<std::uint16_t>(40 + 18 * std::min<std::size_t>(kept.size() / 40, 12));
        check(worksheet_write_comment_opt(sheet_, row, column, kept.c_str(), &options));
    }

    void put(std::monostate) { check(worksheet_write_blank(sheet_, row_, column_, cell_format_)); }
    void put(const std::string& text) {
        if (text.empty()) return put(std::monostate{});
        const auto kept = cell_text(text);
        check(worksheet_write_string(sheet_, row_, column_, kept.c_str(), cell_format_));
    }
    void put(bool value) {
        check(worksheet_write_boolean(sheet_, row_, column_, value ? 1 : 0, cell_format_));
    }
    void put(double number) {
        if (!std::isfinite(number)) return put(std::monostate{});
        check(worksheet_write_number(sheet_, row_, column_, number, cell_format_));
    }
    void put(std::int64_t number) {
        if (number > longest_number || number < -longest_number) return put(std::to_string(number));
        put(static_cast<double>(number));
    }
    void put(Date date) {
        // Before 1900 a workbook has no dates.
        if (date.year < 1900) return put(to_text(date));
        cell_format_ = weight_formats_->at(static_cast<std::size_t>(Look::date));
        put(serial_of(date));
    }

    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    std::array<std::array<lxw_format*, 7>, 2> formats_{};
    lxw_format* heading_ = nullptr;
    lxw_format* titles_ = nullptr;
    SheetNames names_;
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> lists_;
    lxw_row_t row_ = 0;
    lxw_row_t title_row_ = 0;
    lxw_col_t column_ = 0;
    const std::array<lxw_format*, 7>* weight_formats_ = nullptr;
    lxw_format* cell_format_ = nullptr;
};

}  // namespace

std::unique_ptr<Writer> xlsx_writer(const std::string& path, const Properties& properties) {
    return std::make_unique<XlsxWriter>(path, properties);
}

std::string xlsx_bytes(const std::function<void(Writer&)>& fill, const Properties& properties) {
    const TemporaryFile file;
    const auto writer = xlsx_writer(file.path(), properties);
    fill(*writer);
    writer->finish();
    std::ifstream written(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(written), {}};
}

}  // namespace nangluc::sheet
