#pragma once

#include <map>
#include <string>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/competency/framework/content.hpp"

namespace nangluc::competency {

// Writes the content of a version that has a row and no content yet. Competencies and scales that
// exist under their code are taken as they are, never made twice; new competencies stand together
// in the first block that has room for all of them. Refuses "scale.other_levels" where the scale
// exists with another number of levels, "scale.too_long" where it goes beyond that of a competency.
Result<> add_content(
    db::Tx& tx, const Kit& kit, FrameworkVersionId version, const Content& content
);
// Takes it away again: of a draft that is being edited. Competencies keep their identity.
void remove_content(db::Tx& tx, FrameworkVersionId version);

// In the order of the version.
Content content_of(db::Tx& tx, FrameworkVersionId version);

// Parts of it, for lists.
std::map<std::string, CompetencyId> competency_ids_of(db::Tx& tx, FrameworkVersionId version);
Words list_framework_names(db::Tx& tx, FrameworkVersionId version);
int count_items(db::Tx& tx, FrameworkVersionId version);
int count_roles(db::Tx& tx, FrameworkVersionId version);  // each level of a role counts

// The scale by its code, made where it is new.
Result<ScaleId> find_or_add_scale(db::Tx& tx, const Kit& kit, const Content& content);

}  // namespace nangluc::competency
