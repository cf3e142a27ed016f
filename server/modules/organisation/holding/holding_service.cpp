#include "modules/organisation/holding/holding_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/db/db.hpp"
#include "kit/events.hpp"

namespace nangluc::organisation {

namespace {

// What the audit keeps of a change, under the person's key.
struct HoldingChange {
    PostId post;
    UnitId unit;
    HoldingKind kind = HoldingKind::main;
    int share_percent = 100;
    Date from;
    Date until;
    std::string note;
    BOOST_DESCRIBE_CLASS(
        HoldingChange, (), (post, unit, kind, share_percent, from, until, note), (), ()
    )
};

// The parts of a use case that changes holdings.
class Change {
public:
    Change(const Kit& kit, db::Tx& tx, const Actor& actor) : kit_(kit), tx_(tx), actor_(actor) {}

    // The day on which rights are judged: today, or the first day where that lies ahead.
    AsOf judged(Date from) const { return AsOf::latest(std::max(from, kit_.clock.today())); }

    Result<> may_edit(UnitId unit, Date from, std::string_view noun) {
        auto place = path_of(tx_, unit, judged(from));
        if (!place) place = path_of(tx_, unit, AsOf::latest(from));
        if (!place) return not_found(std::string(noun));
        return actor_.require(Permission::edit_people, place.value(), noun);
    }

    HoldingId add(const Holding& holding, const std::string& note, std::string_view act) {
        const auto id = add_holding(tx_, kit_, holding, note);
        tell(id, holding, note, act);
        return id;
    }

    // The same with another end or share: the old row is no longer known, another one is.
    void replace(
        const Holding& old,
        const Holding& changed,
        const std::string& note,
        std::string_view act = "holding.ended"
    ) {
        supersede_holding(tx_, kit_, old.id);
        const auto id = add_holding(tx_, kit_, changed, note);
        tell(id, changed, note, act);
    }

private:
    void tell(HoldingId id, const Holding& holding, const std::string& note, std::string_view act) {
        const HoldingChange change{
            holding.post,
            holding.unit,
            holding.kind,
            holding.share_percent,
            holding.period.from,
            holding.period.until,
            note,
        };
        kit_.audit.write(
            tx_,
            actor_,
            {.act = act,
             .object = id.value,
             .unit = holding.unit,
             .person = holding.person,
             .change = json::write(change)}
        );
        publish(kit_.outbox, tx_, HoldingsChanged{holding.unit});
    }

    const Kit& kit_;
    db::Tx& tx_;
    const Actor& actor_;
};

Holding holding_of(PersonId person, const PostRecord& post, const NewHolding& wanted) {
    return {
        .id = {},
        .person = person,
        .post = post.post,
        .unit = post.unit,
        .kind = wanted.kind,
        .share_percent = wanted.share_percent,
        .period = wanted.period,
    };
}

const Holding* main_on(const std::vector<Holding>& holdings, Date day) {
    const auto found = std::ranges::find_if(holdings, [&](const Holding& holding) {
        return holding.kind == HoldingKind::main && holding.period.contains(day);
    });
    return found == holdings.end() ? nullptr : &*found;
}

// The main post goes on with another share from that day: a closed line and the next one.
Result<std::vector<Holding>> share_main(
    Change& change, std::vector<Holding> career, Date from, int share
) {
    const auto* found = main_on(career, from);
    if (!found) return conflict("holding.no_main");
    if (share < 1 || share > 100) {
        return invalid("holding.share", {{"/main_share_percent", "out_of_range"}});
    }
    const auto main = *found;
    auto next = main;
    next.period.from = from;
    next.share_percent = share;
    if (main.period.from < from) {
        auto before = main;
        before.period.until = from;
        change.replace(main, before, "");
        next.id = change.add(next, "", "holding.share_changed");
    } else {
        change.replace(main, next, "", "holding.share_changed");
    }
    career = end_on(std::move(career), main.id, from);
    career.push_back(next);
    return career;
}

}  // namespace

Result<Career> HoldingService::career(const Actor& actor, PersonId person, Instant known_at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<Career> {
        const auto place = TRY(place_of_person(tx, person, kit_.clock.as_of_now()));
        if (!actor.is(person)) TRY(actor.require(Permission::read_people, place, "person"));
        return Career{
            .lines = list_career_lines(tx, person, known_at),
            .may_edit = actor.may(Permission::edit_people, place),
        };
    });
}

Result<HoldingId> HoldingService::appoint(
    const Actor& actor, PersonId person, const NewHolding& wanted
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<HoldingId> {
        const auto place = TRY(place_of_person(tx, person, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::edit_people, place, "person"));
        return appoint_in(tx, actor, person, wanted);
    });
}

Result<HoldingId> HoldingService::appoint_in(
    db::Tx& tx, const Actor& actor, PersonId person, const NewHolding& wanted
) {
    const auto post = TRY(find_post_record(tx, wanted.post));
    Change change(kit_, tx, actor);
    TRY(change.may_edit(post.unit, wanted.period.from, "post"));
    auto career = list_career(tx, person);
    if (wanted.main_share_percent != 0) {
        career =
            TRY(share_main(change, std::move(career), wanted.period.from, wanted.main_share_percent)
            );
    }
    const auto holding = holding_of(person, post, wanted);
    TRY(check_holding(holding, career, post));

    return change.add(holding, wanted.note, "holding.appointed");
}

Result<HoldingId> HoldingService::transfer(
    const Actor& actor, PersonId person, const NewHolding& wanted
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<HoldingId> {
        const auto place = TRY(place_of_person(tx, person, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::edit_people, place, "person"));
        auto post = TRY(find_post_record(tx, wanted.post));
        Change change(kit_, tx, actor);
        TRY(change.may_edit(post.unit, wanted.period.from, "post"));
        const auto career = list_career(tx, person);
        const auto* old = main_on(career, wanted.period.from);
        if (!old) return conflict("holding.no_main");
        TRY(check_end(*old, wanted.period.from));
        const auto holding = holding_of(person, post, wanted);
        post.holders = end_on(std::move(post.holders), old->id, wanted.period.from);
        TRY(check_holding(holding, end_on(career, old->id, wanted.period.from), post));

        auto left = *old;
        left.period.until = wanted.period.from;
        change.replace(*old, left, wanted.note);
        return change.add(holding, wanted.note, "holding.transferred");
    });
}

Result<> HoldingService::end(
    const Actor& actor, HoldingId id, Date until, const std::string& note
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        auto holding = TRY(find_holding(tx, id));
        Change change(kit_, tx, actor);
        TRY(change.may_edit(holding.unit, holding.period.from, "holding"));
        TRY(check_end(holding, until));

        auto ended = holding;
        ended.period.until = until;
        change.replace(holding, ended, note);
        return {};
    });
}

}  // namespace nangluc::organisation
