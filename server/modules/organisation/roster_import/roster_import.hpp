#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/organisation/api.hpp"

namespace nangluc {

using RosterImportId = Id<struct RosterImportTag>;

}  // namespace nangluc

namespace nangluc::organisation {

// The columns of a roster, in the order of the template. `row` stands for a whole row.
enum class RosterColumn {
    row,
    staff_number,
    name,
    birth_date,
    sex,
    unit,
    division,
    position,
    kind,
    share,
    from_date,
    until_date,
    rank,
    qualification,
    decision,
    email,
};
BOOST_DESCRIBE_ENUM(
    RosterColumn,
    row,
    staff_number,
    name,
    birth_date,
    sex,
    unit,
    division,
    position,
    kind,
    share,
    from_date,
    until_date,
    rank,
    qualification,
    decision,
    email
)
inline constexpr std::size_t roster_columns = 16;

// Without these a file says of nobody who holds what since when.
bool is_required(RosterColumn column);

// What may be wrong with a cell or a row.
enum class RosterFault {
    missing,
    malformed_number,
    lost_zeros,
    number_other_birth_date,
    number_other_name,
    number_elsewhere,
    same_person,
    duplicate_row,
    name_has_digits,
    one_word_name,
    too_long,
    control_characters,
    mixed_unicode,
    extra_blanks,
    wrong_type,
    formula_error,
    merged_cell,
    hidden_row,
    malformed_date,
    two_digit_year,
    impossible_date,
    ambiguous_date,
    future_birth,
    under_18,
    over_70,
    unknown_sex,
    unknown_unit,
    unit_abolished,
    unit_merged,
    unit_renamed,
    unknown_division,
    ambiguous_division,
    unknown_position,
    position_not_in_division,
    before_post,
    over_authorised,
    unknown_kind,
    two_main_posts,
    main_elsewhere,
    overlaps_main,
    no_main_post,
    malformed_share,
    share_out_of_range,
    shares_over_100,
    end_before_start,
    starts_too_late,
    unknown_rank,
    unknown_qualification,
    malformed_email,
    row_disagrees,
};
BOOST_DESCRIBE_ENUM(
    RosterFault,
    missing,
    malformed_number,
    lost_zeros,
    number_other_birth_date,
    number_other_name,
    number_elsewhere,
    same_person,
    duplicate_row,
    name_has_digits,
    one_word_name,
    too_long,
    control_characters,
    mixed_unicode,
    extra_blanks,
    wrong_type,
    formula_error,
    merged_cell,
    hidden_row,
    malformed_date,
    two_digit_year,
    impossible_date,
    ambiguous_date,
    future_birth,
    under_18,
    over_70,
    unknown_sex,
    unknown_unit,
    unit_abolished,
    unit_merged,
    unit_renamed,
    unknown_division,
    ambiguous_division,
    unknown_position,
    position_not_in_division,
    before_post,
    over_authorised,
    unknown_kind,
    two_main_posts,
    main_elsewhere,
    overlaps_main,
    no_main_post,
    malformed_share,
    share_out_of_range,
    shares_over_100,
    end_before_start,
    starts_too_late,
    unknown_rank,
    unknown_qualification,
    malformed_email,
    row_disagrees
)

// An error keeps its row out; a question does until it is answered; a notice tells what was tidied.
enum class FaultSeverity { error, question, notice };
BOOST_DESCRIBE_ENUM(FaultSeverity, error, question, notice)
FaultSeverity severity_of(RosterFault fault);

// One answer that a question allows: its value, and the facts that its words are made of.
struct FaultOption {
    std::string value;
    std::string label;  // a name or a date of the country's data; empty where the value says it all
};
BOOST_DESCRIBE_STRUCT(FaultOption, (), (value, label))

struct RowFault {
    int row = 0;
    RosterColumn column = RosterColumn::row;
    RosterFault code = RosterFault::missing;
    std::string value = {};  // as the file says it
    std::vector<FaultOption> options = {};
};

// What became of a row in the check.
enum class RowVerdict { added, changed, same, rejected, question };
BOOST_DESCRIBE_ENUM(RowVerdict, added, changed, same, rejected, question)

enum class ImportStatus { uploaded, checking, checked, applying, applied, undoing, undone };
BOOST_DESCRIBE_ENUM(ImportStatus, uploaded, checking, checked, applying, applied, undoing, undone)

// `good` leaves out what is rejected or still asked; `all` applies the file whole or not at all.
enum class AppliedRows { all, good };
BOOST_DESCRIBE_ENUM(AppliedRows, all, good)

// Which of 3/4/2026 is the day, where a date is written as a text and may be read both ways.
enum class DateOrder { ask, day_first, month_first };
BOOST_DESCRIBE_ENUM(DateOrder, ask, day_first, month_first)

// Which column of the sheet is which column of a roster; A is 1.
struct RosterMapping {
    std::map<RosterColumn, int> columns;
    DateOrder date_order = DateOrder::ask;

    int at(RosterColumn column) const {
        const auto found = columns.find(column);
        return found == columns.end() ? 0 : found->second;
    }
    std::vector<RosterColumn> missing() const;  // required and not mapped
};

// A choice among a question's options, or a text in place of what the cell says.
enum class AnswerKind { choice, text };
BOOST_DESCRIBE_ENUM(AnswerKind, choice, text)
struct RosterAnswer {
    AnswerKind kind = AnswerKind::choice;
    std::string value;
};
using RosterAnswers = std::map<std::pair<int, RosterColumn>, RosterAnswer>;

// A fact of a person that applying a row would add.
struct PlannedFact {
    std::int64_t id = 0;
    PersonId person;
    std::string kind;
    std::string value;
    Date from;
    std::int64_t replaces = 0;
    std::int64_t closed = 0;  // the replaced one with its end, where it is no correction
};

enum class PersonAct { none, add, correct };
BOOST_DESCRIBE_ENUM(PersonAct, none, add, correct)

// A row as it was read, and what applying it would do.
struct RosterLine {
    int row = 0;
    RowVerdict verdict = RowVerdict::same;
    std::string staff_number;
    std::string name;
    std::optional<Date> birth_date;
    std::string sex;
    UnitId unit;  // of the post
    PostId post;
    HoldingKind kind = HoldingKind::main;
    int share = 100;
    std::optional<Date> from;
    Date until = Date::never();
    std::string rank;           // its code
    std::string qualification;  // its word
    std::string decision;
    std::string email;
    bool is_faulty = false;  // some cell of it has an error
    bool is_asked = false;   // some cell of it has an open question
    bool is_left_out = false;

    PersonAct person_act = PersonAct::none;
    PersonId person;
    HoldingId holding;
    HoldingId replaces;
    HoldingId closed;
    std::vector<PlannedFact> facts;
    std::vector<std::string> changes;  // words: person, name, holding, rank …

    bool is_good() const { return !is_faulty && !is_asked && !is_left_out; }
};
}  // namespace nangluc::organisation
