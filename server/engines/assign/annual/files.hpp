#pragma once

#include <map>
#include <string>

#include "base/result.hpp"

#include "engines/assign/annual/instance.hpp"

namespace nangluc::annual {

// The texts of the files by their names ("persons.csv").
using Files = std::map<std::string, std::string>;

// Refuses "plan.files_unsound" with every fault found, each at file:line:column.
Result<Instance> read_instance(const Files& files);

// The rows person,session of a plan, by the ids of the instance. Refuses likewise.
Result<Assignment> read_assignment(const Instance& instance, const std::string& text);

// In ascending order of person and session.
std::string write_assignment(const Instance& instance, const Assignment& assignment);

}  // namespace nangluc::annual
