#pragma once

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/programmes/programme_store.hpp"

namespace nangluc::programmes {

struct NamedOutcome {
    Outcome outcome;
    std::string code;
    std::string name;
    int levels = 0;
};

struct OtherProgramme {
    ProgrammeId programme;
    ProgrammeVersionId version;  // the newest one in force
    std::string code;
    std::string title;
    std::string title_en;
};

// One programme stands for the other for so many months; 0: for ever.
struct NamedEquivalence {
    OtherProgramme other;
    bool stands_for_other = false;  // else the other stands for this one
    int months_valid = 0;
};

struct ProgrammePage {
    Programme programme;
    UnitPath place;  // of the owner
    std::vector<NamedOutcome> outcomes;
    std::vector<Topic> topics;
    std::vector<OtherProgramme> prerequisites;
    std::vector<NamedEquivalence> equivalences;
    std::vector<Programme> versions;  // the newest first
};

struct Overlap {
    OtherProgramme other;
    int percent = 0;
};

// The catalogue. What is approved is there for everybody; drafts are their owner's.
class ProgrammeService {
public:
    explicit ProgrammeService(const Kit& kit) : kit_(kit) {}

    using Read = std::pair<ProgrammeVersionId, int>;  // and the version that the caller read

    std::vector<Programme> list(const CatalogueQuestion& question, Date on);
    // Those that the actor may edit or approve.
    std::vector<Programme> drafts(const Actor& actor);
    Result<ProgrammePage> find(const Actor& actor, ProgrammeVersionId id, std::string language);
    Result<std::vector<Programme>> versions(const Actor& actor, ProgrammeId id);
    // Approved ones that share at least `percent` of the levels.
    Result<std::vector<Overlap>> overlaps(const Actor& actor, ProgrammeVersionId id, int percent);

    Result<ProgrammeVersionId> draft(const Actor& actor, Programme wish);
    Result<ProgrammeVersionId> draft_next(const Actor& actor, ProgrammeVersionId from);
    Result<> edit(const Actor& actor, const Read& read, const Programme& wish);
    Result<int> replace_topics(
        const Actor& actor, const Read& read, const std::vector<Topic>& topics
    );
    // From today; the version before it ends today.
    // By an editor or a leader of its place who did not draft it.
    Result<> approve(const Actor& actor, const Read& read);
    Result<> add_equivalence(const Actor& actor, Equivalence equivalence);

private:
    const Kit& kit_;
};

}  // namespace nangluc::programmes
