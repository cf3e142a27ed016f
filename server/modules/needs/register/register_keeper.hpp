#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

#include "kit/kit.hpp"
#include "modules/needs/register/register.hpp"

namespace nangluc::needs {

// The register of today in memory: built at the start of the server (without begin(), at the first
// question), kept up with single changes by the news of the modules below, and built anew after a
// change to structure, posts, requirements or rules, and for a new day. One of a nation is built
// anew beside its readers, who see the one before for those seconds; a smaller one before the next
// question is answered.
class RegisterKeeper {
public:
    // From so many people on it takes longer to build than somebody would wait.
    static constexpr std::size_t a_nation = 200'000;
    // How long a question waits for a register that is being built.
    static constexpr std::chrono::seconds patience{2};

    explicit RegisterKeeper(const Kit& kit, std::size_t many_people = a_nation)
        : kit_(kit), many_people_(many_people) {}

    // Hears of what changes; called once, at wiring.
    void listen();
    // Builds from a thread of its own from now on, at once for the first time.
    void begin();
    // After the news has stopped.
    void stop();

    // Whether the register of today can be read. False between begin() and the first build, and
    // while a nation's is built for a new day.
    bool is_ready() const;
    // How many people are in it; 0 where there is none.
    std::size_t people() const;

    // To be asked before read(): until there is a register of today, or refuses
    // unavailable("register.building") when somebody else has been building it for all of
    // `patience`.
    Result<> wait();
    // `use(const Register&)` under a lock that lets others read. Neither this nor wait() inside a
    // transaction: they may have to read the rows themselves.
    template <class Use>
    auto read(Use use) {
        for (;;) {
            {
                const std::shared_lock lock(mutex_);
                if (may_be_read()) return use(static_cast<const Register&>(*register_));
            }
            const std::unique_lock building(one_builder_);
            rebuild();
        }
    }
    // Whether the live figures equal those of a full pass over the rows as they are now.
    bool agrees();

private:
    struct Held {
        PersonId person;
        CompetencyId competency;
        int level = 0;
    };

    bool is_current() const;
    bool is_large() const;
    bool may_be_read() const;
    bool is_wanted_aside() const;
    void rebuild();
    void build_aside(const std::stop_token& stopping);
    void begin_aside();
    void forget();
    void forget_locked();
    void change_held(const Held& held);
    static bool put(Register& reg, const Held& held);

    const Kit& kit_;
    std::size_t many_people_;
    mutable std::shared_mutex mutex_;
    std::unique_ptr<Register> register_;
    std::uint64_t changes_ = 0;        // of structure and the like, heard so far
    std::uint64_t changes_built_ = 0;  // of these, in the register
    bool is_building_ = false;
    bool is_first_ = false;  // begun, and not built yet
    std::vector<Held> heard_while_building_;

    std::timed_mutex one_builder_;
    std::condition_variable_any stale_;
    std::condition_variable_any built_;
    std::jthread aside_;  // last, so that it ends first
};

}  // namespace nangluc::needs
