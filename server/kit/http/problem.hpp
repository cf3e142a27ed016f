#pragma once

#include <string>
#include <vector>

#include "base/word.hpp"

namespace nangluc::http {

// The body of every answer that is no success, as RFC 9457 has it.
struct ProblemFault {
    std::string path;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(ProblemFault, (), (path, code))

struct Problem {
    std::string type = "about:blank";
    std::string title;
    int status = 0;
    std::string code;
    std::vector<ProblemFault> faults;
    std::string request_id;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, faults, request_id))

}  // namespace nangluc::http
