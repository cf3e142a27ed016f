#pragma once

#include <map>
#include <string>

namespace nangluc::sheet {

// A zip file of texts by their names: the same texts give the same bytes.
std::string bundle(const std::map<std::string, std::string>& texts);

}  // namespace nangluc::sheet
