#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nangluc::json {

// Where in the input the reading stands: a chain on the stack, put into words only for a fault.
struct Place {
    const Place* above = nullptr;
    std::string_view name = {};
    std::size_t index = 0;
    bool is_item = false;
};

// What the faults of one reading are gathered in.
class Reader {
public:
    // In a body a number is a number; in a query everything is words: "25", "true".
    enum class Source { body, query };

    explicit Reader(Source source) : source_(source) {}

    bool is_query() const { return source_ == Source::query; }
    void fault(const Place& place, std::string_view code);
    void missing(const Place& above, std::string_view name) {
        fault({.above = &above, .name = name}, "required");
    }

    // Refuses with "input.invalid" and all faults, if there are any. The list ends with
    // {"", "too_many"} where there were more than it holds.
    Result<> outcome();

private:
    Source source_;
    std::vector<Fault> faults_;
};

}  // namespace nangluc::json
