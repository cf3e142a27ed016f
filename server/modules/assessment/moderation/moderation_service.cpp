#include "modules/assessment/moderation/moderation_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "modules/assessment/rating/people_scan.hpp"
#include "modules/assessment/rule/rule_run_store.hpp"

namespace nangluc::assessment {

static constexpr std::int64_t most_people = 50'000;

// The unit directly below `place` in which somebody stands; none for the place itself.
static UnitId unit_below(const UnitPath& place, const UnitPath& stands) {
    const auto length = place.text.size() + UnitPath::root({}).text.size();
    return stands.text.size() < length ? UnitId{} : UnitPath{stands.text.substr(0, length)}.unit();
}

static void add_person(Moderation& moderation, UnitId unit, const RatedPerson& person, Date on) {
    std::span<const Rating> left = person.ratings;
    while (!left.empty()) {
        const auto end = std::ranges::find_if(left, [&](const Rating& rating) {
            return rating.competency != left.front().competency;
        });
        const auto count = static_cast<std::size_t>(end - left.begin());
        moderation.add(unit, left.first(count), on);
        left = left.subspan(count);
    }
}

static Moderation read_all(db::Tx& tx, const UnitPath& place, AsOf at) {
    Moderation moderation;
    PeopleScan scan(place, at);
    for (PersonId after;;) {
        const auto page = scan.next(tx, after);
        for (const auto& person : page.people) {
            const auto below = unit_below(place, person.place);
            if (below) add_person(moderation, below, person, at.on);
        }
        after = page.last;
        if (!after) return moderation;
    }
}

Result<std::vector<NamedUnitRatings>> ModerationService::compare(
    const Actor& actor, UnitId unit, int apart
) {
    if (apart < 10 || apart > 300) return invalid("moderation.apart", {{"?apart", "out_of_range"}});
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<NamedUnitRatings>> {
        const auto at = kit_.clock.as_of_now();
        const auto place = TRY(organisation::path_of(tx, unit, at));
        TRY(actor.require(Permission::decide_reviews, place, "unit"));
        if (count_people_below(tx, place, at) > most_people) {
            return too_large("moderation.too_wide");
        }

        auto moderation = read_all(tx, place, at);
        std::vector<NamedUnitRatings> named;
        for (auto& ratings : moderation.compare(apart)) {
            const auto standing = organisation::find_unit(tx, ratings.unit, at);
            named.push_back(
                {std::move(ratings), standing ? standing.value().full_name : std::string()}
            );
        }
        return named;
    });
}

}  // namespace nangluc::assessment
