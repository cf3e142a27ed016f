#include "modules/competency/foundation/foundation.hpp"

namespace nangluc::competency {

std::vector<Foundation> FoundedPosition::missing() const {
    std::vector<Foundation> missing;
    if (!position_group) missing.push_back(Foundation::position_group);
    if (!occupational_group) missing.push_back(Foundation::occupational_group);
    if (!described) missing.push_back(Foundation::description);
    if (competencies == 0) missing.push_back(Foundation::requirements);
    return missing;
}

}  // namespace nangluc::competency
