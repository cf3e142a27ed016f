#pragma once

namespace nangluc {
class Clock;
namespace http {
class Router;
}
}  // namespace nangluc

namespace nangluc::competency {

class FrameworkService;
class FrameworkImportService;

void add_framework_routes(http::Router& router, FrameworkService& frameworks, const Clock& clock);
void add_framework_edit_routes(http::Router& router, FrameworkService& frameworks);
void add_framework_import_routes(http::Router& router, FrameworkImportService& imports);
void add_framework_export_routes(http::Router& router, FrameworkService& frameworks);

}  // namespace nangluc::competency
