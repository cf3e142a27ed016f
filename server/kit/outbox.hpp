#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "kit/db/db.hpp"

namespace nangluc {

// News of a module, written in the transaction of the change and delivered after its commit, at
// least once and in order. An event type states its name and its JSON form:
//     struct PlanSubmitted { static constexpr auto name = "planning.plan_submitted"; … }
// described with BOOST_DESCRIBE_STRUCT; kit/json turns it to text and back.
class Outbox {
public:
    using Hearer = std::function<void(db::Tx& tx, std::string_view json)>;
    using Follower = std::function<void(std::string_view json)>;

    virtual ~Outbox() = default;
    virtual void publish(db::Tx& tx, std::string_view event, std::string json) = 0;
    // Called at wiring only. A hearer runs in a transaction of its own, one a (event, hearer); what
    // it throws is logged and tried again later, with growing pauses.
    virtual void on(std::string event, std::string hearer_name, Hearer hearer) = 0;
    // For what a server keeps in memory: every server that runs over the database tells its own
    // follower, in one order that is the same for all, soon after the commit. Called at wiring
    // only. What a follower throws is logged, and it is not told again.
    virtual void follow(std::string event, std::string follower_name, Follower follower) = 0;
    // Delivers what waits; returns how many. The server calls it from a thread of its own, tests
    // call it directly.
    virtual int deliver() = 0;
};

}  // namespace nangluc
