#include "modules/assessment/review/review_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"
#include "modules/assessment/rating/rating_entry.hpp"
#include "modules/assessment/rating/rating_service.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::assessment {

struct ReviewChange {
    CompetencyId competency;
    std::string text;
    std::optional<ReviewOutcome> outcome;
    std::optional<int> level;
};
BOOST_DESCRIBE_STRUCT(ReviewChange, (), (competency, text, outcome, level))

struct ReviewAct {
    std::string_view act;
    const Review& review;
    ReviewChange change;
};

static void write_audit(db::Tx& tx, const Kit& kit, const Actor& actor, const ReviewAct& done) {
    const auto& [act, review, change] = done;
    const auto unit = organisation::main_unit_of(tx, review.person, kit.clock.as_of_now());
    kit.audit.write(
        tx,
        actor,
        {.act = act,
         .object = review.id.value,
         .unit = unit ? unit.value() : UnitId{},
         .person = review.person,
         .change = json::write(change)}
    );
}

static std::optional<Held> held_now(db::Tx& tx, const Kit& kit, const Review& review) {
    for (auto& held : held_levels(tx, review.person, AsOf::latest(kit.clock.today()))) {
        if (held.competency == review.competency) return std::move(held);
    }
    return std::nullopt;
}

Result<Review> ReviewService::comment(
    const Actor& actor, PersonId person, CompetencyId competency, const std::string& text
) {
    if (text.empty()) return invalid("review.text_missing", {{"/text", "required"}});
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Review> {
        TRY(require_reading(tx, kit_, actor, person));
        TRY(find_slot(tx, competency));
        const Review review{
            .id = kit_.ids.make<ReviewId>(),
            .person = person,
            .competency = competency,
            .kind = ReviewKind::comment,
            .text = text,
            .asked_by = actor.account(),
            .asked_at = kit_.clock.now(),
        };
        add_review(tx, review);
        write_audit(tx, kit_, actor, {"review.commented", review, {competency, text, {}, {}}});
        return review;
    });
}

Result<Review> ReviewService::ask(
    const Actor& actor, PersonId person, CompetencyId competency, const std::string& text
) {
    if (text.empty()) return invalid("review.text_missing", {{"/text", "required"}});
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Review> {
        TRY(require_reading(tx, kit_, actor, person));
        if (!actor.is(person)) return forbidden("review.not_own");
        const auto at = kit_.clock.as_of_now();
        TRY(check_request(
            list_ratings(tx, person, competency, AsOf::latest(at.on).known_at),
            list_reviews(tx, person, competency),
            at.on,
            static_cast<int>(platform::setting(tx, "review_request_days", at))
        ));

        const auto days = static_cast<int>(platform::setting(tx, "review_decision_days", at));
        const Review review{
            .id = kit_.ids.make<ReviewId>(),
            .person = person,
            .competency = competency,
            .kind = ReviewKind::review,
            .text = text,
            .asked_by = actor.account(),
            .asked_at = at.known_at,
            .deadline = add_days(at.on, days),
        };
        add_review(tx, review);
        write_audit(tx, kit_, actor, {"review.asked", review, {competency, text, {}, {}}});
        return review;
    });
}

// Nobody judges a request of their own, nor a rating that they gave.
static Result<> may_decide(
    const Actor& actor, const Review& review, const std::optional<Held>& held
) {
    if (actor.is(review.person)) return forbidden("review.own");
    if (!held) return {};
    const bool gave_one = std::ranges::any_of(held->ratings, [&](const UsedRating& used) {
        return used.use == Use::counted && is_rater(actor, used.rating);
    });
    if (gave_one) return forbidden("review.rater");
    return {};
}

