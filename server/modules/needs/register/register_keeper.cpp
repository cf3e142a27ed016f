#include "modules/needs/register/register_keeper.hpp"

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

bool RegisterKeeper::is_wanted_aside() const {
    return (is_first_ || is_large()) && !is_current();
}

bool RegisterKeeper::is_ready() const {
    const std::shared_lock lock(mutex_);
    return !is_first_ && (!is_large() || may_be_read());
}

std::size_t RegisterKeeper::people() const {
    const std::shared_lock lock(mutex_);
    return register_ ? register_->people.size() : 0;
}

Result<> RegisterKeeper::wait() {
    {
        std::shared_lock lock(mutex_);
        const auto there = [&] { return may_be_read(); };
        if (there()) return {};
        if (aside_.joinable() && is_wanted_aside()) {
            if (built_.wait_for(lock, patience, there)) return {};
            return unavailable("register.building");
        }
    }
    const std::unique_lock building(one_builder_, patience);
    if (!building) return unavailable("register.building");
    rebuild();
    return {};
}

// By whoever has the builder's lock. Single levels that change meanwhile are put into what was
// built: to read everything once more for each would never end where thousands are rated.
void RegisterKeeper::rebuild() {
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
        fresh = build_register(kit_.db, kit_.clock.as_of_now());
    } catch (...) {
        const std::unique_lock lock(mutex_);
        is_building_ = false;
        throw;
    }
    const std::unique_lock lock(mutex_);
    for (const auto& held : heard_while_building_) put(*fresh, held);
    is_building_ = false;
    is_first_ = false;
    register_ = std::move(fresh);
    changes_built_ = changes;
    built_.notify_all();
}

void RegisterKeeper::begin() {
    const std::unique_lock lock(mutex_);
    is_first_ = !is_current();
    begin_aside();
}

void RegisterKeeper::stop() {
    aside_ = {};
}

void RegisterKeeper::begin_aside() {
    if (aside_.joinable()) return;
    aside_ = std::jthread([this](const std::stop_token& token) { build_aside(token); });
}

void RegisterKeeper::build_aside(const std::stop_token& stopping) {
    // Nobody tells that a day has begun.
    constexpr std::chrono::seconds look_for_a_new_day{1};
    while (!stopping.stop_requested()) {
        {
            std::shared_lock lock(mutex_);
            const auto wanted = [&] { return is_wanted_aside(); };
            if (!stale_.wait_for(lock, stopping, look_for_a_new_day, wanted)) continue;
        }
        try {
            const std::unique_lock building(one_builder_);
            rebuild();
        } catch (const std::exception& fault) {
            log(Level::error, "register.not_built", {{"error", fault.what()}});
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
    }
}

void RegisterKeeper::forget() {
    const std::unique_lock lock(mutex_);
    forget_locked();
}

void RegisterKeeper::forget_locked() {
    ++changes_;
    if (!is_large()) {
        register_.reset();
        return;
    }
    begin_aside();
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
    if (register_ && !put(*register_, held)) forget_locked();
}

bool RegisterKeeper::agrees() {
    const auto fresh = build_register(kit_.db, kit_.clock.as_of_now());
    return read([&](const Register& kept) {
        return kept.live.agrees() && kept.live.cube() == fresh->live.cube();
    });
}

}  // namespace nangluc::needs
