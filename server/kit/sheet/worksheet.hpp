#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "kit/sheet/reader.hpp"
#include "kit/sheet/rich_text.hpp"
#include "kit/sheet/serial.hpp"
#include "kit/sheet/strings.hpp"
#include "kit/sheet/styles.hpp"
#include "kit/sheet/xml.hpp"

namespace nangluc::sheet {

// Turns the part of one sheet into rows, holding one row at a time.
class WorksheetHandler final : public XmlHandler {
public:
    struct Context {
        const SharedStrings& strings;
        const std::vector<NumberFormat>& styles;
        Epoch epoch;
        const Limits& limits;
    };
    WorksheetHandler(const Context& context, const std::function<Next(const Row&)>& use)
        : context_(context), use_(use) {}

    void start(std::string_view name, const Attributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

    Summary& summary() { return summary_; }

private:
    enum class Type { number, shared, inlined, formula_text, boolean, error, iso_date };

    void start_row(const Attributes& attributes);
    void start_cell(const Attributes& attributes);
    void start_inside_cell(std::string_view name, const Attributes& attributes);
    void end_cell();
    void end_row();
    void add_merged(const Attributes& attributes);
    bool interpret(Cell& cell, std::string_view stored);
    bool interpret_shared(Cell& cell, std::string_view stored);
    bool interpret_number(Cell& cell, std::string_view stored);
    bool interpret_iso_date(Cell& cell, std::string_view stored);
    void become_date(Cell& cell, const Moment& moment);
    void replace_text(std::string_view text);
    void broken(std::string_view reason);
    static Type type_of(std::string_view word);

    Context context_;
    const std::function<Next(const Row&)>& use_;
    Summary summary_;

    Row row_;
    // The texts of the row, which are views of it once the row is complete; shared strings are
    // views already, marked by an empty place here.
    std::string texts_;
    std::vector<std::pair<std::size_t, std::size_t>> places_;
    std::int64_t cells_seen_ = 0;
    std::int64_t rows_seen_ = 0;
    bool in_data_ = false;
    bool in_order_ = true;

    Cell cell_;
    int column_ = 0;  // of the last cell
    Type type_ = Type::number;
    NumberFormat format_;
    std::size_t from_ = 0;  // where the cell's text begins in texts_
    bool in_cell_ = false;
    bool in_value_ = false;
    bool has_value_ = false;
    RichText rich_;
};

}  // namespace nangluc::sheet
