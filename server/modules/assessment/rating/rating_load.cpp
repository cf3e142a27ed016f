#include "modules/assessment/rating/rating_load.hpp"

#include <unordered_map>

#include "base/clock.hpp"
#include "modules/assessment/held/held_store.hpp"
#include "modules/assessment/rating/people_scan.hpp"
#include "modules/assessment/rule/rule_store.hpp"

namespace nangluc::assessment {

using db::to_value;
using db::Value;
using db::Values;

using Slots = std::unordered_map<CompetencyId, Slot>;

static Slots slots_by_competency(db::Tx& tx) {
    Slots slots;
    for (const auto& slot : list_slots(tx)) slots.emplace(slot.competency, slot);
    return slots;
}

static Values values_of(const Rating& rating) {
    return {
        to_value(rating.id),
        to_value(rating.person),
        to_value(rating.competency),
        rating.gives_level ? to_value(rating.level) : Value(),
        to_value(rating.score),
        to_value(rating.score_error),
        to_value(rating.method),
        rating.account ? to_value(rating.account) : Value(),
        to_value(rating.rater),
        to_value(rating.rater_role),
        to_value(rating.campaign),
        rating.evidence_hash.empty() ? Value() : to_value(rating.evidence_hash),
        to_value(rating.note),
        to_value(rating.scale),
        to_value(rating.observed_on),
        to_value(rating.recorded_at),
        to_value(rating.withdraws),
    };
}

void load_ratings(db::Tx& tx, const Kit& kit, const std::function<bool(Rating&)>& next) {
    const auto slots = slots_by_competency(tx);
    const auto now = kit.clock.now();
    Rating rating;
    tx.load(
        "assessment_ratings",
        {"id",
         "person_id",
         "competency_id",
         "level",
         "score",
         "score_error",
         "method",
         "rater_account_id",
         "rater_person_id",
         "rater_role",
         "campaign_id",
         "evidence_hash",
         "note",
         "scale_id",
         "observed_on",
         "recorded_at",
         "withdraws_id"},
        [&](Values& values) {
            rating = {};
            if (!next(rating)) return false;
            if (!rating.id) rating.id = kit.ids.make<RatingId>();
            if (rating.recorded_at == Instant{}) rating.recorded_at = now;
            rating.scale = slots.at(rating.competency).scale;
            values = values_of(rating);
            return true;
        }
    );
}

std::vector<RuleId> load_rules(
    db::Tx& tx, const Kit& kit, std::span<const Rule> rules, Instant recorded_at
) {
    std::vector<RuleId> ids;
    for (const auto& rule : rules) ids.push_back(add_rule(tx, kit, rule, {}, recorded_at));
    return ids;
}

namespace {

// The rows of a few thousand people, kept until they are written in one go.
struct Batch {
    std::vector<HeldRow> held;
    std::vector<PackedRow> packed;

    void add(const RatedPerson& person, const Rule& rule, const Slots& slots, Date on) {
        const auto first_of_person = packed.size();
        for (const auto& one : reckon_all(rule, person.ratings, on)) {
            held.push_back(row_of(person.person, rule, one));
            const auto& slot = slots.at(one.competency);
            auto& levels = row_in_block(person.person, slot.block, first_of_person).levels;
            levels.at(static_cast<std::size_t>(slot.slot)) = static_cast<char>(one.level);
        }
    }

private:
    PackedRow& row_in_block(PersonId person, int block, std::size_t first_of_person) {
        for (auto at = first_of_person; at < packed.size(); ++at) {
            if (packed[at].block == block) return packed[at];
        }
        packed.push_back({person, block, empty_block()});
        return packed.back();
    }
};

}  // namespace

Rebuilt rebuild_projections(
    db::Tx& tx,
    const Kit& kit,
    const std::function<void(std::int64_t done, std::int64_t total)>& progress
) {
    clear_projections(tx);
    const auto at = AsOf::latest(kit.clock.today());
    const auto book = load_rule_book(tx, at);
    const auto slots = slots_by_competency(tx);
    const auto total = count_people(tx);

    Rebuilt rebuilt;
    PeopleScan scan({}, at);
    for (PersonId after, none;;) {
        const auto page = scan.next(tx, after);
        Batch batch;
        for (const auto& person : page.people) {
            if (const auto* rule = book.rule_at(person.place)) {
                batch.add(person, *rule, slots, at.on);
            }
        }
        load_held_rows(tx, batch.held, kit.clock.now());
        load_packed_rows(tx, batch.packed);
        rebuilt.people += page.seen;
        rebuilt.levels += static_cast<std::int64_t>(batch.held.size());
        if (progress) progress(rebuilt.people, total);
        if (page.last == none) return rebuilt;
        after = page.last;
    }
}

}  // namespace nangluc::assessment
