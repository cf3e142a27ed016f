#pragma once

#include <set>
#include <string>

namespace nangluc::sheet {

// Names that Excel accepts: at most 31 letters, none of []:*?/\, no apostrophe at an edge, none
// twice whatever the case.
class SheetNames {
public:
    std::string accept(const std::string& wished);

private:
    std::set<std::string> taken_;
};

}  // namespace nangluc::sheet
