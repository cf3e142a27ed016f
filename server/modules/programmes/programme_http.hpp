#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::programmes {

class ProgrammeService;

void add_programme_routes(http::Router& router, ProgrammeService& programmes, const Clock& clock);

}  // namespace nangluc::programmes
