#pragma once

// What other modules may know of ratings and of the levels that people hold.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "kit/actor.hpp"
#include "modules/competency/api.hpp"

namespace nangluc {

using RatingId = Id<struct RatingTag>;
using RuleId = Id<struct RuleTag>;
using CampaignId = Id<struct CampaignTag>;

struct Kit;

}  // namespace nangluc

namespace nangluc::assessment {

class RuleBook;
struct Rule;

enum class Method {
    self,
    supervisor,
    colleague,
    panel,
    test,
    work_sample,
    observation,
    situation,
    evidence,
    performance,
};
BOOST_DESCRIBE_ENUM(
    Method,
    self,
    supervisor,
    colleague,
    panel,
    test,
    work_sample,
    observation,
    situation,
    evidence,
    performance
)

// One judgement of one person on one competency. Only ever added.
struct Rating {
    RatingId id;
    PersonId person;
    CompetencyId competency;
    int level = 0;  // 0: assessed, and below the first level
    Method method = Method::self;
    PersonId rater;     // none: an assessor without a staff record, known by the account
    AccountId account;  // none: loaded from elsewhere
    std::string rater_role;
    Date observed_on;
    Instant recorded_at;
    RatingId withdraws;
    // False: the row only takes another one back, and is no judgement itself.
    bool gives_level = true;
    ScaleId scale;
    CampaignId campaign;
    std::optional<double> score;
    std::optional<double> score_error;
    std::string evidence_hash;
    std::string note;
};

bool is_rater(const Actor& actor, const Rating& rating);
bool have_same_rater(const Rating& a, const Rating& b);

// How a rating stood in the reckoning of a level.
enum class Use { counted, compared, too_old, withdrawn, superseded };
BOOST_DESCRIBE_ENUM(Use, counted, compared, too_old, withdrawn, superseded)

struct UsedRating {
    Rating rating;
    Use use = Use::compared;
};

// The level a person holds: what the rule in force makes of the ratings.
struct Held {
    CompetencyId competency;
    int level = 0;
    RuleId rule;
    std::string rule_code;
    int rule_version = 0;
    std::string rule_title;
    Date observed_on;
    Date valid_until = Date::never();
    std::vector<UsedRating> ratings;
};

// Reckoned anew from the ratings and the rule of that date, as known then; competencies without a
// counting rating are absent: not assessed. The same pair gives the same answer for ever.
std::vector<Held> held_levels(db::Tx& tx, PersonId person, AsOf at);

// The same for many people on one date: the rules are read once. Lives inside one transaction.
class LevelReckoner {
public:
    LevelReckoner(db::Tx& tx, AsOf at);
    ~LevelReckoner();

    std::vector<Held> of(PersonId person);
    std::optional<Held> of(PersonId person, CompetencyId competency);
    // The rule in force where the person works; null where there is none.
    const Rule* rule_of(PersonId person);

private:
    db::Tx& tx_;
    AsOf at_;
    std::unique_ptr<const RuleBook> book_;
    std::unordered_map<UnitId, const Rule*> rules_;  // by the unit of the main post
};

// The projection of now: one call a person and block, in no order. 255 is not assessed.
struct PackedRow {
    PersonId person;
    int block = 0;
    std::string levels;  // 32 bytes
};
void each_row(db::Tx& tx, const std::function<void(const PackedRow&)>& use);

// What is needed to add a rating; see add_rating.
struct NewRating {
    PersonId person;
    CompetencyId competency;
    int level = 0;
    std::optional<double> score;
    std::optional<double> score_error;
    Method method = Method::self;
    std::string rater_role;
    CampaignId campaign;
    std::string evidence_hash;
    std::string note;
    Date observed_on;
    RatingId withdraws;
};

// Adds a rating with its projections, audit and news, in the caller's transaction. Every way to
// rate comes through here: forms, tests, panels. The actor is the rater. Refuses with
// rating.unknown_competency, rating.level_out_of_scale, rating.future, rating.own (rating oneself
// as anything but self), rating.evidence_missing (a method that rests on a file, without it), the
// campaign's rules, and with not_found("person") or forbidden outside what the actor may do.
Result<RatingId> add_rating(
    db::Tx& tx, const Kit& kit, const Actor& actor, const NewRating& rating
);

// A person's held level changed: sent in the transaction of the rating or of the rule.
struct HeldChanged {
    static constexpr auto name = "assessment.held_changed";
    PersonId person;
    CompetencyId competency;
    int level = 255;  // 255: no longer assessed
};
BOOST_DESCRIBE_STRUCT(HeldChanged, (), (person, competency, level))
// A rule took effect or ended: every level below the unit may have changed.
struct RuleChanged {
    static constexpr auto name = "assessment.rule_changed";
    UnitId scope;
};
BOOST_DESCRIBE_STRUCT(RuleChanged, (), (scope))

}  // namespace nangluc::assessment
