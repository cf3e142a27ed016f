#pragma once

#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/person/person_record.hpp"

namespace nangluc::organisation {

// Says whose an account is. Whoever opens accounts reads no personnel files: they are told numbers,
// names and units of the people they open accounts for, and nothing else.
class AccountLinkService {
public:
    explicit AccountLinkService(const Kit& kit) : kit_(kit) {}

    // Inside the actor's own part, at most twenty.
    std::vector<FoundPerson> find_people(const Actor& actor, const std::string& text);
    // Both the account and the person are of the actor's part. Once only: an account that has shown
    // one person's file is never turned to another's.
    Result<> link(const Actor& actor, PersonId person, AccountId account);

private:
    const Kit& kit_;
};

}  // namespace nangluc::organisation
