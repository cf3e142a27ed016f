#include "modules/assessment/rating/rating_entry.hpp"

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/files.hpp"
#include "kit/json/json.hpp"
#include "modules/assessment/evidence/evidence_store.hpp"
#include "modules/assessment/held/held_projection.hpp"
#include "modules/assessment/rating/rating.hpp"

namespace nangluc::assessment {

// What the audit keeps of a rating, under the key of the person rated.
struct RatingChange {
    CompetencyId competency;
    std::optional<int> level;
    Method method = Method::self;
    std::string role;
    Date observed_on;
    RatingId withdraws;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(
    RatingChange, (), (competency, level, method, role, observed_on, withdraws, note)
)

static void write_audit(
    db::Tx& tx, const Kit& kit, const Actor& actor, std::string_view act, const Rating& rating
) {
    const auto unit = organisation::main_unit_of(tx, rating.person, kit.clock.as_of_now());
    const RatingChange change{
        .competency = rating.competency,
        .level = rating.gives_level ? std::optional(rating.level) : std::nullopt,
        .method = rating.method,
        .role = rating.rater_role,
        .observed_on = rating.observed_on,
        .withdraws = rating.withdraws,
        .note = rating.note,
    };
    kit.audit.write(
        tx,
        actor,
        {.act = act,
         .object = rating.id.value,
         .unit = unit ? unit.value() : UnitId{},
         .person = rating.person,
         .change = json::write(change)}
    );
}

Result<RatingId> enter_rating(
    db::Tx& tx, const Kit& kit, const Actor& actor, const NewRating& given
) {
    const auto slot = TRY(find_slot(tx, given.competency));
    TRY(check(given, slot.levels, kit.clock.today()));
    // Nobody rests a rating on a file that they did not send, though they know its hash.
    const bool is_theirs =
        given.evidence_hash.empty() || (is_evidence_of(tx, given.evidence_hash, actor.account()) &&
                                        kit.files.path_of(given.evidence_hash));
    if (!is_theirs) {
        return invalid("rating.evidence_unknown", {{"/evidence_hash", "unknown"}});
    }
    if (given.withdraws && is_withdrawn(tx, given.withdraws)) {
        return conflict("rating.already_withdrawn");
    }

    const Rating rating{
        .id = kit.ids.make<RatingId>(),
        .person = given.person,
        .competency = given.competency,
        .level = given.level,
        .method = given.method,
        .rater = actor.person(),
        .account = actor.account(),
        .rater_role = given.rater_role,
        .observed_on = given.observed_on,
        .recorded_at = kit.clock.now(),
        .withdraws = given.withdraws,
        .scale = slot.scale,
        .campaign = given.campaign,
        .score = given.score,
        .score_error = given.score_error,
        .evidence_hash = given.evidence_hash,
        .note = given.note,
    };
    add_rating_row(tx, rating);
    write_audit(tx, kit, actor, "rating.added", rating);
    refresh_held(tx, kit, rating.person, slot);
    return rating.id;
}

Result<> enter_withdrawal(
    db::Tx& tx, const Kit& kit, const Actor& actor, const Rating& rating, const std::string& reason
) {
    if (is_withdrawn(tx, rating.id)) return conflict("rating.already_withdrawn");

    const auto slot = TRY(find_slot(tx, rating.competency));
    const Rating withdrawal{
        .id = kit.ids.make<RatingId>(),
        .person = rating.person,
        .competency = rating.competency,
        .method = rating.method,
        .rater = actor.person(),
        .account = actor.account(),
        .rater_role = rating.rater_role,
        .observed_on = kit.clock.today(),
        .recorded_at = kit.clock.now(),
        .withdraws = rating.id,
        .gives_level = false,
        .scale = rating.scale,
        .note = reason,
    };
    add_rating_row(tx, withdrawal);
    write_audit(tx, kit, actor, "rating.withdrawn", withdrawal);
    refresh_held(tx, kit, rating.person, slot);
    return {};
}

}  // namespace nangluc::assessment
