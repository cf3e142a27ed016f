#pragma once

#include <string>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

// Loading at installation and for the worlds: what is shipped under data/frameworks, as approved
// versions. `folder` is that folder. They come in this order, so that what is asked for together
// stands in the first block: DigComp 3.0, Viet Nam's digital framework, the demo framework, then
// the UK's with its 188 skills in blocks of their own.
//
//     TRY(import_published_frameworks(tx, kit, data_folder() + "/frameworks"));
//
// Refuses faults of the files, and framework.already_there.

// DigComp 3.0 (dc3.1.1 …), Viet Nam's digital framework for learners (dc3.* and vn.6.1 …), the UK
// Government Digital and Data framework (gdd.agile-working …). With the demo framework of a commune
// (dc3.*, vn.*, cs.drafting …) where it is asked for, which then belongs to the unit given: whoever
// may edit frameworks there drafts and approves its versions. The published ones belong to nobody.
enum class Demo { without, with };
Result<> import_published_frameworks(
    db::Tx& tx,
    const Kit& kit,
    const std::string& folder,
    Demo demo = Demo::without,
    UnitId demo_owner = {}
);

// One framework from a folder with its framework.json and tables.
Result<FrameworkVersionId> import_framework(
    db::Tx& tx, const Kit& kit, const std::string& folder, UnitId owner = {}
);

}  // namespace nangluc::competency
