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
    // Both the account and the person are of the actor's part. An account that is somebody's is not
    // turned to another's: a wrong link is taken back first, which the audit tells.
    Result<> link(const Actor& actor, PersonId person, AccountId account);
    // Takes a wrong link back and ends the account's sessions; what was done under it stays on
    // record as it was. Refuses not_found("account") where the person has none.
    Result<> unlink(const Actor& actor, PersonId person);

private:
    const Kit& kit_;
};

}  // namespace nangluc::organisation
