#include "modules/competency/requirement/requirement_sheet.hpp"

#include "modules/competency/table_file.hpp"

namespace nangluc::competency {

using sheet::Look;
using sheet::Value;

namespace {

std::string words_of(ReasonKind kind, const FileWords& words) {
    switch (kind) {
        case ReasonKind::post:
            return words("Vị trí cụ thể", "Post");
        case ReasonKind::position:
            return words("Chức danh", "Position");
        case ReasonKind::position_group:
            return words("Nhóm vị trí", "Position group");
        case ReasonKind::occupational_group:
            return words("Nhóm nghề", "Occupational group");
        case ReasonKind::rank:
            return words("Ngạch", "Rank");
        case ReasonKind::administrative_level:
            return words("Cấp hành chính", "Administrative level");
        case ReasonKind::person:
            return words("Cá nhân", "Person");
    }
    return {};
}

std::vector<Value> values_of(
    const ListedRequirement& row, const Competency& competency, const FileWords& words
) {
    const auto& [requirement, note, end_decision] = row.stated;
    const auto& reason = requirement.reason;
    const bool is_open = requirement.period.is_open();
    return {
        competency.area,
        competency.code,
        competency.name,
        words_of(reason.kind, words),
        reason.word.empty() ? words.name(row.reason_name, row.reason_name_en) : reason.word,
        row.scope_name,
        std::int64_t{requirement.minimum},
        std::int64_t{requirement.desired},
        std::int64_t{competency.levels},
        requirement.decision_number,
        requirement.period.from,
        is_open ? Value() : Value(requirement.period.until),
        end_decision,
        note,
    };
}

void fill(sheet::Writer& writer, const RequirementFile& file, const FileWords& words) {
    writer.begin_sheet({
        .name = words("Yêu cầu năng lực", "Requirements"),
        .heading = {file.unit_name, words("Tính đến ", "As of ") + to_text(file.on)},
        .columns =
            {{.title = words("Nhóm năng lực", "Area"), .width = 28},
             {.title = words("Mã", "Code"), .look = Look::code, .width = 16},
             {.title = words("Năng lực", "Competency"), .look = Look::wrapped, .width = 36},
             {.title = words("Lý do", "Reason"), .width = 18},
             {.title = words("Áp dụng cho", "For whom"), .width = 30},
             {.title = words("Phạm vi", "Scope"), .width = 28},
             {.title = words("Bậc tối thiểu", "Minimum"), .look = Look::whole, .width = 10},
             {.title = words("Bậc mong muốn", "Desired"), .look = Look::whole, .width = 10},
             {.title = words("Số bậc", "Levels"), .look = Look::whole, .width = 10},
             {.title = words("Quyết định", "Decision"), .look = Look::code, .width = 18},
             {.title = words("Từ ngày", "From"), .look = Look::date, .width = 12},
             {.title = words("Đến ngày", "Until"), .look = Look::date, .width = 12},
             {.title = words("Quyết định kết thúc", "Ended by"), .look = Look::code, .width = 18},
             {.title = words("Ghi chú", "Note"), .look = Look::wrapped, .width = 30}},
        .frozen_columns = 3,
        .page_header = file.unit_name,
    });
    for (const auto& row : file.rows) {
        const auto& competency = file.competencies.at(row.stated.requirement.competency);
        writer.add_row(values_of(row, competency, words));
    }
}

http::Download file_of(FileKind kind, const RequirementFile& file, const std::string& language) {
    const FileWords words(language);
    const auto name = words("Yêu cầu ", "Requirements ") + file.unit_name + ' ' + to_text(file.on);
    return table_file(kind, name, [&](sheet::Writer& writer) { fill(writer, file, words); });
}

}  // namespace

http::Download xlsx_of(const RequirementFile& file, const std::string& language) {
    return file_of(FileKind::xlsx, file, language);
}

http::Download csv_of(const RequirementFile& file, const std::string& language) {
    return file_of(FileKind::csv, file, language);
}

}  // namespace nangluc::competency
