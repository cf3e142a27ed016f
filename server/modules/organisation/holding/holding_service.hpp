#pragma once

#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/holding/holding_record.hpp"

namespace nangluc::organisation {

struct NewHolding {
    PostId post;
    HoldingKind kind = HoldingKind::main;
    int share_percent = 100;
    Period period;
    std::string note;
    // Of the main post beside it, from the first day on; 0 leaves it as it is.
    int main_share_percent = 0;
};

struct Career {
    std::vector<CareerLine> lines;
    bool may_edit = false;
};

// Who holds which post from when until when. For edit_people both where the person works and where
// the post is; each change is news of the units it touched.
class HoldingService {
public:
    explicit HoldingService(const Kit& kit) : kit_(kit) {}

    Result<Career> career(const Actor& actor, PersonId person, Instant known_at);
    Result<HoldingId> appoint(const Actor& actor, PersonId person, const NewHolding& wanted);
    // The person leaves the main post and takes another one on the same day.
    Result<HoldingId> transfer(const Actor& actor, PersonId person, const NewHolding& wanted);
    // The last day is the one before `until`.
    Result<> end(const Actor& actor, HoldingId holding, Date until, const std::string& note);

    // For the first appointment of a person who is added in the same transaction.
    Result<HoldingId> appoint_in(
        db::Tx& tx, const Actor& actor, PersonId person, const NewHolding& wanted
    );

private:
    const Kit& kit_;
};

}  // namespace nangluc::organisation
