#include "modules/organisation/roster_import/roster_row.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "modules/organisation/roster_import/roster_dates.hpp"
#include "modules/organisation/roster_import/roster_row_reading.hpp"

namespace nangluc::organisation {

using enum RosterColumn;

namespace {

// The staff number of the template's example, folded, in its languages.
constexpr std::array<std::string_view, 2> examples = {"vi du", "example"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_number_letter(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '/' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != text.npos) {
        return false;
    }
    const auto domain = text.substr(at + 1);
    const auto dot = domain.rfind('.');
    return text.find_first_of(" ,;") == text.npos && dot != domain.npos && dot > 0 &&
           dot + 1 < domain.size();
}

std::vector<int> columns_of(const RosterMapping& mapping) {
    std::vector<int> columns;
    for (const auto& [column, at] : mapping.columns) columns.push_back(at);
    return columns;
}

}  // namespace

RosterRowReader::RosterRowReader(const RosterReading& reading)
    : reading_(reading), merged_(reading.merged, columns_of(reading.mapping)) {}

std::optional<RosterLine> RosterRowReader::read(
    const sheet::Row& row, std::vector<RowFault>& faults
) {
    const bool is_blank = std::ranges::none_of(reading_.mapping.columns, [&](const auto& mapped) {
        const auto& cell = row.at(mapped.second);
        return cell.kind != sheet::Kind::empty &&
               cell.text.find_first_not_of(" \t\r\n") != std::string_view::npos;
    });
    if (is_blank) return std::nullopt;
    const auto number = fold(row.at(reading_.mapping.at(staff_number)).text.substr(0, 20));
    if (std::ranges::find(examples, number) != examples.end()) return std::nullopt;

    RosterLine line{.row = row.number};
    const auto before = faults.size();
    Reading at{row, line, CellReader(row.number, faults)};
    if (row.hidden) ask_hidden(at);
    read_person(at);
    read_holding(at);
    read_place(at);
    read_words(at);
    for (auto i = before; i < faults.size(); ++i) {
        const auto severity = severity_of(faults[i].code);
        line.is_faulty |= severity == FaultSeverity::error;
        line.is_asked |= severity == FaultSeverity::question;
    }
    return line;
}

void RosterRowReader::ask_hidden(Reading& at) {
    const auto answer = choice_of(at, RosterColumn::row);
    at.line.is_left_out = answer == "leave_out";
    if (answer == "take" || at.line.is_left_out) return;
    at.cells.add(RosterColumn::row, RosterFault::hidden_row, {}, {{"take", ""}, {"leave_out", ""}});
}

std::string RosterRowReader::choice_of(const Reading& at, RosterColumn column) const {
    const auto found = reading_.answers.find({at.line.row, column});
    if (found == reading_.answers.end() || found->second.kind != AnswerKind::choice) return {};
    return found->second.value;
}

RosterCell RosterRowReader::cell_of(Reading& at, RosterColumn column) {
    const int here = reading_.mapping.at(column);
    if (here == 0) return {};
    const auto answer = reading_.answers.find({at.line.row, column});
    if (answer != reading_.answers.end() && answer->second.kind == AnswerKind::text) {
        return at.cells.read_text(column, answer->second.value);
    }
    if (merged_.contain(at.line.row, here)) {
        at.cells.add(column, RosterFault::merged_cell, std::string(at.row.at(here).text));
        return {.text = {}, .date = {}, .is_number = false, .is_sound = false};
    }
    auto cell = at.cells.read(column, at.row.at(here));
    if (cell.is_sound && cell.is_empty() && is_required(column)) {
        at.cells.add(column, RosterFault::missing);
        cell.is_sound = false;
    }
    return cell;
}

const std::string& RosterRowReader::folded(const std::string& text) {
    const auto [entry, is_new] = folded_.try_emplace(text);
    if (is_new) entry->second = fold(text);
    return entry->second;
}

void RosterRowReader::read_person(Reading& at) {
    read_number(at);
    read_name(at);
    read_birth(at);
}

void RosterRowReader::read_number(Reading& at) {
    const auto cell = cell_of(at, staff_number);
    if (!cell.is_sound) return;
    const auto& number = cell.text;
    if (!std::ranges::all_of(number, is_number_letter)) {
        return at.cells.add(staff_number, RosterFault::malformed_number, number);
    }
    at.line.staff_number = number;
    const auto usual = static_cast<std::size_t>(reading_.reference.usual_digits);
    const bool may_have_lost = cell.is_number || reading_.format == sheet::Format::csv;
    const bool is_short = number.size() < usual && usual - number.size() <= 3;
    if (!may_have_lost || !is_short || !std::ranges::all_of(number, is_digit)) return;

    const auto padded = std::string(usual - number.size(), '0') + number;
    const auto answer = choice_of(at, staff_number);
    if (answer == padded || answer == number) {
        at.line.staff_number = answer;
        return;
    }
    at.cells.add(staff_number, RosterFault::lost_zeros, number, {{padded, ""}, {number, ""}});
}

void RosterRowReader::read_name(Reading& at) {
    const auto cell = cell_of(at, name);
    if (!cell.is_sound) return;
    at.line.name = cell.text;
    if (std::ranges::any_of(cell.text, is_digit)) {
        return at.cells.add(name, RosterFault::name_has_digits, cell.text);
    }
    const bool is_one_word = cell.text.find(' ') == std::string::npos;
    // Any choice about the person says that the name is right.
    if (is_one_word && choice_of(at, name).empty()) {
        at.cells.add(name, RosterFault::one_word_name, cell.text, {{"keep", ""}});
    }
}

std::optional<Date> RosterRowReader::read_date(Reading& at, RosterColumn column) {
    const auto cell = cell_of(at, column);
    if (cell.date || !cell.is_sound || cell.is_empty()) return cell.date;
    const auto written = read_written_date(cell.text, reading_.mapping.date_order);
    switch (written.reading) {
        case WrittenDate::sound:
            return written.date;
        case WrittenDate::malformed:
            at.cells.add(column, RosterFault::malformed_date, cell.text);
            return std::nullopt;
        case WrittenDate::two_digit_year:
            at.cells.add(column, RosterFault::two_digit_year, cell.text);
            return std::nullopt;
        case WrittenDate::impossible:
            at.cells.add(column, RosterFault::impossible_date, cell.text);
            return std::nullopt;
        case WrittenDate::ambiguous:
            break;
    }
    const auto answer = choice_of(at, column);
    if (answer == to_text(written.date)) return written.date;
    if (answer == to_text(written.other)) return written.other;
    at.cells.add(
        column,
        RosterFault::ambiguous_date,
        cell.text,
        {{to_text(written.date), ""}, {to_text(written.other), ""}}
    );
    return std::nullopt;
}

void RosterRowReader::read_birth(Reading& at) {
    const auto birth = read_date(at, birth_date);
    if (!birth) return;
    const auto today = reading_.reference.today;
    at.line.birth_date = birth;
    if (*birth > today) {
        at.cells.add(birth_date, RosterFault::future_birth, to_text(*birth));
    } else if (add_months(*birth, 18 * 12) > today) {
        at.cells.add(birth_date, RosterFault::under_18, to_text(*birth));
    } else if (add_months(*birth, 71 * 12) <= today) {
        at.cells.add(birth_date, RosterFault::over_70, to_text(*birth));
    }
}

void RosterRowReader::read_words(Reading& at) {
    auto& line = at.line;
    if (const auto cell = cell_of(at, sex); !cell.is_empty()) {
        line.sex = sex_called(cell.text);
        if (line.sex.empty()) at.cells.add(sex, RosterFault::unknown_sex, cell.text);
    }
    if (const auto cell = cell_of(at, rank); !cell.is_empty()) {
        const auto known = reading_.reference.ranks_by_name.find(folded(cell.text));
        if (known == reading_.reference.ranks_by_name.end()) {
            at.cells.add(rank, RosterFault::unknown_rank, cell.text);
        } else {
            line.rank = known->second;
        }
    }
    if (const auto cell = cell_of(at, qualification); !cell.is_empty()) {
        line.qualification = qualification_called(cell.text);
        if (line.qualification.empty()) {
            at.cells.add(qualification, RosterFault::unknown_qualification, cell.text);
        }
    }
    line.decision = cell_of(at, decision).text;
    if (const auto cell = cell_of(at, email); !cell.is_empty()) {
        line.email = cell.text;
        if (!is_email(cell.text)) at.cells.add(email, RosterFault::malformed_email, cell.text);
    }
}

void RosterRowReader::read_holding(Reading& at) {
    const auto cell = cell_of(at, kind);
    bool is_kind_known = cell.is_sound;
    if (!cell.is_empty()) {
        const auto known = kind_called(cell.text);
        is_kind_known = known.has_value();
        if (known) at.line.kind = *known;
        if (!known) at.cells.add(kind, RosterFault::unknown_kind, cell.text);
    }
    if (is_kind_known) read_share(at);
    read_dates(at);
}

void RosterRowReader::read_share(Reading& at) {
    const auto cell = cell_of(at, share);
    if (!cell.is_sound) return;
    if (cell.is_empty()) {
        // A main post is a whole one unless the file says otherwise; of a duty beside it nobody
        // knows how much.
        if (at.line.kind != HoldingKind::main) at.cells.add(share, RosterFault::missing);
        return;
    }
    std::string_view text = cell.text;
    if (text.ends_with('%')) text.remove_suffix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    int percent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
    if (error == std::errc::result_out_of_range) percent = 101;
    if (end != text.data() + text.size() || error == std::errc::invalid_argument) {
        return at.cells.add(share, RosterFault::malformed_share, cell.text);
    }
    if (percent < 1 || percent > 100) {
        return at.cells.add(share, RosterFault::share_out_of_range, cell.text);
    }
    at.line.share = percent;
}

void RosterRowReader::read_dates(Reading& at) {
    at.line.from = read_date(at, from_date);
    const auto until = read_date(at, until_date);
    if (until) at.line.until = *until;
    if (!at.line.from) return;
    if (*at.line.from > add_months(reading_.reference.today, 12)) {
        at.cells.add(from_date, RosterFault::starts_too_late, to_text(*at.line.from));
    }
    if (until && *until <= *at.line.from) {
        at.cells.add(until_date, RosterFault::end_before_start, to_text(*until));
    }
}

}  // namespace nangluc::organisation
