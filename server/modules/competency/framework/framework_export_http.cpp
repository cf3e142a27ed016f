#include "kit/http/routes.hpp"
#include "modules/competency/framework/framework_http.hpp"
#include "modules/competency/framework/framework_import.hpp"
#include "modules/competency/framework/framework_service.hpp"

namespace nangluc::competency {

using namespace http;

namespace {

struct WorkbookQuery {
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(WorkbookQuery, (), (language))

std::string name_of(const FrameworkPage& page) {
    return page.framework.code + "-" + page.version.label;
}

}  // namespace

void add_framework_export_routes(Router& router, FrameworkService& frameworks) {
    Routes at(router, "competency");
    at.get(
        "/framework-versions/{version}/workbook",
        "export_framework_version",
        Policy::signed_in(),
        [&](const Request& request, const WorkbookQuery& query) -> Result<Download> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto page = TRY(frameworks.find(request.actor(), id));
            return Download{
                framework_workbook(page.content, query.language.value_or("vi")),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name_of(page) + ".xlsx",
            };
        }
    );
    at.get(
        "/framework-versions/{version}/competencies.csv",
        "export_framework_version_csv",
        Policy::signed_in(),
        [&](const Request& request, const WorkbookQuery& query) -> Result<Download> {
            const auto id = TRY(request.path_id<FrameworkVersionId>("version"));
            const auto page = TRY(frameworks.find(request.actor(), id));
            return Download{
                framework_csv(page.content, query.language.value_or("vi")),
                "text/csv; charset=utf-8",
                name_of(page) + ".csv",
            };
        }
    );
}

}  // namespace nangluc::competency
