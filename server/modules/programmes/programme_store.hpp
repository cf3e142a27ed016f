#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/programmes/programme.hpp"

namespace nangluc::programmes {

// The catalogue on a date: approved versions in force.
struct CatalogueQuestion {
    std::string search;       // folded, anywhere in title or code
    CompetencyId competency;  // none: all
    std::string form;         // empty: all
    std::string after;        // sort key of the last one shown; empty: from the start
    int limit = 50;
};
std::vector<Programme> list_programmes(db::Tx& tx, const CatalogueQuestion& question, Date on);
std::vector<Programme> list_drafts(db::Tx& tx);
Result<Programme> find_programme_version(db::Tx& tx, ProgrammeVersionId id);
std::vector<ProgrammeVersionId> list_version_ids(db::Tx& tx, ProgrammeId programme);
std::vector<Topic> list_topics(db::Tx& tx, ProgrammeVersionId version);

bool has_code(db::Tx& tx, std::string_view code);
void add_programme(db::Tx& tx, ProgrammeId id, const Programme& programme, Instant now);
// With its outcomes and prerequisites.
void add_version(db::Tx& tx, const Kit& kit, const Programme& programme);
void add_topics(
    db::Tx& tx, const Kit& kit, ProgrammeVersionId version, const std::vector<Topic>& topics
);
// What a draft says, with its outcomes and prerequisites; refuses stale("programme.stale").
Result<> save_content(db::Tx& tx, const Kit& kit, Programme& programme);
void replace_topics(
    db::Tx& tx, const Kit& kit, ProgrammeVersionId version, const std::vector<Topic>& topics
);
// Status and period; refuses stale("programme.stale").
Result<> save_status(db::Tx& tx, Programme& programme);

}  // namespace nangluc::programmes
