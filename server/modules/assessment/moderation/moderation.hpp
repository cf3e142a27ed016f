#pragma once

#include <map>
#include <span>
#include <vector>

#include "modules/assessment/api.hpp"

namespace nangluc::assessment {

// Why the supervisors' ratings of a unit should be looked at again.
enum class Leaning { from_tests, from_others };
BOOST_DESCRIBE_ENUM(Leaning, from_tests, from_others)

// How the supervisors of a unit rate. Differences are in hundredths of a level: above zero they
// rate higher. Both are there only where enough ratings stand behind them.
struct UnitRatings {
    UnitId unit;
    int opinions = 0;
    int beside_tests = 0;  // of these, where a test judged the same person and competency
    std::optional<int> above_tests;
    // Than the other units together, competency by competency.
    std::optional<int> above_others;
    std::vector<Leaning> flags;
};

// Collects the ratings of people and compares unit with unit. It changes no level: it says where
// somebody should look.
class Moderation {
public:
    static constexpr int least_opinions = 10;
    static constexpr int least_tests = 5;

    // Of one person on one competency: the newest opinion and test that are not taken back.
    void add(UnitId unit, std::span<const Rating> ratings, Date on);

    // Every unit; flagged are those that stand at least `apart` hundredths of a level from the
    // tests or from the others. The furthest apart come first.
    std::vector<UnitRatings> compare(int apart) const;

private:
    struct Sum {
        std::int64_t levels = 0;
        int count = 0;
    };
    struct Unit {
        std::map<CompetencyId, Sum> opinions;
        Sum above_tests;
    };
    std::optional<int> above_others(const Unit& unit) const;

    std::map<UnitId, Unit> units_;
    std::map<CompetencyId, Sum> all_;
};

}  // namespace nangluc::assessment
