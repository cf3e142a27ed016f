#include "modules/competency/foundation/foundation_sheet.hpp"

#include <algorithm>

#include "modules/competency/table_file.hpp"

namespace nangluc::competency {

using sheet::Look;

namespace {

std::string mark(const std::vector<Foundation>& missing, Foundation what) {
    return std::ranges::find(missing, what) == missing.end() ? "" : "x";
}

void fill(sheet::Writer& writer, const FoundationReport& report, Date on, const FileWords& words) {
    const auto title = words("Nền tảng vị trí việc làm", "Foundations of positions");
    writer.begin_sheet({
        .name = title,
        .heading = {report.unit_name, words("Tính đến ", "As of ") + to_text(on)},
        .columns =
            {{.title = words("Thuộc", "Below"), .width = 28},
             {.title = words("Đơn vị", "Unit"), .width = 34},
             {.title = words("Mã chức danh", "Position code"), .look = Look::code, .width = 16},
             {.title = words("Chức danh", "Position"), .width = 34},
             {.title = words("Biên chế được giao", "Authorised"), .look = Look::whole},
             {.title = words("Năng lực yêu cầu", "Competencies required"), .look = Look::whole},
             {.title = words("Thiếu nhóm vị trí", "No position group")},
             {.title = words("Thiếu nhóm nghề", "No occupational group")},
             {.title = words("Thiếu bản mô tả", "No description")},
             {.title = words("Thiếu yêu cầu", "No requirements")}},
        .frozen_columns = 4,
        .page_header = report.unit_name,
    });
    for (const auto& position : report.incomplete) {
        const auto missing = position.missing();
        writer.add_row({
            position.above_name,
            position.unit_name,
            position.code,
            words.name(position.name, position.name_en),
            std::int64_t{position.authorised},
            std::int64_t{position.competencies},
            mark(missing, Foundation::position_group),
            mark(missing, Foundation::occupational_group),
            mark(missing, Foundation::description),
            mark(missing, Foundation::requirements),
        });
    }
}

http::Download file_of(
    FileKind kind, const FoundationReport& report, Date on, const std::string& language
) {
    const FileWords words(language);
    const auto name = words("Nền tảng ", "Foundations ") + report.unit_name + ' ' + to_text(on);
    return table_file(kind, name, [&](sheet::Writer& writer) { fill(writer, report, on, words); });
}

}  // namespace

http::Download xlsx_of(const FoundationReport& report, Date on, const std::string& language) {
    return file_of(FileKind::xlsx, report, on, language);
}

http::Download csv_of(const FoundationReport& report, Date on, const std::string& language) {
    return file_of(FileKind::csv, report, on, language);
}

}  // namespace nangluc::competency
