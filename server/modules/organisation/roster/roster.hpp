#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "modules/organisation/api.hpp"

namespace nangluc::organisation {

// A post as it is authorised on a date.
struct AuthorisedPost {
    PostId post;
    UnitId unit;
    UnitPath place;
    std::string unit_name;
    PositionId position;
    std::string position_name;
    std::string position_name_en;
    std::string position_kind;  // leadership, professional, support
    std::string duty;           // it_specialist …; empty for most
    int authorised = 0;
    Date authorised_since;
    std::optional<Date> last_left;  // when the last main or acting holder before that date left
};

// Who holds it.
struct Holder {
    HoldingId holding;
    PostId post;
    PersonId person;
    std::string name;
    std::string sort_key;
    std::string staff_number;
    std::string rank;
    std::string rank_en;
    HoldingKind kind = HoldingKind::main;
    int share_percent = 100;
    Date since;
};

// A post that somebody holds beside the main one.
struct Duty {
    PostId post;
    std::string position_name;
    std::string position_name_en;
};
BOOST_DESCRIBE_STRUCT(Duty, (), (post, position_name, position_name_en))

// One line of the roster: a holder of a post, or one vacancy of it.
struct RosterRow {
    AuthorisedPost post;
    std::optional<Holder> holder;
    std::optional<Date> vacant_since;
    std::vector<Duty> beside;  // of a main holder: the concurrent duties here
};

// The figures of the sentence above a roster. Persons are counted once, by their main holding;
// participations, persons and headcount are three words.
struct RosterTotals {
    int authorised = 0;
    int persons = 0;
    int vacancies = 0;
    int concurrent = 0;  // holdings beside a main post
    int temporary = 0;   // posts covered by an acting or seconded holder

    friend bool operator==(const RosterTotals&, const RosterTotals&) = default;
};

// A post counts as filled by its main and acting holders; a concurrent duty or a secondment leaves
// it vacant, because nobody is there for good.
int vacancies_of(const AuthorisedPost& post, const std::vector<Holder>& holders_of_post);

// Posts in the order given, within a post main holders first, each by name; its vacancies last.
std::vector<RosterRow> roster_of(
    const std::vector<AuthorisedPost>& posts, std::vector<Holder> holders
);
RosterTotals totals_of(const std::vector<RosterRow>& rows);

// The figures of one unit's posts, in the order of the rows.
struct UnitStaff {
    UnitId unit;
    std::string name;
    int authorised = 0;
    int persons = 0;
    int vacancies = 0;
};
std::vector<UnitStaff> staff_by_unit(const std::vector<RosterRow>& rows);

// `all` has every post once, with who fills it or as vacant; who does it beside another post or is
// lent to it stands in the lists of their own. `lacking`: who fills a post and lacks a level.
enum class RosterFilter { all, vacant, concurrent, temporary, lacking };
BOOST_DESCRIBE_ENUM(RosterFilter, all, vacant, concurrent, temporary, lacking)

// Who lacks a required level; nothing where it is not known for that date or that reader.
using Lacking = std::optional<std::unordered_set<PersonId>>;

// How many rows each filter lets through.
struct RosterCounts {
    int all = 0;
    int vacant = 0;
    int concurrent = 0;
    int temporary = 0;
    std::optional<int> lacking = std::nullopt;  // none where it is not known

    friend bool operator==(const RosterCounts&, const RosterCounts&) = default;
};
RosterCounts counts_of(const std::vector<RosterRow>& rows, const Lacking& lacking = {});

// Rows that the filter lets through and whose person or position, folded, contains the folded text.
std::vector<RosterRow> select_rows(
    std::vector<RosterRow> rows,
    RosterFilter filter,
    std::string_view search,
    const Lacking& lacking = {}
);

}  // namespace nangluc::organisation
