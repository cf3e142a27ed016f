#pragma once

#include <string>
#include <vector>

#include "modules/assessment/rating/rating_service.hpp"

namespace nangluc {
class Clock;
}

namespace nangluc::assessment {

// What the replies about a person's ratings are made of. Included by *_http.cpp only.

struct CompetencyReply {
    CompetencyId id;
    std::string code;
    std::string name;
    std::string area;
    int levels = 0;
};
BOOST_DESCRIBE_STRUCT(CompetencyReply, (), (id, code, name, area, levels))

struct PersonReply {
    PersonId id;
    std::string staff_number;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PersonReply, (), (id, staff_number, name))

struct RaterReply {
    std::optional<PersonId> person;
    std::string name;
    std::string role;
};
BOOST_DESCRIBE_STRUCT(RaterReply, (), (person, name, role))

struct WithdrawalReply {
    Instant at;
    std::string by;
    std::string reason;
    bool replaced = false;  // another rating stands in its place
};
BOOST_DESCRIBE_STRUCT(WithdrawalReply, (), (at, by, reason, replaced))

struct RatingReply {
    RatingId id;
    int level = 0;
    std::optional<double> score;
    std::optional<double> score_error;
    Method method = Method::self;
    RaterReply rater;
    ScaleId scale;
    std::optional<CampaignId> campaign;
    bool has_evidence = false;
    std::string note;
    Date observed_on;
    Instant recorded_at;
    Use use = Use::compared;
    std::optional<WithdrawalReply> withdrawn;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    RatingReply,
    (),
    (id,
     level,
     score,
     score_error,
     method,
     rater,
     scale,
     campaign,
     has_evidence,
     note,
     observed_on,
     recorded_at,
     use,
     withdrawn,
     actions)
)

struct HeldReply {
    int level = 0;
    int confidence = 0;  // thousandths of the rule's weight
    RuleId rule;
    std::string rule_code;
    int rule_version = 0;
    Date observed_on;
    Date valid_until;
};
BOOST_DESCRIBE_STRUCT(
    HeldReply, (), (level, confidence, rule, rule_code, rule_version, observed_on, valid_until)
)

struct ReviewReply {
    ReviewId id;
    ReviewKind kind = ReviewKind::comment;
    std::string text;
    Instant asked_at;
    Date deadline;
    std::optional<Instant> decided_at;
    std::optional<ReviewOutcome> outcome;
    std::string answer;
};
BOOST_DESCRIBE_STRUCT(
    ReviewReply, (), (id, kind, text, asked_at, deadline, decided_at, outcome, answer)
)

struct RecordReply {
    CompetencyReply competency;
    std::optional<int> required;
    std::optional<HeldReply> held;
    std::vector<RatingReply> ratings;
    std::vector<ReviewReply> reviews;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(RecordReply, (), (competency, required, held, ratings, reviews, actions))

struct RuleNameReply {
    RuleId id;
    std::string code;
    int version = 0;
    std::string title;
    std::string decision_number;
};
BOOST_DESCRIBE_STRUCT(RuleNameReply, (), (id, code, version, title, decision_number))

struct PersonRecordReply {
    PersonReply person;
    Date on;
    Instant known_at;
    std::optional<RuleNameReply> rule;
    std::vector<RecordReply> competencies;
};
BOOST_DESCRIBE_STRUCT(PersonRecordReply, (), (person, on, known_at, rule, competencies))

CompetencyReply reply_of(const competency::Competency& competency);
ReviewReply reply_of(const Review& review);
HeldReply reply_of(const Held& held, const Rule& rule);
PersonRecordReply reply_of(const PersonRecord& record, const Actor& reader);

}  // namespace nangluc::assessment
