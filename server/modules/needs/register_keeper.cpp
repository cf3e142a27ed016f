#include "modules/needs/register_keeper.hpp"

#include <mutex>

#include "base/clock.hpp"
#include "kit/events.hpp"
#include "kit/log.hpp"
#include "modules/assessment/api.hpp"

namespace nangluc::needs {

void RegisterKeeper::listen() {
    follow<assessment::HeldChanged>(
        kit_.outbox,
        "needs",
        [this](const assessment::HeldChanged& news) {
            change_held({news.person, news.competency, news.level});
        }
    );
    const auto forget_all = [this](const auto&) { forget(); };
    follow<assessment::RuleChanged>(kit_.outbox, "needs", forget_all);
    follow<competency::RequirementsChanged>(kit_.outbox, "needs", forget_all);
    follow<organisation::HoldingsChanged>(kit_.outbox, "needs", forget_all);
    follow<organisation::UnitsReorganised>(kit_.outbox, "needs", forget_all);
}

bool RegisterKeeper::is_current() const {
    return register_ && register_->on == kit_.clock.today() && changes_built_ == changes_;
}

bool RegisterKeeper::is_large() const {
    return register_ && register_->people.size() >= many_people_;
}

bool RegisterKeeper::may_be_read() const {
    return is_current() || (is_large() && register_->on == kit_.clock.today());
}

// Single levels that change meanwhile are put into what was built: to read everything once more for
// each would never end where thousands are rated.
void RegisterKeeper::rebuild() {
    const std::scoped_lock one(one_builder_);
    std::uint64_t changes = 0;
    {
        const std::unique_lock lock(mutex_);
        if (is_current()) return;
        changes = changes_;
        is_building_ = true;
        heard_while_building_.clear();
    }
    std::unique_ptr<Register> fresh;
    try {
        fresh = build_today();
    } catch (...) {
        const std::unique_lock lock(mutex_);
        is_building_ = false;
        throw;
    }
    const std::unique_lock lock(mutex_);
    for (const auto& held : heard_while_building_) put(*fresh, held);
    is_building_ = false;
    register_ = std::move(fresh);
    changes_built_ = changes;
}

std::unique_ptr<Register> RegisterKeeper::build_today() const {
    return kit_.db.read([&](db::Tx& tx) {
        return build_register(tx, UnitPath{}, kit_.clock.as_of_now(), Levels::packed);
    });
}

void RegisterKeeper::rebuild_aside(const std::stop_token& stopping) {
    while (!stopping.stop_requested()) {
        {
            std::shared_lock lock(mutex_);
            stale_.wait(lock, stopping, [&] { return !is_current(); });
        }
        if (stopping.stop_requested()) return;
        try {
            rebuild();
        } catch (const std::exception& fault) {
            log(Level::error, "register.not_built", {{"error", fault.what()}});
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
    }
}

void RegisterKeeper::forget() {
    const std::unique_lock lock(mutex_);
    ++changes_;
    if (!is_large()) {
        register_.reset();
        return;
    }
    if (!aside_.joinable()) {
        aside_ = std::jthread([this](const std::stop_token& token) { rebuild_aside(token); });
    }
    stale_.notify_one();
}

// False where the register does not know the competency: it is newer.
bool RegisterKeeper::put(Register& reg, const Held& held) {
    const auto person = reg.number_of(held.person);
    const auto competency = reg.number_of(held.competency);
    if (!competency) return false;
    if (person) reg.live.set_held(*person, *competency, static_cast<gaps::Level>(held.level));
    return true;
}

void RegisterKeeper::change_held(const Held& held) {
    const std::unique_lock lock(mutex_);
    if (is_building_) heard_while_building_.push_back(held);
    if (register_ && !put(*register_, held)) register_.reset();
}

bool RegisterKeeper::agrees() {
    const auto fresh = build_today();
    return read([&](const Register& kept) {
        return kept.live.agrees() && kept.live.cube() == fresh->live.cube();
    });
}

}  // namespace nangluc::needs
