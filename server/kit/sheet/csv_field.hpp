#pragma once

#include <string>
#include <string_view>

namespace nangluc::sheet {

// The field between quotation marks, those within doubled.
std::string quoted_field(std::string_view text);

}  // namespace nangluc::sheet
