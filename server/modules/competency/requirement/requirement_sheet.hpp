#pragma once

#include "kit/http/http.hpp"
#include "modules/competency/requirement/requirement_service.hpp"

namespace nangluc::competency {

struct RequirementFile {
    std::string unit_name;
    Date on;
    std::vector<ListedRequirement> rows;
    std::map<CompetencyId, Competency> competencies;  // in the language of the file
};

// Exactly the rows seen, without pages.
http::Download xlsx_of(const RequirementFile& file, const std::string& language);
http::Download csv_of(const RequirementFile& file, const std::string& language);

}  // namespace nangluc::competency
