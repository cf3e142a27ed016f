#pragma once

#include <memory>
#include <optional>

#include "engines/irt/adapt/session.hpp"
#include "modules/assessment/item/item.hpp"

namespace nangluc::assessment {

// Why a test ended: irt::Stop.
enum class Stop { precise, decided, longest, exhausted, no_gain };
BOOST_DESCRIBE_ENUM(Stop, precise, decided, longest, exhausted, no_gain)

// What a test came to.
struct Outcome {
    Stop stop = Stop::longest;
    int level = 0;
    double score = 0;
    double score_error = 0;
    std::vector<double> levels;  // probability of each, from 0 on

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

// The level that is held at least as probably as not: the highest of which that is so.
int level_of(const std::vector<double>& levels);

// The same on a scale of so many levels: what lies above its highest is there too.
Outcome on_scale(Outcome outcome, int levels);

// How ability leads to an item's credit, for the engine.
irt::Item curve_of(const Item& item);

// A test of one competency as it runs: the items of a bank's version, its rules and a seed. The
// same answers lead to the same items and figures to the last bit.
class TestRun {
public:
    // `items` by code; at least one.
    TestRun(const TestRules& rules, std::vector<Item> items, std::uint64_t seed);

    // The question to be put now; null once the test is over.
    const Item* next();
    // An item given before, under another version of the engine; null where it is none of these or
    // was given in this run.
    const Item* give(ItemId item);
    // Ability and error after it. The caller has checked that a question is open.
    struct Estimate {
        double score;
        double score_error;

        friend bool operator==(const Estimate&, const Estimate&) = default;
    };
    Estimate answer(int credit);
    // Nothing until it is over.
    std::optional<Outcome> outcome();

private:
    // They refer to each other, so they stay where they are.
    struct Parts;
    std::shared_ptr<Parts> parts_;
};

}  // namespace nangluc::assessment
