#pragma once

#include <map>
#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/competency/requirement/requirement_store.hpp"

namespace nangluc::competency {

// A competency somebody is asked for: the highest level over all reasons that hold.
struct AskedFor {
    Competency competency;
    int minimum = 0;
    int desired = 0;
    std::vector<ListedRequirement> reasons;  // highest minimum first
};

struct RequirementQuestion {
    UnitId unit;
    std::optional<ReasonKind> kind;
    std::int64_t reason = 0;
    CompetencyId competency;
    std::optional<AfterRequirement> after;
    int limit = 50;
};

// What is required of whom, why, and since which decision.
class RequirementService {
public:
    explicit RequirementService(const Kit& kit) : kit_(kit) {}

    // Requirements of single people are shown to those who may read people there.
    Result<std::vector<ListedRequirement>> list(
        const Actor& actor, const RequirementQuestion& question, AsOf at
    );
    // All of them at once, for a file; refuses "requirement.too_many" above 20,000.
    struct Whole {
        std::string unit_name;
        std::vector<ListedRequirement> rows;
    };
    Result<Whole> list_all(const Actor& actor, RequirementQuestion question, AsOf at);
    // A person sees their own; others need read_people where the person works.
    Result<std::vector<AskedFor>> list_of_person(
        const Actor& actor, PersonId person, Goal goal, AsOf at, const std::string& language
    );
    // What whoever holds the post is asked for: inherited from its groups, rank and level, and its
    // own.
    Result<std::vector<AskedFor>> list_of_post(
        const Actor& actor, PostId post, AsOf at, const std::string& language
    );
    std::vector<ReasonChoice> reason_choices(AsOf at);
    std::map<CompetencyId, Competency> competencies(const std::string& language);

    Result<RequirementId> add(const Actor& actor, StatedRequirement stated);

    struct End {
        Date on;
        std::string decision_number;
        std::string note;
    };
    // Returns the row that says until when it held.
    Result<RequirementId> end(const Actor& actor, RequirementId id, const End& end);

    // It was stated wrongly from the beginning: what is not given stays. The note says why.
    struct Correction {
        std::optional<int> minimum;
        std::optional<int> desired;
        std::optional<Date> from;
        std::optional<Date> until;
        std::optional<std::string> decision_number;
        std::string note;
    };
    Result<RequirementId> correct(
        const Actor& actor, RequirementId id, const Correction& correction
    );

    // One requirement for each competency that the role of a published framework asks for, for one
    // reason; what is required for it there already is left as it is. Returns how many were added.
    struct FromRole {
        FrameworkVersionId version;
        std::string role;
        Reason reason;
        UnitId scope;
        std::string decision_number;
        Date from;
    };
    Result<int> add_from_role(const Actor& actor, const FromRole& wish);

    // What that would add, without adding it.
    struct Proposal {
        Competency competency;
        int level = 0;
        std::optional<int> required;  // for that reason there already
    };
    Result<std::vector<Proposal>> propose_from_role(
        const Actor& actor, const FromRole& wish, const std::string& language
    );

private:
    const Kit& kit_;
};

}  // namespace nangluc::competency
