#pragma once

#include "kit/http/http.hpp"
#include "modules/needs/group/group_service.hpp"

namespace nangluc::needs {

// The frozen members as they are seen, by given name.
http::Download xlsx_of(const MemberList& list);
http::Download csv_of(const MemberList& list);

}  // namespace nangluc::needs
