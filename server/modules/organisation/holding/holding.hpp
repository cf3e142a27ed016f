#pragma once

#include <vector>

#include "modules/organisation/api.hpp"

namespace nangluc::organisation {

// How many holders a post is authorised to have over a period.
struct Authorisation {
    int authorised = 0;
    Period period;
};

// A post with what is known of it: its authorisations and its holders, of all times.
struct PostRecord {
    PostId post;
    UnitId unit;
    std::vector<Authorisation> authorisations;
    std::vector<Holding> holders;
};

// May `wanted` stand beside the other holdings of the person and the other holders of the post?
// Refuses holding.period (it ends before it begins), holding.share (not 1 to 100),
// holding.not_authorised (the post is not, for all of the period), holding.twice (the person holds
// that post already), holding.second_main, holding.over_share (more than 100 % on some day) and
// holding.over_authorised (main and acting holders above the headcount on some day).
Result<> check_holding(
    const Holding& wanted, const std::vector<Holding>& of_person, const PostRecord& post
);

// The holdings as they would be had that one ended on `until`; without it where it begins then or
// later.
std::vector<Holding> end_on(std::vector<Holding> holdings, HoldingId holding, Date until);

// Refuses holding.end where that is no day within the holding, the first one left out.
Result<> check_end(const Holding& holding, Date until);

}  // namespace nangluc::organisation
