#pragma once

#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/programmes/programme.hpp"

namespace nangluc::programmes {

// Those in force that name the programme on either side.
std::vector<Equivalence> list_equivalences(db::Tx& tx, ProgrammeId programme, AsOf at);
void add_equivalence(db::Tx& tx, const Kit& kit, const Equivalence& equivalence);

}  // namespace nangluc::programmes
