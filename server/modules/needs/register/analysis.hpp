#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kit/kit.hpp"
#include "modules/needs/register/register.hpp"

namespace nangluc::needs {

// The needs of a unit for a script or an operator: no actor, no rights; the command line only.
struct Analysis {
    struct Line {
        std::string competency;
        std::int64_t with_gap = 0;
        std::int64_t gap_sum = 0;
    };
    std::string unit;
    std::int64_t people = 0;
    std::int64_t units = 0;
    std::int64_t profiles = 0;
    double pass_milliseconds = 0;  // one full pass over the whole register, on one thread
    std::vector<Line> top;         // by levels missing, largest first
    std::string csv;               // the matrix of the unit and its children
};

// By the unit's code of the state; empty for the root. Refuses not_found("unit").
Result<Analysis> analyse(const Kit& kit, std::string_view unit_code);

}  // namespace nangluc::needs
