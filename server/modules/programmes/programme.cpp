#include "modules/programmes/programme.hpp"

namespace nangluc::programmes {

Result<> Programme::approve(Date from) {
    if (status != ProgrammeStatus::draft) return conflict("programme.not_draft");
    if (version.outcomes.empty()) return conflict("programme.no_outcome");
    if (version.min_class < 1 || version.max_class < version.min_class) {
        return conflict("programme.class_size");
    }

    status = ProgrammeStatus::approved;
    period = {from};
    return {};
}

}  // namespace nangluc::programmes
