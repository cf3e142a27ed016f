#include "modules/competency/next_position/next_position_service.hpp"

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/events.hpp"
#include "modules/competency/next_position/next_position_store.hpp"

namespace nangluc::competency {

struct NextPositionChange {
    PositionId position;
    Period period;
};
BOOST_DESCRIBE_STRUCT(NextPositionChange, (), (position, period))

struct NextPositionAct {
    std::string_view act;
    const StoredNextPosition& stored;
    UnitId unit;
};

static void announce(db::Tx& tx, const Kit& kit, const Actor& actor, const NextPositionAct& done) {
    const auto& [act, stored, unit] = done;
    kit.audit.write(
        tx,
        actor,
        {.act = act,
         .object = stored.agreed.id.value,
         .unit = unit,
         .person = stored.person,
         .change = json::write(NextPositionChange{stored.agreed.position, stored.agreed.period})}
    );
    publish(kit.outbox, tx, RequirementsChanged{unit});
}

// A person chooses for themselves; whoever keeps requirements where they work, for them.
static Result<UnitPath> require_chooser(
    db::Tx& tx, const Actor& actor, PersonId person, AsOf at, std::string_view what
) {
    const auto place = TRY(organisation::place_of_person(tx, person, at));
    if (!actor.is(person)) TRY(actor.require(Permission::edit_requirements, place, what));
    return place;
}

Result<NextPositionService::Listed> NextPositionService::list(
    const Actor& actor, PersonId person, AsOf at
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<Listed> {
        const auto place = TRY(organisation::place_of_person(tx, person, at));
        if (!actor.is(person)) TRY(actor.require(Permission::read_people, place, "person"));
        const bool may_edit = actor.is(person) || actor.may(Permission::edit_requirements, place);
        return Listed{list_next_positions(tx, person, at), may_edit};
    });
}

Result<NextPositionId> NextPositionService::agree(const Actor& actor, const Agreement& agreement) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<NextPositionId> {
        const auto now = kit_.clock.as_of_now();
        const auto place = TRY(require_chooser(tx, actor, agreement.person, now, "person"));
        if (!agreement.period.is_valid()) {
            return invalid("next_position.period_empty", {{"/until", "out_of_range"}});
        }
        TRY(require_position(tx, agreement.position));
        for (const auto& agreed : list_next_positions(tx, agreement.person, now)) {
            if (agreed.position == agreement.position) return conflict("next_position.repeated");
        }

        const StoredNextPosition stored{
            .person = agreement.person,
            .agreed =
                {.id = kit_.ids.make<NextPositionId>(),
                 .position = agreement.position,
                 .note = agreement.note,
                 .period = agreement.period},
            .agreed_by = actor.account(),
        };
        add_next_position(tx, kit_, stored);
        announce(tx, kit_, actor, {"next_position.agreed", stored, place.unit()});
        return stored.agreed.id;
    });
}

Result<NextPositionId> NextPositionService::end(const Actor& actor, NextPositionId id, Date on) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<NextPositionId> {
        auto stored = TRY(find_next_position(tx, id));
        const auto now = kit_.clock.as_of_now();
        const auto place = TRY(require_chooser(tx, actor, stored.person, now, "next_position"));
        if (on <= stored.agreed.period.from || on >= stored.agreed.period.until) {
            return invalid("next_position.end_outside", {{"/on", "out_of_range"}});
        }

        TRY(supersede_next_position(tx, kit_, id));
        stored.agreed.id = kit_.ids.make<NextPositionId>();
        stored.agreed.period.until = on;
        add_next_position(tx, kit_, stored);
        announce(tx, kit_, actor, {"next_position.ended", stored, place.unit()});
        return stored.agreed.id;
    });
}

Result<> NextPositionService::clear(const Actor& actor, NextPositionId id) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        auto stored = TRY(find_next_position(tx, id));
        const auto now = kit_.clock.as_of_now();
        const auto place = TRY(require_chooser(tx, actor, stored.person, now, "next_position"));
        auto& period = stored.agreed.period;
        if (period.until <= now.on) return conflict("next_position.ended");

        TRY(supersede_next_position(tx, kit_, id));
        if (period.from < now.on) {
            stored.agreed.id = kit_.ids.make<NextPositionId>();
            period.until = now.on;
            add_next_position(tx, kit_, stored);
        }
        announce(tx, kit_, actor, {"next_position.cleared", stored, place.unit()});
        return {};
    });
}

}  // namespace nangluc::competency
