#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

#include "kit/kit.hpp"
#include "modules/needs/register.hpp"

namespace nangluc::needs {

// The register of today in memory: built at the first question, kept up with single changes by the
// news of the modules below, and built anew after a change to structure, posts, requirements or
// rules, and at the first question of a day. One of a nation is built anew beside its readers, who
// see the one before for those seconds; a smaller one before the next question is answered.
class RegisterKeeper {
public:
    // From so many people on it takes longer to build than somebody would wait.
    static constexpr std::size_t a_nation = 200'000;

    explicit RegisterKeeper(const Kit& kit, std::size_t many_people = a_nation)
        : kit_(kit), many_people_(many_people) {}

    // Hears of what changes; called once, at wiring.
    void listen();

    // `use(const Register&)` under a lock that lets others read. Not inside a transaction: it may
    // have to read the rows itself.
    template <class Use>
    auto read(Use use) {
        for (;;) {
            {
                const std::shared_lock lock(mutex_);
                if (may_be_read()) return use(static_cast<const Register&>(*register_));
            }
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
    void rebuild();
    std::unique_ptr<Register> build_today() const;
    void rebuild_aside(const std::stop_token& stopping);
    void forget();
    void change_held(const Held& held);
    static bool put(Register& reg, const Held& held);

    const Kit& kit_;
    std::size_t many_people_;
    mutable std::shared_mutex mutex_;
    std::unique_ptr<Register> register_;
    std::uint64_t changes_ = 0;        // of structure and the like, heard so far
    std::uint64_t changes_built_ = 0;  // of these, in the register
    bool is_building_ = false;
    std::vector<Held> heard_while_building_;

    std::mutex one_builder_;
    std::condition_variable_any stale_;
    std::jthread aside_;  // builds large ones; last, so that it ends first
};

}  // namespace nangluc::needs
