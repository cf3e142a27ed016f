#include "modules/needs/gap/gap_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/db/db.hpp"

namespace nangluc::needs {

static constexpr int most_people_reckoned = 5'000;

CompetencyNames read_names(db::Tx& tx, std::string_view language) {
    CompetencyNames names;
    for (auto& competency : competency::list_competencies(tx, language)) {
        names.emplace(competency.id, std::move(competency));
    }
    return names;
}

Result<PersonGaps> GapService::of_person(
    const Actor& actor, PersonId person, competency::Goal goal, AsOf at, std::string_view language
) {
    // Reading about somebody else is itself a fact that they may see.
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PersonGaps> {
        auto found = TRY(organisation::find_person(tx, person));
        if (!actor.is(person)) {
            const auto today = kit_.clock.as_of_now();
            const auto place = TRY(organisation::place_of_person(tx, person, today));
            TRY(actor.require(Permission::read_needs, place, "person"));
            kit_.audit.write(
                tx, actor, {.act = "person.gaps_read", .object = person.value, .person = person}
            );
        }
        PersonGaps page{
            .person = std::move(found),
            .gaps = TRY(gaps_of(tx, person, goal, at)),
            .names = read_names(tx, language),
            .reasons = {},
        };
        for (const auto& gap : page.gaps) add_reason_names(tx, gap.requirements, page.reasons);
        return page;
    });
}

static Result<Matrix> matrix_in(const Register& reg, UnitId unit) {
    const auto number = reg.number_of(unit);
    if (number == gaps::no_unit) return not_found("unit");
    return matrix_of(reg, number);
}

Result<organisation::Unit> GapService::readable(const Actor& actor, UnitId unit, AsOf at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<organisation::Unit> {
        auto standing = TRY(organisation::find_unit(tx, unit, at));
        const auto today = kit_.clock.as_of_now();
        const auto judged = TRY(organisation::place_of_rights(tx, unit, at, today));
        TRY(actor.require(Permission::read_needs, judged, "unit"));
        return standing;
    });
}

Result<std::unique_ptr<Register>> GapService::reckon(const UnitPath& below, AsOf at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::unique_ptr<Register>> {
        if (count_people(tx, below, at) > most_people_reckoned) {
            return too_large("matrix.too_wide");
        }
        return reckon_register(tx, below, at);
    });
}

static Result<std::vector<PersonStanding>> standings_in(
    const Register& reg, UnitId unit, const std::vector<PersonId>& people
) {
    const auto number = reg.number_of(unit);
    if (number == gaps::no_unit) return not_found("unit");
    return standings_of(reg, number, people);
}

Result<std::vector<PersonStanding>> GapService::standings(
    const Actor& actor, UnitId unit, const std::vector<PersonId>& people, AsOf at, bool is_today
) {
    const auto found = TRY(readable(actor, unit, at));
    if (!is_today) return standings_in(*TRY(reckon(found.path, at)), unit, people);
    TRY(keeper_.wait());
    return keeper_.read([&](const Register& reg) { return standings_in(reg, unit, people); });
}

std::optional<std::unordered_set<PersonId>> GapService::people_lacking(
    const Actor& actor, UnitId unit
) {
    if (!readable(actor, unit, kit_.clock.as_of_now()) || !keeper_.wait()) return std::nullopt;

    return keeper_.read([&](const Register& reg) -> std::optional<std::unordered_set<PersonId>> {
        const auto number = reg.number_of(unit);
        if (number == gaps::no_unit) return std::nullopt;
        return people_with_gap(reg, number);
    });
}

Result<Matrix> GapService::reckoned_matrix(const organisation::Unit& unit, AsOf at) {
    return matrix_in(*TRY(reckon(unit.path, at)), unit.id);
}

Result<Matrix> GapService::matrix_of_today(UnitId unit) {
    TRY(keeper_.wait());
    return keeper_.read([&](const Register& reg) { return matrix_in(reg, unit); });
}

