#include "modules/organisation/roster_import/roster_cell.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace nangluc::organisation {

namespace {

using sheet::Kind;

bool is_date_column(RosterColumn column) {
    return column == RosterColumn::birth_date || column == RosterColumn::from_date ||
           column == RosterColumn::until_date;
}

std::size_t most_letters(RosterColumn column) {
    if (column == RosterColumn::staff_number) return 32;
    return column == RosterColumn::name ? 120 : 250;
}

// ASCII without an outer or doubled blank is as tidy as it gets; most cells are.
bool is_plainly_tidy(std::string_view text) {
    if (text.empty()) return true;
    char before = ' ';
    for (const char c : text) {
        if (c < ' ' || c == 0x7F || (c == ' ' && before == ' ')) return false;
        before = c;
    }
    return before != ' ';
}

// Signs that nobody sees and that make two equal names differ.
bool is_control(char32_t code) {
    if (code < 0x20) return code != '\t' && code != '\n' && code != '\r';
    return code == 0x7F || (code >= 0x80 && code < 0xA0) || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || code == 0x2060 || code == 0xFEFF;
}

struct Look {
    bool has_control = false;
    std::string squeezed;  // outer blanks cut, inner runs made one space; the letters as they are
};

Look look_at(std::string_view text) {
    Look look;
    bool gap = false;
    while (!text.empty()) {
        const auto letter = first_letter(text);
        look.has_control |= is_control(letter.code);
        if (is_space(letter.code)) {
            gap = !look.squeezed.empty();
        } else {
            if (gap) look.squeezed += ' ';
            gap = false;
            look.squeezed += text.substr(0, letter.bytes);
        }
        text.remove_prefix(letter.bytes);
    }
    return look;
}

}  // namespace

void CellReader::add(
    RosterColumn column, RosterFault code, std::string value, std::vector<FaultOption> options
) {
    faults_.push_back({row_, column, code, std::move(value), std::move(options)});
}

RosterCell CellReader::refuse(RosterColumn column, RosterFault code, std::string_view value) {
    add(column, code, tidy(value.substr(0, 200)));
    return {.text = {}, .date = {}, .is_number = false, .is_sound = false};
}

RosterCell CellReader::read(RosterColumn column, const sheet::Cell& cell) {
    switch (cell.kind) {
        case Kind::empty:
            return {};
        case Kind::text:
            return read_text(column, cell.text);
        case Kind::number:
            return read_number(column, cell);
        case Kind::date:
            if (!is_date_column(column)) return refuse(column, RosterFault::wrong_type, cell.text);
            return {.text = {}, .date = cell.date};
        case Kind::error:
            return refuse(column, RosterFault::formula_error, cell.text);
        case Kind::boolean:
            return refuse(column, RosterFault::wrong_type, cell.text);
    }
    return {};
}

RosterCell CellReader::read_number(RosterColumn column, const sheet::Cell& cell) {
    if (column == RosterColumn::share) return {.text = std::string(cell.text)};
    const auto digits = cell.whole_number();
    const bool may_be_number = column == RosterColumn::staff_number ||
                               column == RosterColumn::decision ||
                               (is_date_column(column) && digits && digits->size() == 8);
    if (!digits || !may_be_number) return refuse(column, RosterFault::wrong_type, cell.text);
    return {.text = *digits, .date = {}, .is_number = true};
}

RosterCell CellReader::read_text(RosterColumn column, std::string_view text) {
    const auto most = most_letters(column);
    if (is_plainly_tidy(text)) {
        if (text.size() > most) return refuse(column, RosterFault::too_long, text);
        return {.text = std::string(text)};
    }
    const auto look = look_at(text);
    if (look.has_control) return refuse(column, RosterFault::control_characters, text);
    if (look.squeezed.empty()) return {};
    auto tidied = tidy(look.squeezed);
    if (length(tidied) > most) return refuse(column, RosterFault::too_long, text);
    if (look.squeezed != text) add(column, RosterFault::extra_blanks, tidied);
    if (tidied != look.squeezed) add(column, RosterFault::mixed_unicode, tidied);
    return {.text = std::move(tidied)};
}

}  // namespace nangluc::organisation
