#pragma once

#include <map>
#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::needs {

// What a reason is called: the position, the group, the rank. A level of administration is a word
// of the country's profile, which the web knows.
struct ReasonName {
    std::string name;
    std::string name_en;
};
using ReasonNames = std::map<competency::Reason, ReasonName>;

// Adds the names of the reasons that are not there yet.
void add_reason_names(
    db::Tx& tx, const std::vector<competency::Requirement>& requirements, ReasonNames& names
);

}  // namespace nangluc::needs
