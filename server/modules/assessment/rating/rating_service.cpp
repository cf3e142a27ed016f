#include "modules/assessment/rating/rating_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "modules/assessment/rating/rating_entry.hpp"
#include "modules/assessment/review/review_store.hpp"
#include "modules/assessment/rule/rule_store.hpp"

namespace nangluc::assessment {

Result<> require_reading(db::Tx& tx, const Kit& kit, const Actor& actor, PersonId person) {
    const auto place = TRY(organisation::place_of_person(tx, person, kit.clock.as_of_now()));
    if (actor.is(person)) return {};
    return actor.require(Permission::read_ratings, place, "person");
}

Result<Rating> RatingService::add(const Actor& actor, const NewRating& rating) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Rating> {
        const auto id = TRY(add_rating(tx, kit_, actor, rating));
        return find_rating(tx, id);
    });
}

Result<> RatingService::withdraw(const Actor& actor, RatingId id, const std::string& reason) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto rating = TRY(find_rating(tx, id));
        if (!is_rater(actor, rating)) {
            if (!require_reading(tx, kit_, actor, rating.person)) return not_found("rating");
            return forbidden("rating.not_rater");
        }
        return enter_withdrawal(tx, kit_, actor, rating, reason);
    });
}

static std::optional<Rule> rule_for(db::Tx& tx, PersonId person, AsOf at) {
    const auto place = organisation::place_of_person(tx, person, at);
    if (!place) return std::nullopt;
    const auto book = load_rule_book(tx, at);
    const auto* rule = book.rule_at(place.value());
    return rule == nullptr ? std::nullopt : std::optional(*rule);
}

static CompetencyRecord record_of(
    const competency::Competency& competency,
    const Rule& rule,
    std::span<const Rating> ratings,
    Date on
) {
    CompetencyRecord record{
        .competency = competency,
        .held = reckon(rule, ratings, on),
        .ratings = sort_out(rule, ratings, on),
    };
    for (const auto& rating : ratings) {
        if (rating.withdraws) record.withdrawals.push_back(rating);
    }
    return record;
}

static std::map<PersonId, std::string> names_of_raters(
    db::Tx& tx, const std::vector<Rating>& ratings
) {
    std::map<PersonId, std::string> names;
    for (const auto& rating : ratings) {
        if (!rating.rater || names.contains(rating.rater)) continue;
        const auto rater = organisation::find_person(tx, rating.rater);
        names.emplace(rating.rater, rater ? rater.value().name : std::string());
    }
    return names;
}

std::map<CompetencyId, int> required_levels(db::Tx& tx, PersonId person, AsOf at) {
    std::map<CompetencyId, int> levels;
    const auto standing = competency::standing_of(tx, person, at);
    if (!standing) return levels;
    const auto table = competency::load_requirement_table(tx, at);
    for (const auto* requirement : table.of(standing.value(), competency::Goal::present)) {
        auto& level = levels[requirement->competency];
        level = std::max(level, requirement->minimum);
    }
    return levels;
}

// They stand by competency.
static std::span<const Rating> ratings_in(std::span<const Rating> ratings, CompetencyId id) {
    const auto from = std::ranges::lower_bound(ratings, id, {}, &Rating::competency);
    const auto until = std::ranges::upper_bound(ratings, id, {}, &Rating::competency);
    return {from, until};
}

static Result<PersonRecord> read_record(
    db::Tx& tx, PersonId person, AsOf at, Instant now, const std::string& language
) {
    const auto ratings = list_ratings(tx, person, {}, at.known_at);
    PersonRecord record{
        .person = TRY(organisation::find_person(tx, person)),
        .rule = rule_for(tx, person, at),
        .names = names_of_raters(tx, ratings),
        .at = {at.on, std::min(at.known_at, now)},
    };
    const auto reviews = list_reviews(tx, person, {});
    const auto rule = record.rule.value_or(Rule{});
    const auto required = required_levels(tx, person, at);
    for (const auto& competency : competency::list_competencies(tx, language)) {
        const auto own = ratings_in(ratings, competency.id);
        const auto level = required.find(competency.id);
        if (own.empty() && level == required.end()) continue;
        auto one = record_of(competency, rule, own, at.on);
        if (level != required.end()) one.required = level->second;
        std::ranges::copy_if(reviews, std::back_inserter(one.reviews), [&](const Review& review) {
            return review.competency == competency.id;
        });
        record.competencies.push_back(std::move(one));
    }
    return record;
}

Result<PersonRecord> RatingService::record(
    const Actor& actor, PersonId person, AsOf at, const std::string& language
) {
    const auto now = kit_.clock.now();
    if (actor.is(person)) {
        return kit_.db.read([&](db::Tx& tx) { return read_record(tx, person, at, now, language); });
    }
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PersonRecord> {
        TRY(require_reading(tx, kit_, actor, person));
        auto record = TRY(read_record(tx, person, at, now, language));
        const auto unit = organisation::main_unit_of(tx, person, kit_.clock.as_of_now()).value();
        kit_.audit.write(
            tx,
            actor,
            {.act = "person.ratings_read", .object = person.value, .unit = unit, .person = person}
        );
        return record;
    });
}

Result<std::vector<competency::Descriptor>> RatingService::descriptors(
    CompetencyId competency, const std::string& language
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<competency::Descriptor>> {
        if (!find_slot(tx, competency)) return not_found("competency");
        return competency::list_descriptors(tx, competency, language);
    });
}

}  // namespace nangluc::assessment
