#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/actor.hpp"
#include "kit/db/db.hpp"

namespace nangluc {

class Clock;

}  // namespace nangluc

namespace nangluc::platform {

// Sets of permissions, dated and given over a sub-tree; role.hpp has the table.
enum class Role {
    civil_servant,
    supervisor,
    hr_officer,
    planner,
    approver,
    assessor,
    administrator,
    auditor,
};
BOOST_DESCRIBE_ENUM(
    Role, civil_servant, supervisor, hr_officer, planner, approver, assessor, administrator, auditor
)

enum class Language { vi, en, ko, uz, th };
BOOST_DESCRIBE_ENUM(Language, vi, en, ko, uz, th)

// The account of a person; none where the person has none, or a closed one.
AccountId find_account_of_person(db::Tx& tx, PersonId person);

}  // namespace nangluc::platform
