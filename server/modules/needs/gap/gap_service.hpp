#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/needs/gap/gap.hpp"
#include "modules/needs/matrix/matrix.hpp"
#include "modules/needs/ranking/ranking.hpp"
#include "modules/needs/register/duty_store.hpp"
#include "modules/needs/register/reason_store.hpp"
#include "modules/needs/register/register_keeper.hpp"
#include "modules/needs/register/standing.hpp"

namespace nangluc::needs {

struct PersonGaps {
    organisation::Person person;
    std::vector<Gap> gaps;
    CompetencyNames names;
    ReasonNames reasons;
};

// Whoever does a duty beside their own post, and what it requires that they do not hold.
struct ConcurrentDuty {
    organisation::Person person;
    organisation::Holding holding;
    std::string unit_name;
    std::string position_name;
    std::vector<Gap> missing;  // with a gap or not assessed
};

struct MatrixPage {
    organisation::Unit unit;
    Date on;
    Matrix matrix;
    std::vector<organisation::Unit> units;  // of the rows, in their order
    CompetencyNames names;
};

struct RankingQuestion {
    UnitId unit;
    AsOf at;
    bool is_today = true;
    RankBy by = RankBy::competency;
    Weights weights;
    std::string language = "vi";
};

struct RankingPage {
    organisation::Unit unit;
    Date on;
    RankBy by{};
    Weights weights;
    std::vector<Need> needs;
    CompetencyNames names;
    std::unordered_map<PositionId, std::string> positions;

    std::string name_of(const Need& need) const;
    int weight_of(CompetencyId competency) const;
};

// Gaps of one person and of a sub-tree. A person reads their own; others need read_needs there.
class GapService {
public:
    GapService(const Kit& kit, RegisterKeeper& keeper) : kit_(kit), keeper_(keeper) {}

    Result<PersonGaps> of_person(
        const Actor& actor,
        PersonId person,
        competency::Goal goal,
        AsOf at,
        std::string_view language
    );
    // Today from the register; for another date, or as known earlier, reckoned anew, which refuses
    // matrix.too_wide above 5,000 people.
    Result<MatrixPage> matrix(
        const Actor& actor, UnitId unit, AsOf at, bool is_today, std::string_view language
    );
    // How far these people are; who is not counted at or below the unit is left out. Like matrix().
    Result<std::vector<PersonStanding>> standings(
        const Actor& actor, UnitId unit, const std::vector<PersonId>& people, AsOf at, bool is_today
    );
    // Who lacks a required level today at or below the unit; nothing where the reader may not know.
    std::optional<std::unordered_set<PersonId>> people_lacking(const Actor& actor, UnitId unit);
    struct DutiesQuestion {
        UnitId unit;
        AsOf at;
        DutyPlace after;
        int limit = 50;
        std::string language = "vi";
    };
    struct Duties {
        int count = 0;  // of all pages
        std::vector<ConcurrentDuty> duties;
        std::optional<DutyPlace> next;
        CompetencyNames names;
    };
    Result<Duties> concurrent_duties(const Actor& actor, const DutiesQuestion& question);

    // What a correction of a requirement would change today, in people.
    struct CorrectionEffect {
        int people = 0;   // whom it reaches, before or after
        int changed = 0;  // who would be asked for another level, over all reasons
        int lacking_before = 0;
        int lacking_after = 0;
        int unknown = 0;  // not assessed: neither with a gap nor without
    };
    // For whoever may correct it.
    Result<CorrectionEffect> effect_of_correction(
        const Actor& actor, RequirementId requirement, const competency::Restatement& restatement
    );

    // Like matrix().
    Result<RankingPage> ranking(const Actor& actor, const RankingQuestion& question);

private:
    Result<organisation::Unit> readable(const Actor& actor, UnitId unit, AsOf at);
    Result<Matrix> matrix_of_today(UnitId unit);
    Result<Matrix> reckoned_matrix(const organisation::Unit& unit, AsOf at);
    Result<std::unique_ptr<Register>> reckon(const UnitPath& below, AsOf at);

    const Kit& kit_;
    RegisterKeeper& keeper_;
};

CompetencyNames read_names(db::Tx& tx, std::string_view language);

}  // namespace nangluc::needs
