#include "modules/organisation/roster/roster_service.hpp"

#include "base/clock.hpp"
#include "kit/db/db.hpp"

namespace nangluc::organisation {

static constexpr int most_posts = 20'000;

Result<Roster> RosterService::find(const Actor& actor, const RosterQuestion& question, AsOf at) {
    // Before the reading, which is one look at the rows and waits for nobody else.
    const bool is_known = question.is_today && ask_lacking_;
    const auto lacking = is_known ? ask_lacking_(actor, question.unit) : std::nullopt;
    if (question.filter == RosterFilter::lacking && !lacking) {
        return conflict("roster.lacking_unknown");
    }
    return kit_.db.read([&](db::Tx& tx) -> Result<Roster> {
        auto unit = TRY(find_unit(tx, question.unit, at));
        const auto& place = unit.path;
        const auto judged = TRY(place_of_rights(tx, question.unit, at, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::read_people, judged, "unit"));
        if (count_posts_below(tx, place, at) > most_posts) return too_large("roster.too_wide");

        auto rows = roster_of(list_posts_below(tx, place, at), list_holders_below(tx, place, at));
        Roster roster{
            .rows = {},
            .totals = totals_of(rows),
            .counts = counts_of(rows, lacking),
            .units = staff_by_unit(rows),
            .unit = unit,
            .may_edit_people = actor.may(Permission::edit_people, judged),
            .may_edit_posts = actor.may(Permission::edit_posts, judged),
            .may_import = actor.may(Permission::import_people, judged),
        };
        roster.rows = select_rows(std::move(rows), question.filter, question.search, lacking);
        return roster;
    });
}

Result<std::vector<UnitLacking>> RosterService::lacking(
    const Actor& actor, UnitId unit, const std::string& level, const std::string& duty, AsOf at
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<UnitLacking>> {
        const auto judged = TRY(place_of_rights(tx, unit, at, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::read_people, judged, "unit"));
        const auto place = TRY(path_of(tx, unit, at));
        return list_units_lacking(tx, place, level, duty, at);
    });
}

Result<std::vector<PositionNeed>> RosterService::needs(const Actor& actor, UnitId unit, AsOf at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<PositionNeed>> {
        const auto judged = TRY(place_of_rights(tx, unit, at, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::read_people, judged, "unit"));
        const auto place = TRY(path_of(tx, unit, at));
        return list_position_needs(tx, place, at);
    });
}

}  // namespace nangluc::organisation
