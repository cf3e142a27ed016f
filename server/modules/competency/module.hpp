#pragma once

#include "kit/kit.hpp"
#include "modules/competency/foundation/foundation_service.hpp"
#include "modules/competency/framework/framework_import.hpp"
#include "modules/competency/framework/framework_service.hpp"
#include "modules/competency/next_position/next_position_service.hpp"
#include "modules/competency/requirement/requirement_service.hpp"

namespace nangluc::http {
class Router;
}

namespace nangluc::competency {

// The module built from its parts: services and routes. Lives as long as the server.
class Module {
public:
    explicit Module(const Kit& kit);

    void add_routes(http::Router& router);

private:
    const Kit& kit_;
    FrameworkService frameworks_;
    FrameworkImportService framework_imports_;
    RequirementService requirements_;
    NextPositionService next_positions_;
    FoundationService foundations_;
};

// Of the people between two ids, those about whom something is kept here; ascending.
std::vector<PersonId> people_kept(db::Tx& tx, PersonId first, PersonId last);

}  // namespace nangluc::competency
