#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/needs/gap/gap_service.hpp"

namespace nangluc::needs {

// Replies that several routes of the module share. Included by *_http.cpp and group_service.cpp,
// which freezes an explanation in the same words.

struct PersonReply {
    static constexpr auto schema_name = "NeedsPerson";
    PersonId id;
    std::string name;
    std::string staff_number;
};
BOOST_DESCRIBE_STRUCT(PersonReply, (), (id, name, staff_number))

struct NamedUnit {
    static constexpr auto schema_name = "NeedsUnit";
    UnitId id;
    std::string name;
    std::string full_name;
    std::string full_name_en;
};
BOOST_DESCRIBE_STRUCT(NamedUnit, (), (id, name, full_name, full_name_en))

struct ReasonReply {
    static constexpr auto schema_name = "GapReason";
    competency::ReasonKind kind{};
    std::string id;  // of the post, position, group or rank; empty for an administrative level
    std::string word;
    std::string name;
    std::string name_en;
};
BOOST_DESCRIBE_STRUCT(ReasonReply, (), (kind, id, word, name, name_en))

struct RequirementReply {
    static constexpr auto schema_name = "GapRequirement";
    RequirementId id;
    ReasonReply reason;
    int minimum = 0;
    int desired = 0;
    std::string decision_number;
    Date from;
    UnitId scope;
};
BOOST_DESCRIBE_STRUCT(
    RequirementReply, (), (id, reason, minimum, desired, decision_number, from, scope)
)

struct RatingReply {
    static constexpr auto schema_name = "GapRating";
    RatingId id;
    int level = 0;
    assessment::Method method{};
    std::string rater_role;
    Date observed_on;
    assessment::Use use{};
};
BOOST_DESCRIBE_STRUCT(RatingReply, (), (id, level, method, rater_role, observed_on, use))

struct RuleReply {
    static constexpr auto schema_name = "GapRule";
    RuleId id;
    std::string code;
    int version = 0;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(RuleReply, (), (id, code, version, title))

// A gap with everything it was reckoned from.
struct GapReply {
    CompetencyId competency;
    std::string code;
    std::string name;
    std::string area;
    int levels = 0;
    int required = 0;
    int desired = 0;
    std::optional<int> held;
    std::optional<int> missing;
    std::optional<Date> observed_on;
    std::optional<Date> valid_until;
    std::optional<RuleReply> rule;
    std::vector<RequirementReply> requirements;
    std::vector<RatingReply> ratings;
};
BOOST_DESCRIBE_STRUCT(
    GapReply,
    (),
    (competency,
     code,
     name,
     area,
     levels,
     required,
     desired,
     held,
     missing,
     observed_on,
     valid_until,
     rule,
     requirements,
     ratings)
)

PersonReply reply_of(const organisation::Person& person);
NamedUnit reply_of(const organisation::Unit& unit);
GapReply reply_of(const Gap& gap, const CompetencyNames& names, const ReasonNames& reasons);
// Empty for a competency that nobody knows.
std::string name_in(const CompetencyNames& names, CompetencyId competency);

}  // namespace nangluc::needs
