#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/period.hpp"
#include "base/result.hpp"
#include "base/unit_path.hpp"
#include "base/word.hpp"

namespace nangluc::db {
class Tx;
}

namespace nangluc {

// What an account may be allowed to do in a sub-tree. Roles are sets of these (platform/role.hpp).
enum class Permission {
    read_people,          // the roster: names, posts, ranks
    read_personal_facts,  // birth date, qualification, ratings of the year
    edit_people,
    import_people,
    edit_posts,
    prepare_reorganisations,
    decide_reorganisations,
    edit_frameworks,
    edit_requirements,
    read_ratings,
    rate_as_supervisor,
    rate_as_assessor,
    decide_reviews,
    edit_rules,
    read_needs,
    edit_groups,
    edit_programmes,
    read_plans,
    edit_plans,
    submit_plans,
    approve_plans,
    read_accounts,
    edit_accounts,
    grant_roles,
    recover_accounts,
    read_audit,
    edit_settings,
    see_jobs,
};
BOOST_DESCRIBE_ENUM(
    Permission,
    read_people,
    read_personal_facts,
    edit_people,
    import_people,
    edit_posts,
    prepare_reorganisations,
    decide_reorganisations,
    edit_frameworks,
    edit_requirements,
    read_ratings,
    rate_as_supervisor,
    rate_as_assessor,
    decide_reviews,
    edit_rules,
    read_needs,
    edit_groups,
    edit_programmes,
    read_plans,
    edit_plans,
    submit_plans,
    approve_plans,
    read_accounts,
    edit_accounts,
    grant_roles,
    recover_accounts,
    read_audit,
    edit_settings,
    see_jobs
)

// Where units stand in the tree. Organisation implements it; joined in app/wiring.cpp.
class Subtrees {
public:
    virtual ~Subtrees() = default;
    // The unit's path on that date as known now; absent when the unit did not stand then.
    virtual std::optional<UnitPath> path_of(db::Tx& tx, UnitId unit, Date on) const = 0;
};

// Permissions over everything at or below one unit.
struct Reach {
    UnitPath root;
    std::vector<Permission> permissions;
};

// What the act came by: the request, and the key under which its sender may repeat it. Both go into
// the audit; the key tells a repeat that the first one was carried out.
struct Origin {
    std::string request_id;
    std::string idempotency_key;
};

// Who acts: the first argument of every use case. Its reaches are resolved when the request begins,
// from the grants in force that day.
class Actor {
public:
    Actor() = default;  // nobody: may nothing
    Actor(AccountId account, PersonId person, std::vector<Reach> reaches)
        : account_(account), person_(person), reaches_(std::move(reaches)) {}

    AccountId account() const { return account_; }
    PersonId person() const { return person_; }  // none for an account without a staff record
    bool is(PersonId person) const { return person_ && person_ == person; }
    bool is_signed_in() const { return static_cast<bool>(account_); }
    // Empty where nothing was requested: a command line, a job.
    const Origin& request() const { return origin_; }
    void came_by(Origin origin) { origin_ = std::move(origin); }

    // At this place of the tree.
    bool may(Permission permission, const UnitPath& place) const;
    bool may_somewhere(Permission permission) const;
    // True when any grant covers the place, whatever it permits.
    bool sees(const UnitPath& place) const;
    // Roots of the sub-trees in which the permission is held; no root lies below another.
    std::vector<UnitPath> roots(Permission permission) const;

    // The one gate. Refuses with not_found("<noun>") outside the actor's tree, with
    // forbidden("<permission>") inside it: what one may not see does not exist.
    Result<> require(Permission permission, const UnitPath& place, std::string_view noun) const;

private:
    AccountId account_;
    PersonId person_;
    std::vector<Reach> reaches_;
    Origin origin_;
};

}  // namespace nangluc
