#pragma once

#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/competency/framework/framework.hpp"

namespace nangluc::competency {

void add_framework(db::Tx& tx, const Kit& kit, const Framework& framework);
Result<Framework> find_framework(db::Tx& tx, FrameworkId id);
Result<Framework> find_framework_by_code(db::Tx& tx, std::string_view code);
std::vector<Framework> list_frameworks(db::Tx& tx);

void add_version(db::Tx& tx, const Kit& kit, const Version& version);
// Refuses "framework.stale" where somebody saved it meanwhile.
Result<> save_version(db::Tx& tx, Version& version);
Result<Version> find_version(db::Tx& tx, FrameworkVersionId id);
// Of one framework, or of all; the newest in force first, drafts at the end.
std::vector<Version> list_versions(db::Tx& tx, FrameworkId framework = {});

// Only added: who made the version what it is.
void add_act(
    db::Tx& tx, const Kit& kit, const Version& version, AccountId by, std::string_view reason
);
// Whoever drafted or edited it; nobody for what was loaded at installation.
std::vector<AccountId> drafters_of(db::Tx& tx, FrameworkVersionId version);

}  // namespace nangluc::competency
