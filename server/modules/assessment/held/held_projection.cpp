#include "modules/assessment/held/held_projection.hpp"

#include <algorithm>
#include <map>

#include "base/clock.hpp"
#include "kit/events.hpp"

namespace nangluc::assessment {

static std::optional<HeldRow> row_now(
    db::Tx& tx, PersonId person, CompetencyId competency, AsOf at
) {
    LevelReckoner reckoner(tx, at);
    const auto held = reckoner.of(person, competency);
    if (!held) return std::nullopt;
    return row_of(person, *reckoner.rule_of(person), *held);
}

static int level_of(const std::optional<HeldRow>& row) {
    return row ? row->level : not_assessed;
}

static std::optional<HeldRow> stored_row(db::Tx& tx, PersonId person, CompetencyId competency) {
    for (auto& row : list_held_between(tx, person, person)) {
        if (row.competency == competency) return std::move(row);
    }
    return std::nullopt;
}

static void store(
    db::Tx& tx, PersonId person, const Slot& slot, const std::optional<HeldRow>& row, Instant now
) {
    if (row) {
        save_held(tx, *row, now);
    } else {
        remove_held(tx, person, slot.competency);
    }
    set_packed_level(tx, person, slot, level_of(row));
}

std::optional<Change> refresh_held(db::Tx& tx, const Kit& kit, PersonId person, const Slot& slot) {
    const auto before = stored_row(tx, person, slot.competency);
    const auto at = AsOf::latest(kit.clock.today());
    const auto after = row_now(tx, person, slot.competency, at);
    if (before == after) return std::nullopt;
    store(tx, person, slot, after, kit.clock.now());
    if (level_of(before) == level_of(after)) return std::nullopt;

    publish(kit.outbox, tx, HeldChanged{person, slot.competency, level_of(after)});
    return Change{person, slot.competency, level_of(before), level_of(after)};
}

std::int64_t HeldComparison::mend_packed(
    db::Tx& tx, PersonId person, std::span<const HeldRow> after
) const {
    std::map<int, std::string> expected;
    for (const auto& row : after) {
        const auto& slot = slots_.at(row.competency);
        auto& levels = expected.try_emplace(slot.block, empty_block()).first->second;
        levels.at(static_cast<std::size_t>(slot.slot)) = static_cast<char>(row.level);
    }
    const auto stored = list_packed(tx, person);
    for (const auto& row : stored) expected.try_emplace(row.block, empty_block());

    std::int64_t mended = 0;
    for (const auto& [block, levels] : expected) {
        const auto found = std::ranges::find(stored, block, &PackedRow::block);
        if (found != stored.end() && found->levels == levels) continue;
        save_packed(tx, {person, block, levels});
        ++mended;
    }
    return mended;
}

HeldComparison::HeldComparison(db::Tx& tx, RuleBook book, AsOf at)
    : book_(std::move(book)), at_(at) {
    for (const auto& slot : list_slots(tx)) slots_.emplace(slot.competency, slot);
}

// Both lists by competency: every competency of either, with the row of each.
template <class Use>
static void each_pair(std::span<const HeldRow> before, std::span<const HeldRow> after, Use use) {
    std::size_t b = 0;
    std::size_t a = 0;
    while (b < before.size() || a < after.size()) {
        const bool has_before =
            a == after.size() || (b < before.size() && before[b].competency <= after[a].competency);
        const bool has_after =
            b == before.size() || (a < after.size() && after[a].competency <= before[b].competency);
        use(has_before ? std::optional(before[b]) : std::nullopt,
            has_after ? std::optional(after[a]) : std::nullopt);
        if (has_before) ++b;
        if (has_after) ++a;
    }
}

// The rows of one person stand together.
static std::span<const HeldRow> rows_of(std::span<const HeldRow> stored, PersonId person) {
    const auto from = std::ranges::lower_bound(stored, person, {}, &HeldRow::person);
    const auto until = std::ranges::upper_bound(stored, person, {}, &HeldRow::person);
    return {from, until};
}

static std::vector<HeldRow> reckon(const RuleBook& book, const RatedPerson& person, Date on) {
    std::vector<HeldRow> rows;
    if (const auto* rule = book.rule_at(person.place)) {
        for (const auto& held : reckon_all(*rule, person.ratings, on)) {
            rows.push_back(row_of(person.person, *rule, held));
        }
    }
    return rows;
}

Comparison HeldComparison::mend(db::Tx& tx, std::span<const RatedPerson> people, Instant now)
    const {
    Comparison comparison;
    if (people.empty()) return comparison;
    const auto stored = list_held_between(tx, people.front().person, people.back().person);
    for (const auto& person : people) {
        const auto before = rows_of(stored, person.person);
        const auto after = reckon(book_, person, at_.on);
        comparison.mended += mend_packed(tx, person.person, after);
        each_pair(before, after, [&](const auto& was, const auto& is) {
            if (was == is) return;
            const auto competency = was ? was->competency : is->competency;
            store(tx, person.person, slots_.at(competency), is, now);
            ++comparison.mended;
            if (level_of(was) == level_of(is)) return;
            comparison.changes.push_back({person.person, competency, level_of(was), level_of(is)});
        });
    }
    return comparison;
}

}  // namespace nangluc::assessment
