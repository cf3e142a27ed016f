#include "modules/needs/register_keeper.hpp"

#include <mutex>

#include "base/clock.hpp"
#include "kit/events.hpp"
#include "modules/assessment/api.hpp"

namespace nangluc::needs {

void RegisterKeeper::listen() {
    follow<assessment::HeldChanged>(
        kit_.outbox,
        "needs",
        [this](const assessment::HeldChanged& news) {
            change_held(news.person, news.competency, news.level);
        }
    );
    const auto forget_all = [this](const auto&) { forget(); };
    follow<assessment::RuleChanged>(kit_.outbox, "needs", forget_all);
    follow<competency::RequirementsChanged>(kit_.outbox, "needs", forget_all);
    follow<organisation::HoldingsChanged>(kit_.outbox, "needs", forget_all);
    follow<organisation::UnitsReorganised>(kit_.outbox, "needs", forget_all);
}

bool RegisterKeeper::is_current() const {
    return register_ && register_->on == kit_.clock.today();
}

void RegisterKeeper::rebuild() {
    std::uint64_t heard_before = 0;
    {
        const std::shared_lock lock(mutex_);
        heard_before = heard_;
    }
    auto fresh = kit_.db.read([&](db::Tx& tx) {
        return build_register(tx, UnitPath{}, kit_.clock.as_of_now(), Levels::packed);
    });
    const std::unique_lock lock(mutex_);
    if (heard_ == heard_before) register_ = std::move(fresh);
}

void RegisterKeeper::forget() {
    const std::unique_lock lock(mutex_);
    ++heard_;
    register_.reset();
}

void RegisterKeeper::change_held(PersonId person, CompetencyId competency, int level) {
    const std::unique_lock lock(mutex_);
    ++heard_;
    if (!register_) return;
    const auto person_number = register_->number_of(person);
    const auto competency_number = register_->number_of(competency);
    // Somebody or something newer than the register: read everything again.
    if (!competency_number) return register_.reset();
    if (!person_number) return;
    register_->live.set_held(*person_number, *competency_number, static_cast<gaps::Level>(level));
}

bool RegisterKeeper::agrees() {
    const auto fresh = kit_.db.read([&](db::Tx& tx) {
        return build_register(tx, UnitPath{}, kit_.clock.as_of_now(), Levels::packed);
    });
    return read([&](const Register& kept) {
        return kept.live.agrees() && kept.live.cube() == fresh->live.cube();
    });
}

}  // namespace nangluc::needs
