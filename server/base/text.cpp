#include "base/text.hpp"

namespace nangluc {}  // namespace nangluc
