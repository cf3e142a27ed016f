#include "modules/needs/group/group_sheet.hpp"

#include "kit/sheet/writer.hpp"
#include "modules/needs/gap/gap_reply.hpp"

namespace nangluc::needs {

using sheet::Look;
using sheet::Value;
using sheet::Writer;

static void fill(Writer& writer, const MemberList& list) {
    writer.begin_sheet({
        .name = list.group.title,
        .heading = {list.group.title, "Tính đến " + to_text(list.group.on)},
        .columns =
            {{.title = "Số hiệu", .look = Look::code, .width = 14},
             {.title = "Họ và tên", .width = 26},
             {.title = "Đơn vị", .width = 30},
             {.title = "Năng lực", .width = 30},
             {.title = "Cần bậc", .look = Look::whole, .width = 9},
             {.title = "Có bậc", .look = Look::whole, .width = 9},
             {.title = "Thiếu", .look = Look::whole, .width = 9}},
        .frozen_columns = 2,
        .page_header = list.group.title,
    });
    for (const auto& [listed, unit_name] : list.members) {
        const auto& member = listed.member;
        const auto held = member.held ? Value(std::int64_t{*member.held}) : Value();
        const auto missing =
            member.held ? Value(std::int64_t{member.required - *member.held}) : Value();
        writer.add_row({
            listed.staff_number,
            listed.person_name,
            unit_name,
            name_in(list.names, member.competency),
            std::int64_t{member.required},
            held,
            missing,
        });
    }
}

http::Download xlsx_of(const MemberList& list) {
    return {
        .bytes = sheet::xlsx_bytes([&](Writer& writer) { fill(writer, list); }),
        .content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        .file_name = list.group.title + ".xlsx",
    };
}

http::Download csv_of(const MemberList& list) {
    return {
        .bytes = sheet::csv_bytes([&](Writer& writer) { fill(writer, list); }),
        .content_type = "text/csv; charset=utf-8",
        .file_name = list.group.title + ".csv",
    };
}

}  // namespace nangluc::needs
