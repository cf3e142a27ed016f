#pragma once

#include "kit/db/db.hpp"
#include "modules/assessment/sitting/sitting.hpp"

namespace nangluc::assessment {

// The stored answers of a sitting given again.
Rerun replay_stored(db::Tx& tx, const Sitting& sitting);

// Every finished sitting that this version of the engine gave, given again.
struct ReplayCheck {
    std::int64_t sittings = 0;
    std::int64_t of_other_versions = 0;  // not given again
    SittingId first_apart;               // none: all came out the same
};
ReplayCheck replay_sittings(db::Tx& tx);

}  // namespace nangluc::assessment
