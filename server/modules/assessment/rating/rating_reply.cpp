#include "modules/assessment/rating/rating_reply.hpp"

#include <algorithm>

namespace nangluc::assessment {

CompetencyReply reply_of(const competency::Competency& competency) {
    return {competency.id, competency.code, competency.name, competency.area, competency.levels};
}

ReviewReply reply_of(const Review& review) {
    return {
        .id = review.id,
        .kind = review.kind,
        .text = review.text,
        .asked_at = review.asked_at,
        .deadline = review.deadline,
        .decided_at = review.outcome ? std::optional(review.decided_at) : std::nullopt,
        .outcome = review.outcome,
        .answer = review.answer,
    };
}

HeldReply reply_of(const Held& held, const Rule& rule) {
    return {
        .level = held.level,
        .confidence = confidence_of(rule, held),
        .rule = held.rule,
        .rule_code = held.rule_code,
        .rule_version = held.rule_version,
        .observed_on = held.observed_on,
        .valid_until = held.valid_until,
    };
}

static std::string name_of_rater(const PersonRecord& record, PersonId rater) {
    const auto found = record.names.find(rater);
    return found == record.names.end() ? std::string() : found->second;
}

static std::optional<WithdrawalReply> withdrawal_of(
    const PersonRecord& record, const CompetencyRecord& competency, RatingId rating
) {
    const auto found =
        std::ranges::find(competency.withdrawals, rating, [](const Rating& withdrawal) {
            return withdrawal.withdraws;
        });
    if (found == competency.withdrawals.end()) return std::nullopt;
    return WithdrawalReply{
        .at = found->recorded_at,
        .by = name_of_rater(record, found->rater),
        .reason = found->note,
        .replaced = found->gives_level,
    };
}

static RatingReply reply_of(
    const UsedRating& used,
    const PersonRecord& record,
    const CompetencyRecord& competency,
    const Actor& reader
) {
    const auto& rating = used.rating;
    RatingReply reply{
        .id = rating.id,
        .level = rating.level,
        .score = rating.score,
        .score_error = rating.score_error,
        .method = rating.method,
        .rater =
            {.person = rating.rater ? std::optional(rating.rater) : std::nullopt,
             .name = name_of_rater(record, rating.rater),
             .role = rating.rater_role},
        .scale = rating.scale,
        .campaign = rating.campaign ? std::optional(rating.campaign) : std::nullopt,
        .has_evidence = !rating.evidence_hash.empty(),
        .note = rating.note,
        .observed_on = rating.observed_on,
        .recorded_at = rating.recorded_at,
        .use = used.use,
        .withdrawn = withdrawal_of(record, competency, rating.id),
    };
    if (!reply.withdrawn && is_rater(reader, rating)) reply.actions = {"withdraw"};
    return reply;
}

static std::vector<std::string> acts_open_to(
    const Actor& reader, const PersonRecord& record, const CompetencyRecord& competency
) {
    std::vector<std::string> acts{"comment"};
    if (!reader.is(record.person.id)) return acts;
    acts.emplace_back("rate_self");
    const bool may_ask =
        !competency.ratings.empty() && std::ranges::none_of(competency.reviews, &Review::is_open);
    if (may_ask) {
        acts.emplace_back("ask_review");
    }
    return acts;
}

static RecordReply reply_of(
    const CompetencyRecord& competency, const PersonRecord& record, const Actor& reader
) {
    RecordReply reply{
        .competency = reply_of(competency.competency),
        .required = competency.required,
        .actions = acts_open_to(reader, record, competency),
    };
    if (competency.held) reply.held = reply_of(*competency.held, *record.rule);
    for (const auto& used : competency.ratings) {
        reply.ratings.push_back(reply_of(used, record, competency, reader));
    }
    for (const auto& review : competency.reviews) reply.reviews.push_back(reply_of(review));
    return reply;
}

PersonRecordReply reply_of(const PersonRecord& record, const Actor& reader) {
    PersonRecordReply reply{
        .person = {record.person.id, record.person.staff_number, record.person.name},
        .on = record.at.on,
        .known_at = record.at.known_at,
    };
    if (const auto& rule = record.rule) {
        reply.rule = {rule->id, rule->code, rule->version, rule->title, rule->decision_number};
    }
    for (const auto& competency : record.competencies) {
        reply.competencies.push_back(reply_of(competency, record, reader));
    }
    return reply;
}

}  // namespace nangluc::assessment
