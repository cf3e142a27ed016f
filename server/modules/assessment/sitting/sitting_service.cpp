#include "modules/assessment/sitting/sitting_service.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "kit/audit.hpp"
#include "kit/json/json.hpp"
#include "modules/assessment/item/item_store.hpp"
#include "modules/assessment/rating/rating_service.hpp"
#include "modules/assessment/rating/rating_store.hpp"
#include "modules/assessment/sitting/replay.hpp"
#include "modules/assessment/sitting/sitting_store.hpp"

namespace nangluc::assessment {

// What the audit keeps of a test's beginning, under the key of the person.
struct SittingChange {
    CompetencyId competency;
    int bank_version = 0;
};
BOOST_DESCRIBE_STRUCT(SittingChange, (), (competency, bank_version))

namespace {

// Not to be foretold by who has seen other tests.
std::uint64_t new_seed() {
    std::random_device device;
    return std::uint64_t{device()} << 32U | device();
}

// Only who sits it knows of it.
Result<Sitting> find_own(db::Tx& tx, const Actor& actor, SittingId id) {
    auto sitting = find_sitting(tx, id);
    if (sitting && !actor.is(sitting.value().person)) return not_found("sitting");
    return sitting;
}

// As far as it was answered. Stored answers of this version that lead elsewhere now are a fault of
// ours.
TestRun run_of(
    const Sitting& sitting,
    const std::vector<Answer>& answers,
    const TestRules& rules,
    std::vector<Item> items
) {
    auto again = rerun(sitting, answers, rules, std::move(items));
    if (again.replay.same_answers != static_cast<int>(answers.size())) {
        throw std::logic_error("sitting " + to_text(sitting.id.value) + " leads elsewhere now");
    }
    return std::move(again.run);
}

bool is_the_same(const Answer& stored, const GivenAnswer& given) {
    return stored.item == given.item && stored.label == given.label;
}

}  // namespace

Result<std::optional<TestOffers>> SittingService::offers(
    const Actor& actor, const std::string& language
) {
    if (!actor.person()) return not_found("person");
    return kit_.db.read([&](db::Tx& tx) { return list_offers(tx, kit_, actor.person(), language); }
    );
}

Result<SittingState> SittingService::start(
    const Actor& actor, CompetencyId competency, const std::string& language
) {
    if (!actor.person()) return not_found("person");
    return kit_.db.transaction([&](db::Tx& tx) -> Result<SittingState> {
        if (auto open = find_open(tx, actor.person(), competency)) {
            if (is_left_behind(*open)) TRY(catch_up(tx, actor, *open));
            return state_of(tx, *open, language);
        }
        const auto offers = list_offers(tx, kit_, actor.person(), language);
        const auto* const offer = offers ? offers->of(competency) : nullptr;
        if (offer == nullptr) return not_found("test");
        if (offer->state == OfferState::resting) return conflict("test.resting");

        const Sitting sitting{
            .id = kit_.ids.make<SittingId>(),
            .person = actor.person(),
            .competency = competency,
            .bank = offers->bank.id,
            .seed = new_seed(),
            .account = actor.account(),
            .started_at = kit_.clock.now(),
        };
        add_sitting(tx, sitting);
        const SittingChange change{competency, offers->bank.number};
        const auto unit = organisation::main_unit_of(tx, sitting.person, kit_.clock.as_of_now());
        kit_.audit.write(
            tx,
            actor,
            {.act = "sitting.started",
             .object = sitting.id.value,
             .unit = unit ? unit.value() : UnitId{},
             .person = sitting.person,
             .change = json::write(change)}
        );
        return state_of(tx, sitting, language);
    });
}

Result<SittingState> SittingService::find(
    const Actor& actor, SittingId id, const std::string& language
) {
    const auto look = [&](db::Tx& tx) -> Result<SittingState> {
        auto sitting = TRY(find_own(tx, actor, id));
        if (is_left_behind(sitting)) TRY(catch_up(tx, actor, sitting));
        return state_of(tx, sitting, language);
    };
    const auto found = kit_.db.read([&](db::Tx& tx) { return find_own(tx, actor, id); });
    const bool is_behind = found && is_left_behind(found.value());
    return is_behind ? kit_.db.transaction(look) : kit_.db.read(look);
}

Result<SittingState> SittingService::answer(
    const Actor& actor, SittingId id, const GivenAnswer& given
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<SittingState> {
        auto sitting = TRY(find_own(tx, actor, id));
        if (is_left_behind(sitting)) TRY(catch_up(tx, actor, sitting));
        const auto answers = list_answers(tx, id);
        const auto stored = std::ranges::find(answers, given.position, &Answer::position);
        if (stored != answers.end()) {
            if (!is_the_same(*stored, given)) return conflict("sitting.answered");
            return state_of(tx, sitting, given.language);
        }
        auto run = run_of(
            sitting,
            answers,
            read_bank(tx, sitting.bank).rules,
            list_items(tx, sitting.bank, sitting.competency)
        );
        const auto* const item = run.next();
        const bool is_its_turn = given.position == static_cast<int>(answers.size()) + 1;
        if (item == nullptr || !is_its_turn || item->id != given.item) {
            return conflict("sitting.out_of_turn");
        }
        if (given.label && item->option_called(*given.label) == nullptr) {
            return invalid("sitting.no_such_option", {{"/option", "not_one_of"}});
        }
        const auto [score, score_error] = run.answer(credit_of(*item, given.label));
        add_answer(
            tx,
            id,
            {.position = given.position,
             .item = given.item,
             .label = given.label,
             .score = score,
             .score_error = score_error,
             .milliseconds = given.milliseconds,
             .answered_at = kit_.clock.now()}
        );
        if (auto outcome = run.outcome()) TRY(finish(tx, actor, sitting, std::move(*outcome)));
        return state_of(tx, sitting, given.language);
    });
}

