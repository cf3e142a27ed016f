#include "kit/http/routes.hpp"
#include "modules/competency/framework/framework_http.hpp"
#include "modules/competency/framework/framework_import.hpp"
#include "modules/competency/framework/framework_reply.hpp"

namespace nangluc::competency {

using namespace http;

namespace {

struct CellFaultReply {
    int sheet = 1;
    int row = 0;     // 0 where no row is to blame
    int column = 0;  // 0 where the whole row is
    std::string code;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(CellFaultReply, (), (sheet, row, column, code, value))

struct FrameworkReportReply {
    std::string file;
    int competencies = 0;
    int known = 0;
    int areas = 0;
    int levels = 0;
    std::vector<CellFaultReply> faults;
    std::vector<std::string> unknown_columns;
};
BOOST_DESCRIBE_STRUCT(
    FrameworkReportReply, (), (file, competencies, known, areas, levels, faults, unknown_columns)
)

struct ImportApplication {
    std::string code;
    std::string label;
    UnitId owner;
    std::optional<std::string> name_vi;
    std::optional<std::string> name_en;
    std::optional<std::string> source;
    std::optional<std::string> licence;
    std::optional<std::string> prefix;
    std::optional<std::string> scale;
    std::optional<int> levels;
};
BOOST_DESCRIBE_STRUCT(
    ImportApplication,
    (),
    (code, label, owner, name_vi, name_en, source, licence, prefix, scale, levels)
)

struct ImportedVersion {
    FrameworkVersionId id;
};
BOOST_DESCRIBE_STRUCT(ImportedVersion, (), (id))

FrameworkReportReply reply_of(const FrameworkReport& report) {
    FrameworkReportReply reply{
        .file = report.file,
        .competencies = report.competencies,
        .known = report.known,
        .areas = report.areas,
        .levels = report.levels,
        .unknown_columns = report.unknown_columns,
    };
    for (const auto& [sheet, row, column, code, value] : report.faults) {
        reply.faults.push_back({sheet, row, column, code, value});
    }
    return reply;
}

// A whole number from 0 to 20, or 0.
int levels_of(const Request& request) {
    const auto text = request.query_value("levels").value_or("");
    const bool digits = !text.empty() && text.size() <= 2 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    return digits ? std::stoi(text) : 0;
}

}  // namespace

void add_framework_import_routes(Router& router, FrameworkImportService& imports) {
    Routes at(router, "competency");
    const auto editors = Policy::needs(Permission::edit_frameworks);

    // How to read the file stands in the query: prefix, scale, levels.
    at.upload(
        "/framework-imports",
        "look_at_framework_file",
        editors,
        10'000'000,
        [&](const Request& request, const std::string& bytes) -> Result<FrameworkReportReply> {
            const FrameworkReading reading{
                .prefix = request.query_value("prefix").value_or(""),
                .scale = request.query_value("scale").value_or(""),
                .levels = levels_of(request),
            };
            return reply_of(TRY(imports.look(request.actor(), bytes, reading)));
        }
    );
    at.post(
        "/framework-imports/{file}/application",
        "apply_framework_file",
        editors,
        [&](const Request& request,
            const ImportApplication& body) -> Result<Created<ImportedVersion>> {
            const auto id = TRY(imports.apply(
                request.actor(),
                {.file = request.path_value("file"),
                 .reading =
                     {body.prefix.value_or(""), body.scale.value_or(""), body.levels.value_or(0)},
                 .code = body.code,
                 .label = body.label,
                 .owner = body.owner,
                 .name_vi = body.name_vi.value_or(""),
                 .name_en = body.name_en.value_or(""),
                 .source = body.source.value_or(""),
                 .licence = body.licence.value_or("")}
            ));
            return Created<ImportedVersion>{{id}, "/framework-versions/" + to_text(id.value)};
        }
    );
}

}  // namespace nangluc::competency
