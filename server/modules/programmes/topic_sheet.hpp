#pragma once

#include <string>
#include <vector>

#include "modules/programmes/programme.hpp"

namespace nangluc::programmes {

// The topics as a workbook, which read_topics gives back without change.
std::string write_topics(const std::string& title, const std::vector<Topic>& topics);

// Refuses as the reader of sheets does, a lacking column with topics.columns, and rows that are no
// topics with topics.invalid, each at its row.
Result<std::vector<Topic>> read_topics(const std::string& bytes);

}  // namespace nangluc::programmes
