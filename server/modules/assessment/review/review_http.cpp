#include "modules/assessment/review/review_http.hpp"

#include <algorithm>
#include <span>

#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/assessment/rating/rating_reply.hpp"
#include "modules/assessment/review/review_service.hpp"

namespace nangluc::assessment {

using http::Created;
using http::Policy;
using http::Request;

struct ReviewText {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ReviewText, (), (text))

struct DecisionBody {
    ReviewOutcome outcome = ReviewOutcome::upheld;
    std::optional<int> level;
    std::string answer;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(DecisionBody, (), (outcome, level, answer, language))

struct ReviewQuery {
    std::optional<ReviewStatus> status;
    std::optional<std::string> language;
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(ReviewQuery, (), (status, language, limit, cursor))

struct ReviewCaseReply {
    ReviewReply review;
    PersonReply person;
    CompetencyReply competency;
    std::optional<int> held_level;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(ReviewCaseReply, (), (review, person, competency, held_level, actions))

static ReviewCaseReply reply_of(const ReviewCase& found) {
    ReviewCaseReply reply{
        .review = reply_of(found.review),
        .person = {found.person.id, found.person.staff_number, found.person.name},
        .competency = reply_of(found.competency),
    };
    if (found.held) reply.held_level = found.held->level;
    if (found.may_decide) reply.actions = {"decide"};
    return reply;
}

static Result<http::Page<ReviewCaseReply>> page_of(
    ReviewService& reviews, const Request& request, const ReviewQuery& query
) {
    const auto after = TRY(http::decode_cursor<ReviewPlace>(query.cursor));
    const auto limit = static_cast<std::size_t>(query.limit.value_or(50));
    const ReviewsQuestion question{
        .status = query.status.value_or(ReviewStatus::open),
        .after = after.value_or(ReviewPlace{}),
        .limit = static_cast<int>(limit) + 1,
    };
    const auto found = TRY(reviews.list(request.actor(), question, query.language.value_or("vi")));
    http::Page<ReviewCaseReply> page;
    for (const auto& each : std::span(found).first(std::min(limit, found.size()))) {
        page.items.push_back(reply_of(each));
    }
    if (found.size() > limit) page.next = http::encode_cursor(place_of(found[limit - 1].review));
    return page;
}

void add_review_routes(http::Router& router, ReviewService& reviews) {
    http::Routes at(router, "assessment");

    at.post(
        "/people/{person}/competencies/{competency}/comments",
        "add_comment",
        Policy::signed_in(),
        [&](const Request& request, const ReviewText& body) -> Result<Created<ReviewReply>> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            const auto competency = TRY(request.path_id<CompetencyId>("competency"));
            const auto review =
                TRY(reviews.comment(request.actor(), person, competency, body.text));
            return Created<ReviewReply>{reply_of(review)};
        }
    );

    at.post(
        "/people/{person}/competencies/{competency}/reviews",
        "ask_review",
        Policy::signed_in(),
        [&](const Request& request, const ReviewText& body) -> Result<Created<ReviewReply>> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            const auto competency = TRY(request.path_id<CompetencyId>("competency"));
            const auto review = TRY(reviews.ask(request.actor(), person, competency, body.text));
            return Created<ReviewReply>{reply_of(review)};
        }
    );

    at.get(
        "/reviews",
        "list_reviews",
        Policy::needs(Permission::decide_reviews),
        [&](const Request& request, const ReviewQuery& query) {
            return page_of(reviews, request, query);
        }
    );

    at.post(
        "/reviews/{review}/decision",
        "decide_review",
        Policy::needs(Permission::decide_reviews),
        [&](const Request& request, const DecisionBody& body) -> Result<ReviewCaseReply> {
            const auto id = TRY(request.path_id<ReviewId>("review"));
            const auto decided = TRY(reviews.decide(
                request.actor(),
                id,
                {body.outcome, body.level, body.answer},
                body.language.value_or("vi")
            ));
            return reply_of(decided);
        }
    );
}

}  // namespace nangluc::assessment
