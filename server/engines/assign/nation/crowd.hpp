#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engines/assign/annual/instance.hpp"

namespace nangluc::nation {

using annual::Instance;

// Worth is counted in whole numbers of 10⁻⁹ of the value's one: sums of them are the same in every
// order, hence for every number of threads, and nothing of a bound is lost in rounding.
using Nano = std::int64_t;
constexpr int nano_places = 9;

// A programme that a kind of people needs and could attend.
struct Wish {
    int programme;
    int before;  // the wish that must be met earlier, by its place in the kind's; or -1
    Nano weight;

    friend auto operator<=>(const Wish&, const Wish&) = default;
};

// People whom no rule tells apart. What is best for one at given prices is best for all.
struct Kind {
    int office;
    int min_hours;
    int max_hours;
    int max_sessions;
    std::vector<Wish> wishes;  // what must be met earlier stands before
    std::vector<int> members;
};

// A session that an office's people can attend, and what the way costs.
struct Way {
    int session;
    std::int64_t cost;
};

// The people of an instance by office and kind, with the ways that they have: all that is looked at
// when prices change, laid out to be read once from end to end.
class Crowd {
public:
    explicit Crowd(const Instance& instance);

    const Instance& instance() const { return *instance_; }
    const std::vector<Kind>& kinds() const { return kinds_; }  // by office
    std::span<const Kind> kinds_of(int office) const;
    // To the sessions of a programme, in their order.
    std::span<const Way> ways(int office, int programme) const;
    const std::vector<Way>& all_ways() const { return ways_; }  // by office, then programme
    std::size_t first_way(int office, int programme) const {
        return static_cast<std::size_t>(ways(office, programme).data() - ways_.data());
    }

    int slots() const { return static_cast<int>(slots_.size()); }
    const std::vector<int>& slots_of(int session) const;  // by their place among all slots
    int most_absent(int office, int slot) const;
    int hours(int programme) const;
    int programmes() const { return static_cast<int>(instance_->programmes.size()); }
    int sessions() const { return static_cast<int>(instance_->sessions.size()); }
    int offices() const { return static_cast<int>(instance_->offices.size()); }

    Nano penalty() const { return penalty_; }  // for an hour below somebody's minimum
    Nano worst() const { return worst_; }      // nobody attends anything
    Nano nano(std::int64_t value) const { return value * scale_; }
    // Of 10⁻⁹: the least number of the value's smallest units that is not below.
    std::int64_t value_of(Nano worth) const { return worth / scale_; }

private:
    void add_slots();
    void add_ways();
    void add_kinds();

    const Instance* instance_;
    std::int64_t scale_ = 1;
    Nano penalty_ = 0;
    Nano worst_ = 0;
    std::vector<Kind> kinds_;
    std::vector<std::size_t> kinds_of_office_;  // where they begin; one more at the end
    std::vector<Way> ways_;
    std::vector<std::size_t> ways_of_;  // [office][programme] where they begin
    std::vector<int> slots_;
    std::vector<std::vector<int>> slots_of_;
    std::vector<int> most_absent_;  // [office][slot]
};

}  // namespace nangluc::nation