static Result<ReviewCase> case_of(
    db::Tx& tx,
    const Kit& kit,
    const Actor& actor,
    const Review& review,
    const std::string& language
) {
    auto held = held_now(tx, kit, review);
    const bool may = review.is_open() && may_decide(actor, review, held);
    return ReviewCase{
        .review = review,
        .person = TRY(organisation::find_person(tx, review.person)),
        .competency = TRY(competency::find_competency(tx, review.competency, language)),
        .held = std::move(held),
        .may_decide = may,
    };
}

Result<std::vector<ReviewCase>> ReviewService::list(
    const Actor& actor, const ReviewsQuestion& question, const std::string& language
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<ReviewCase>> {
        std::vector<Review> reviews;
        for (const auto& root : actor.roots(Permission::decide_reviews)) {
            auto found = list_reviews_below(tx, root, question, kit_.clock.as_of_now());
            std::ranges::move(found, std::back_inserter(reviews));
        }
        std::ranges::sort(reviews, {}, place_of);
        const auto is_same = [](const Review& a, const Review& b) { return a.id == b.id; };
        reviews.erase(std::unique(reviews.begin(), reviews.end(), is_same), reviews.end());

        std::vector<ReviewCase> cases;
        for (const auto& review : reviews) {
            if (static_cast<int>(cases.size()) == question.limit) break;
            cases.push_back(TRY(case_of(tx, kit_, actor, review, language)));
        }
        return cases;
    });
}

// What counted is taken back, each with the reason, and the panel's rating stands instead.
static Result<RatingId> enter_panel_rating(
    db::Tx& tx, const Kit& kit, const Actor& actor, const Review& review, int level
) {
    if (const auto before = held_now(tx, kit, review)) {
        for (const auto& used : before->ratings) {
            if (used.use != Use::counted) continue;
            TRY(enter_withdrawal(tx, kit, actor, used.rating, review.answer));
        }
    }
    const auto id = TRY(enter_rating(
        tx,
        kit,
        actor,
        {.person = review.person,
         .competency = review.competency,
         .level = level,
         .method = Method::panel,
         .rater_role = "review",
         .note = review.answer,
         .observed_on = kit.clock.today()}
    ));
    const auto after = held_now(tx, kit, review);
    if (!after || after->level != level) return conflict("review.rule_ignores_panel");
    return id;
}

static void tell_person(db::Tx& tx, const Kit& kit, const Review& review) {
    const auto account = platform::find_account_of_person(tx, review.person);
    if (!account) return;
    platform::add_notice(
        tx,
        kit.ids,
        kit.clock,
        {.account = account, .kind = "review.decided", .object = review.id.value}
    );
}

Result<ReviewCase> ReviewService::decide(
    const Actor& actor, ReviewId id, const ReviewDecision& decision, const std::string& language
) {
    if (decision.answer.empty()) return invalid("review.text_missing", {{"/answer", "required"}});
    const bool changes = decision.outcome == ReviewOutcome::changed;
    if (changes != decision.level.has_value()) {
        return invalid("review.level_missing", {{"/level", changes ? "required" : "unexpected"}});
    }
    return kit_.db.transaction([&](db::Tx& tx) -> Result<ReviewCase> {
        auto review = TRY(find_review(tx, id));
        const auto at = kit_.clock.as_of_now();
        const auto place = TRY(organisation::place_of_person(tx, review.person, at));
        TRY(actor.require(Permission::decide_reviews, place, "review"));
        if (!review.is_open()) return conflict("review.decided");
        TRY(may_decide(actor, review, held_now(tx, kit_, review)));

        review.outcome = decision.outcome;
        review.answer = decision.answer;
        review.decided_by = actor.account();
        review.decided_at = at.known_at;
        if (changes)
            review.rating = TRY(enter_panel_rating(tx, kit_, actor, review, *decision.level));
        TRY(save_decision(tx, review));
        write_audit(
            tx,
            kit_,
            actor,
            {"review.decided",
             review,
             {review.competency, review.answer, review.outcome, decision.level}}
        );
        tell_person(tx, kit_, review);
        return case_of(tx, kit_, actor, review, language);
    });
}

}  // namespace nangluc::assessment
