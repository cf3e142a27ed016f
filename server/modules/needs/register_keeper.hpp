#pragma once

#include <cstdint>
#include <memory>
#include <shared_mutex>

#include "kit/kit.hpp"
#include "modules/needs/register.hpp"

namespace nangluc::needs {

// The register of today in memory: built at the first question, kept up with single changes by the
// news of the modules below, and built anew after a change to structure, posts, requirements or
// rules, and at the first question of a day.
class RegisterKeeper {
public:
    explicit RegisterKeeper(const Kit& kit) : kit_(kit) {}

    // Hears of what changes; called once, at wiring.
    void listen();

    // `use(const Register&)` under a lock that lets others read. Not inside a transaction: it may
    // have to read the rows itself.
    template <class Use>
    auto read(Use use) {
        for (;;) {
            {
                const std::shared_lock lock(mutex_);
                if (is_current()) return use(static_cast<const Register&>(*register_));
            }
            rebuild();
        }
    }
    // Whether the live figures equal those of a full pass over the rows as they are now.
    bool agrees();

private:
    bool is_current() const;
    void rebuild();
    void forget();
    void change_held(PersonId person, CompetencyId competency, int level);

    const Kit& kit_;
    mutable std::shared_mutex mutex_;
    std::unique_ptr<Register> register_;
    std::uint64_t heard_ = 0;  // news so far: what came while building is not in what was built
};

}  // namespace nangluc::needs