Result<MatrixPage> GapService::matrix(
    const Actor& actor, UnitId unit, AsOf at, bool is_today, std::string_view language
) {
    const auto found = TRY(readable(actor, unit, at));
    auto matrix = TRY(is_today ? matrix_of_today(unit) : reckoned_matrix(found, at));
    return kit_.db.read([&](db::Tx& tx) -> Result<MatrixPage> {
        MatrixPage page{.unit = found, .on = at.on, .matrix = std::move(matrix)};
        for (const auto& row : page.matrix.rows) {
            page.units.push_back(TRY(organisation::find_unit(tx, row.unit, at)));
        }
        page.names = read_names(tx, language);
        return page;
    });
}

static bool is_lacking(const Gap& gap) {
    const auto missing = gap.missing();
    return !missing || *missing > 0;
}

static GapService::CorrectionEffect effect_of(
    const competency::AskedChanges& changes, const Register& reg
) {
    const auto& population = reg.live.population();
    const auto competency = reg.number_of(changes.competency);
    GapService::CorrectionEffect effect{.people = static_cast<int>(changes.people.size())};
    for (const auto& [person, before, after] : changes.people) {
        if (before != after) ++effect.changed;
        const auto number = reg.number_of(person);
        const auto held =
            number && competency ? population.held(*number, *competency) : gaps::not_assessed;
        if (held == gaps::not_assessed) {
            ++effect.unknown;
            continue;
        }
        if (before > held) ++effect.lacking_before;
        if (after > held) ++effect.lacking_after;
    }
    return effect;
}

Result<GapService::CorrectionEffect> GapService::effect_of_correction(
    const Actor& actor, RequirementId requirement, const competency::Restatement& restatement
) {
    const auto permitted = [&](db::Tx& tx) -> Result<competency::AskedChanges> {
        const auto now = kit_.clock.as_of_now();
        auto changes = TRY(competency::list_asked_changes(tx, requirement, restatement, now));
        TRY(actor.require(Permission::edit_requirements, changes.scope, "requirement"));
        return changes;
    };
    const auto changes = TRY(kit_.db.read(permitted));
    TRY(keeper_.wait());
    return keeper_.read([&](const Register& reg) -> Result<CorrectionEffect> {
        return effect_of(changes, reg);
    });
}

Result<GapService::Duties> GapService::concurrent_duties(
    const Actor& actor, const DutiesQuestion& question
) {
    const auto at = question.at;
    return kit_.db.read([&](db::Tx& tx) -> Result<Duties> {
        const auto today = kit_.clock.as_of_now();
        const auto judged = TRY(organisation::place_of_rights(tx, question.unit, at, today));
        TRY(actor.require(Permission::read_needs, judged, "unit"));
        const auto place = TRY(organisation::path_of(tx, question.unit, at));

        auto found = list_concurrent_holdings(tx, place, at, question.after, question.limit + 1);
        Duties page{.count = count_concurrent_holdings(tx, place, at)};
        if (static_cast<int>(found.size()) > question.limit) {
            found.pop_back();
            const auto& last = found.back();
            page.next = {last.place.text, last.holding.person, last.holding.id};
        }
        const auto requirements = competency::load_requirement_table(tx, at);
        assessment::LevelReckoner levels(tx, at);
        for (const auto& [holding, home, unit_name, position_name] : found) {
            const competency::Standing duty{
                .person = holding.person,
                .holdings = {holding},
                .places = {home},
                .levels = {std::string()},
                .next_positions = {},
            };
            auto gaps = gaps_between(
                requirements.of(duty, competency::Goal::present), levels.of(holding.person)
            );
            std::erase_if(gaps, [](const Gap& gap) { return !is_lacking(gap); });
            page.duties.push_back({
                .person = TRY(organisation::find_person(tx, holding.person)),
                .holding = holding,
                .unit_name = unit_name,
                .position_name = position_name,
                .missing = std::move(gaps),
            });
        }
        page.names = read_names(tx, question.language);
        return page;
    });
}

}  // namespace nangluc::needs
