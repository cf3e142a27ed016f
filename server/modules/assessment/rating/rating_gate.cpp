#include "base/clock.hpp"
#include "modules/assessment/campaign/campaign_service.hpp"
#include "modules/assessment/rating/rating.hpp"
#include "modules/assessment/rating/rating_entry.hpp"

namespace nangluc::assessment {

static bool is_colleague(db::Tx& tx, const Actor& actor, PersonId person, AsOf at) {
    if (!actor.person() || actor.is(person)) return false;
    const auto own = organisation::main_unit_of(tx, actor.person(), at);
    const auto theirs = organisation::main_unit_of(tx, person, at);
    return own && theirs && own.value() == theirs.value();
}

// Judged by where the person works today: whoever moved during a campaign is rated where they are.
static Result<std::string> role_of_rater(
    db::Tx& tx, const Actor& actor, const NewRating& rating, AsOf at
) {
    const auto place = TRY(organisation::place_of_person(tx, rating.person, at));
    const auto rater = facts_of(rating.method).rater;
    if (rater == Rater::oneself && actor.is(rating.person)) return std::string("self");
    if (rater == Rater::colleague && is_colleague(tx, actor, rating.person, at)) {
        return std::string("colleague");
    }
    if (actor.is(rating.person)) return forbidden("rating.own");
    if (rater == Rater::oneself || rater == Rater::colleague) {
        if (!actor.sees(place)) return not_found("person");
        return forbidden(rater == Rater::oneself ? "rating.not_self" : "rating.not_colleague");
    }
    const bool may_assess = actor.may(Permission::rate_as_assessor, place);
    if (rater != Rater::supervisor && may_assess) return std::string("assessor");
    const auto needed =
        rater == Rater::assessor ? Permission::rate_as_assessor : Permission::rate_as_supervisor;
    TRY(actor.require(needed, place, "person"));
    return std::string("supervisor");
}

static Result<> check_replaced(db::Tx& tx, const Actor& actor, const NewRating& rating) {
    if (!rating.withdraws) return {};
    const auto old = TRY(find_rating(tx, rating.withdraws));
    if (old.person != rating.person || old.competency != rating.competency) {
        return not_found("rating");
    }
    if (!is_rater(actor, old)) return forbidden("rating.not_rater");
    return {};
}

Result<RatingId> add_rating(
    db::Tx& tx, const Kit& kit, const Actor& actor, const NewRating& rating
) {
    const auto at = kit.clock.as_of_now();
    const auto role = TRY(role_of_rater(tx, actor, rating, at));
    TRY(check_replaced(tx, actor, rating));
    TRY(check_campaign(tx, rating, at));
    auto allowed = rating;
    if (allowed.rater_role.empty()) allowed.rater_role = role;
    return enter_rating(tx, kit, actor, allowed);
}

}  // namespace nangluc::assessment
