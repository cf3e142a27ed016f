#include "kit/http/routes.hpp"
#include "kit/sheet/writer.hpp"
#include "modules/planning/line_service.hpp"
#include "modules/planning/plan_http.hpp"
#include "modules/planning/plan_service.hpp"

namespace nangluc::planning {

using namespace http;

namespace {

enum class TableFormat { xlsx, csv };
BOOST_DESCRIBE_ENUM(TableFormat, xlsx, csv)
enum class TableLanguage { vi, en };
BOOST_DESCRIBE_ENUM(TableLanguage, vi, en)

struct TableQuery {
    std::optional<TableFormat> format;
    std::optional<TableLanguage> language;
};
BOOST_DESCRIBE_STRUCT(TableQuery, (), (format, language))

// A title in both languages: the sheet is read outside, so its words cannot be the web's.
struct Heading {
    const char* vi;
    const char* en;
    sheet::Look look = sheet::Look::text;
    double width = 16;
};

std::string words_of(BudgetSource source, TableLanguage language) {
    const auto in = [&](const char* vi, const char* en) {
        return std::string(language == TableLanguage::vi ? vi : en);
    };
    switch (source) {
        case BudgetSource::central:
            return in("Ngân sách trung ương", "Central budget");
        case BudgetSource::province:
            return in("Ngân sách tỉnh", "Provincial budget");
        case BudgetSource::commune:
            return in("Ngân sách xã", "Commune budget");
        case BudgetSource::target_programme:
            return in("Chương trình mục tiêu", "Target programme");
        case BudgetSource::other:
            break;
    }
    return in("Nguồn khác", "Other source");
}

std::vector<sheet::Column> columns_of(
    const std::vector<Heading>& headings, TableLanguage language
) {
    std::vector<sheet::Column> columns;
    for (const auto& heading : headings) {
        const auto* const title = language == TableLanguage::vi ? heading.vi : heading.en;
        columns.push_back({.title = title, .look = heading.look, .width = heading.width});
    }
    return columns;
}

Download table_of(
    const std::function<void(sheet::Writer&)>& fill, const std::string& name, TableFormat format
) {
    if (format == TableFormat::csv) {
        return {sheet::csv_bytes(fill), "text/csv; charset=utf-8", name + ".csv"};
    }
    return {
        sheet::xlsx_bytes(fill, {.title = name}),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        name + ".xlsx"};
}

using enum sheet::Look;

// One row for each session, or for the line where it has none.
void fill_plan(sheet::Writer& writer, const PlanPage& page, TableLanguage language) {
    writer.begin_sheet({
        .name = std::to_string(page.plan.year),
        .heading = {page.plan.title, page.unit_name},
        .columns = columns_of(
            {{"Chương trình", "Programme", wrapped, 44},
             {"Nhóm đối tượng", "Target group", wrapped, 30},
             {"Nguồn kinh phí", "Source of money", text, 18},
             {"Số người cần", "People in need", whole, 12},
             {"Địa điểm", "Place", text, 24},
             {"Từ ngày", "From", date, 12},
             {"Đến ngày", "Until", date, 12},
             {"Số chỗ", "Seats", whole, 10},
             {"Đã xếp", "Assigned", whole, 10},
             {"Số giờ", "Hours", whole, 10},
             {"Chi phí (đồng)", "Cost (VND)", whole, 18},
             {"Đi lại (đồng)", "Travel (VND)", whole, 18}},
            language
        ),
    });
    for (const auto& line : page.lines) {
        const auto& listed = line.listed;
        const std::vector<sheet::Value> head = {
            language == TableLanguage::vi ? listed.programme.title : listed.programme.title_en,
            listed.group_title,
            words_of(listed.line.source, language),
            std::int64_t{listed.people},
        };
        if (line.sessions.empty()) writer.add_row(head);
        for (const auto& [session, people, travel, cost] : line.sessions) {
            auto row = head;
            row.insert(
                row.end(),
                {session.place,
                 session.starts_on,
                 session.ends_on,
                 std::int64_t{session.seats},
                 std::int64_t{people},
                 std::int64_t{people} * listed.programme.hours,
                 cost.dong,
                 travel.dong}
            );
            writer.add_row(row);
        }
    }
    const auto& total = page.estimate;
    writer.add_row(
        {std::string(language == TableLanguage::vi ? "Tổng cộng" : "Total"),
         {},
         {},
         {},
         {},
         {},
         {},
         {},
         std::int64_t{total.seats},
         total.hours,
         total.cost().dong,
         total.travel.dong},
        sheet::Weight::total
    );
}

void fill_participants(
    sheet::Writer& writer,
    const PlanPage& page,
    const std::vector<Participant>& participants,
    TableLanguage language
) {
    std::map<PlanSessionId, std::pair<const PagedLine*, const Session*>> sessions;
    for (const auto& line : page.lines) {
        for (const auto& paged : line.sessions)
            sessions[paged.session.id] = {&line, &paged.session};
    }
    writer.begin_sheet({
        .name = std::to_string(page.plan.year),
        .heading = {page.plan.title, page.unit_name},
        .columns = columns_of(
            {{"Chương trình", "Programme", wrapped, 44},
             {"Địa điểm", "Place", text, 24},
             {"Từ ngày", "From", date, 12},
             {"Đến ngày", "Until", date, 12},
             {"Mã cán bộ", "Staff number", code, 14},
             {"Họ và tên", "Name", text, 28},
             {"Đơn vị", "Unit", text, 28},
             {"Đi lại (đồng)", "Travel (VND)", whole, 16}},
            language
        ),
    });
    for (const auto& seat : participants) {
        const auto& [line, session] = sessions.at(seat.session);
        const auto& programme = line->listed.programme;
        writer.add_row(
            {language == TableLanguage::vi ? programme.title : programme.title_en,
             session->place,
             session->starts_on,
             session->ends_on,
             seat.staff_number,
             seat.name,
             seat.unit_name,
             seat.travel.dong}
        );
    }
}

}  // namespace

void add_export_routes(Router& router, PlanService& plans, LineService& lines) {
    Routes at(router, "planning");
    const auto readers = Policy::needs(Permission::read_plans);
    at.get(
        "/plans/{plan}/table",
        "export_plan",
        readers,
        [&](const Request& request, const TableQuery& query) -> Result<Download> {
            const auto id = TRY(request.path_id<PlanId>("plan"));
            const auto page = TRY(plans.find(request.actor(), id));
            const auto language = query.language.value_or(TableLanguage::vi);
            return table_of(
                [&](sheet::Writer& writer) { fill_plan(writer, page, language); },
                page.plan.title,
                query.format.value_or(TableFormat::xlsx)
            );
        }
    );
    at.get(
        "/plans/{plan}/participants",
        "export_plan_participants",
        readers,
        [&](const Request& request, const TableQuery& query) -> Result<Download> {
            const auto id = TRY(request.path_id<PlanId>("plan"));
            const auto page = TRY(plans.find(request.actor(), id));
            const auto participants = TRY(lines.participants(request.actor(), id, {}));
            const auto language = query.language.value_or(TableLanguage::vi);
            return table_of(
                [&](sheet::Writer& writer) {
                    fill_participants(writer, page, participants, language);
                },
                page.plan.title + (language == TableLanguage::vi ? ", học viên" : ", participants"),
                query.format.value_or(TableFormat::xlsx)
            );
        }
    );
}

}  // namespace nangluc::planning
