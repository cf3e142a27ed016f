#pragma once

namespace nangluc {
class Clock;
}
namespace nangluc::http {
class Router;
}

namespace nangluc::organisation {

class PersonService;

// /people, /people/{person}, /people/{person}/name, /people/{person}/facts.
void add_person_routes(http::Router& router, PersonService& people, const Clock& clock);

}  // namespace nangluc::organisation