Result<> SittingService::catch_up(db::Tx& tx, const Actor& actor, Sitting& sitting) {
    const auto answers = list_answers(tx, sitting.id);
    sitting.engine = irt::adaptive_version;
    sitting.carried = static_cast<int>(answers.size());
    save_engine(tx, sitting);
    auto run = run_of(
        sitting,
        answers,
        read_bank(tx, sitting.bank).rules,
        list_items(tx, sitting.bank, sitting.competency)
    );
    if (auto outcome = run.outcome()) TRY(finish(tx, actor, sitting, std::move(*outcome)));
    return {};
}

// The system is the rater: nobody's account, with the right to assess where the person works.
Result<> SittingService::finish(db::Tx& tx, const Actor& actor, Sitting& sitting, Outcome outcome) {
    const auto slot = TRY(find_slot(tx, sitting.competency));
    outcome = on_scale(std::move(outcome), slot.levels);
    auto place = TRY(organisation::place_of_person(tx, sitting.person, kit_.clock.as_of_now()));
    Actor system({}, {}, {{std::move(place), {Permission::rate_as_assessor}}});
    system.came_by(actor.request());
    sitting.finished_at = kit_.clock.now();
    sitting.finished_on = kit_.clock.today();
    sitting.rating = TRY(add_rating(
        tx,
        kit_,
        system,
        {.person = sitting.person,
         .competency = sitting.competency,
         .level = outcome.level,
         .score = outcome.score,
         .score_error = outcome.score_error,
         .method = Method::test,
         .rater_role = "system",
         .observed_on = *sitting.finished_on}
    ));
    sitting.outcome = std::move(outcome);
    save_outcome(tx, sitting);
    return {};
}

Result<SittingState> SittingService::state_of(
    db::Tx& tx, const Sitting& sitting, const std::string& language
) {
    const auto answers = list_answers(tx, sitting.id);
    const auto bank = read_bank(tx, sitting.bank);
    const auto items = list_items(tx, sitting.bank, sitting.competency);
    const auto required = required_levels(tx, sitting.person, kit_.clock.as_of_now());
    const auto level = required.find(sitting.competency);
    SittingState state{
        .sitting = sitting,
        .competency = TRY(competency::find_competency(tx, sitting.competency, language)),
        .bank = bank,
        .at_least = bank.rules.at_least,
        .at_most = std::min(bank.rules.at_most, static_cast<int>(items.size())),
        .answered = static_cast<int>(answers.size()),
    };
    if (level != required.end()) state.required = level->second;
    if (sitting.finished_at) return state;

    auto run = run_of(sitting, answers, bank.rules, items);
    if (const auto* const item = run.next()) state.question = *item;
    return state;
}

Result<Replay> SittingService::replay(const Actor& actor, SittingId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<Replay> {
        const auto sitting = TRY(find_sitting(tx, id));
        if (!require_reading(tx, kit_, actor, sitting.person)) return not_found("sitting");
        return replay_stored(tx, sitting).replay;
    });
}

}  // namespace nangluc::assessment
