#pragma once

#include "kit/kit.hpp"
#include "modules/programmes/participation_service.hpp"
#include "modules/programmes/programme_service.hpp"

namespace nangluc::http {
class Router;
}

namespace nangluc::programmes {

// The module built from its parts: services and routes. Lives as long as the server.
class Module {
public:
    explicit Module(const Kit& kit);

    void add_routes(http::Router& router);

private:
    const Kit& kit_;
    ProgrammeService programmes_;
    ParticipationService participations_;
};

// Of the people between two ids, those about whom something is kept here; ascending.
std::vector<PersonId> people_kept(db::Tx& tx, PersonId first, PersonId last);

}  // namespace nangluc::programmes
