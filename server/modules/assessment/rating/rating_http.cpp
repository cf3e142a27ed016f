#include "modules/assessment/rating/rating_http.hpp"

#include "kit/http/as_of.hpp"
#include "kit/http/routes.hpp"
#include "modules/assessment/rating/rating.hpp"
#include "modules/assessment/rating/rating_reply.hpp"
#include "modules/assessment/rating/rating_service.hpp"

namespace nangluc::assessment {

using http::Created;
using http::Policy;
using http::Request;

struct RatingBody {
    PersonId person;
    CompetencyId competency;
    int level = 0;
    std::optional<double> score;
    std::optional<double> score_error;
    Method method = Method::self;
    std::optional<CampaignId> campaign;
    std::optional<std::string> evidence_hash;
    std::optional<std::string> note;
    Date observed_on;
    std::optional<RatingId> withdraws;
};
BOOST_DESCRIBE_STRUCT(
    RatingBody,
    (),
    (person,
     competency,
     level,
     score,
     score_error,
     method,
     campaign,
     evidence_hash,
     note,
     observed_on,
     withdraws)
)

// What was written, as it is kept for ever.
struct AddedRatingReply {
    RatingId id;
    PersonId person;
    CompetencyId competency;
    int level = 0;
    Method method = Method::self;
    std::optional<PersonId> rater;
    std::string rater_role;
    ScaleId scale;
    Date observed_on;
    Instant recorded_at;
    std::optional<RatingId> withdraws;
};
BOOST_DESCRIBE_STRUCT(
    AddedRatingReply,
    (),
    (id,
     person,
     competency,
     level,
     method,
     rater,
     rater_role,
     scale,
     observed_on,
     recorded_at,
     withdraws)
)

struct WithdrawalBody {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawalBody, (), (reason))

struct MethodsReply {
    std::vector<MethodFacts> items;
};
BOOST_DESCRIBE_STRUCT(MethodsReply, (), (items))

struct LevelMeaningReply {
    int level = 0;
    std::string kind;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(LevelMeaningReply, (), (level, kind, text))

struct LevelMeaningsReply {
    std::vector<LevelMeaningReply> items;
};
BOOST_DESCRIBE_STRUCT(LevelMeaningsReply, (), (items))

struct RecordQuery : http::AsOfQuery {
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(RecordQuery, (http::AsOfQuery), (language))

struct HeldLevelReply {
    CompetencyReply competency;
    HeldReply held;
};
BOOST_DESCRIBE_STRUCT(HeldLevelReply, (), (competency, held))

struct HeldLevelsReply {
    Date on;
    Instant known_at;
    std::vector<HeldLevelReply> items;
};
BOOST_DESCRIBE_STRUCT(HeldLevelsReply, (), (on, known_at, items))

static NewRating rating_of(const RatingBody& body) {
    return {
        .person = body.person,
        .competency = body.competency,
        .level = body.level,
        .score = body.score,
        .score_error = body.score_error,
        .method = body.method,
        .campaign = body.campaign.value_or(CampaignId{}),
        .evidence_hash = body.evidence_hash.value_or(""),
        .note = body.note.value_or(""),
        .observed_on = body.observed_on,
        .withdraws = body.withdraws.value_or(RatingId{}),
    };
}

static AddedRatingReply reply_of(const Rating& rating) {
    return {
        .id = rating.id,
        .person = rating.person,
        .competency = rating.competency,
        .level = rating.level,
        .method = rating.method,
        .rater = rating.rater ? std::optional(rating.rater) : std::nullopt,
        .rater_role = rating.rater_role,
        .scale = rating.scale,
        .observed_on = rating.observed_on,
        .recorded_at = rating.recorded_at,
        .withdraws = rating.withdraws ? std::optional(rating.withdraws) : std::nullopt,
    };
}

// What is known, where nobody asks for an earlier time; even after the clock went back.
static AsOf as_of(const RecordQuery& query, const Clock& clock) {
    const auto latest = AsOf::latest(query.on.value_or(clock.today()));
    return {latest.on, query.known_at.value_or(latest.known_at)};
}

static HeldLevelsReply levels_of(const PersonRecord& record) {
    HeldLevelsReply reply{.on = record.at.on, .known_at = record.at.known_at};
    for (const auto& one : record.competencies) {
        if (!one.held) continue;
        reply.items.push_back({reply_of(one.competency), reply_of(*one.held, *record.rule)});
    }
    return reply;
}

static void add_reading_routes(http::Routes& at, RatingService& ratings, const Clock& clock) {
    const auto anyone = Policy::signed_in();
    const auto language = [](const RecordQuery& query) { return query.language.value_or("vi"); };

    at.get(
        "/people/{person}/ratings",
        "list_ratings",
        anyone,
        [&,
         language](const Request& request, const RecordQuery& query) -> Result<PersonRecordReply> {
            const auto id = TRY(request.path_id<PersonId>("person"));
            const auto record =
                TRY(ratings.record(request.actor(), id, as_of(query, clock), language(query)));
            return reply_of(record, request.actor());
        }
    );

    at.get(
        "/people/{person}/held",
        "list_held_levels",
        anyone,
        [&, language](const Request& request, const RecordQuery& query) -> Result<HeldLevelsReply> {
            const auto id = TRY(request.path_id<PersonId>("person"));
            return levels_of(
                TRY(ratings.record(request.actor(), id, as_of(query, clock), language(query)))
            );
        }
    );

    at.get(
        "/me/competencies",
        "read_my_competencies",
        anyone,
        [&,
         language](const Request& request, const RecordQuery& query) -> Result<PersonRecordReply> {
            const auto& actor = request.actor();
            if (!actor.person()) return not_found("person");
            const auto record =
                TRY(ratings.record(actor, actor.person(), as_of(query, clock), language(query)));
            return reply_of(record, actor);
        }
    );
}

static void add_anchor_routes(http::Routes& at, RatingService& ratings) {
    at.get(
        "/assessment-methods",
        "list_methods",
        Policy::signed_in(),
        [](const Request&) -> Result<MethodsReply> { return MethodsReply{methods()}; }
    );

    at.get(
        "/competencies/{competency}/descriptors",
        "list_descriptors",
        Policy::signed_in(),
        [&](const Request& request, const RecordQuery& query) -> Result<LevelMeaningsReply> {
            const auto id = TRY(request.path_id<CompetencyId>("competency"));
            LevelMeaningsReply reply;
            for (const auto& one : TRY(ratings.descriptors(id, query.language.value_or("vi")))) {
                reply.items.push_back({one.level, one.kind, one.text});
            }
            return reply;
        }
    );
}

void add_rating_routes(http::Router& router, RatingService& ratings, const Clock& clock) {
    http::Routes at(router, "assessment");

    add_anchor_routes(at, ratings);

    at.post(
        "/ratings",
        "add_rating",
        Policy::signed_in(),
        [&](const Request& request, const RatingBody& body) -> Result<Created<AddedRatingReply>> {
            const auto rating = TRY(ratings.add(request.actor(), rating_of(body)));
            return Created<AddedRatingReply>{reply_of(rating)};
        }
    );

    at.post(
        "/ratings/{rating}/withdrawal",
        "withdraw_rating",
        Policy::signed_in(),
        [&](const Request& request, const WithdrawalBody& body) -> Result<http::Nothing> {
            const auto id = TRY(request.path_id<RatingId>("rating"));
            TRY(ratings.withdraw(request.actor(), id, body.reason));
            return http::Nothing{};
        }
    );

    add_reading_routes(at, ratings, clock);
}

}  // namespace nangluc::assessment
