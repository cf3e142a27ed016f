#include "kit/http/routes.hpp"
#include "kit/sheet/writer.hpp"
#include "modules/planning/line_service.hpp"
#include "modules/planning/nomination_service.hpp"
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

using Row = std::vector<sheet::Value>;

// One row for each session, or for the line where it has none.
void fill_line(sheet::Writer& writer, const PagedLine& line, TableLanguage language) {
    const auto& listed = line.listed;
    const Row head = {
        language == TableLanguage::vi ? listed.programme.title : listed.programme.title_en,
        listed.group_title,
        words_of(listed.line.source, language),
        std::int64_t{listed.people},
        std::int64_t{line.exceptions},
    };
    if (line.sessions.empty()) writer.add_row(head);
    for (const auto& [session, people, travel, cost, shut] : line.sessions) {
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

void fill_plan(sheet::Writer& writer, const PlanPage& page, TableLanguage language) {
    writer.begin_sheet({
        .name = std::to_string(page.plan.year),
        .heading = {page.plan.title, page.unit_name},
        .columns = columns_of(
            {{"Chương trình", "Programme", wrapped, 44},
             {"Nhóm đối tượng", "Target group", wrapped, 30},
             {"Nguồn kinh phí", "Source of money", text, 18},
             {"Số người cần", "People in need", whole, 12},
             {"Ngoại lệ chưa đánh giá", "Exceptions, not assessed", whole, 14},
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
    for (const auto& line : page.lines) fill_line(writer, line, language);
    const auto& total = page.estimate;
    Row sums(9);
    sums.front() = std::string(language == TableLanguage::vi ? "Tổng cộng" : "Total");
    sums.insert(
        sums.end(), {std::int64_t{total.seats}, total.hours, total.cost().dong, total.travel.dong}
    );
    writer.add_row(sums, sheet::Weight::total);
}

using Exceptions = std::vector<AssessmentException>;

// Why each was sent without a valid assessment, and who allowed it: whether they have a seat or
// not.
void fill_exceptions(
    sheet::Writer& writer,
    const PlanPage& page,
    const Exceptions& exceptions,
    TableLanguage language
) {
    const bool is_vietnamese = language == TableLanguage::vi;
    std::map<LineId, std::string> titles;
    for (const auto& line : page.lines) {
        const auto& programme = line.listed.programme;
        titles[line.listed.line.id] = is_vietnamese ? programme.title : programme.title_en;
    }
    writer.begin_sheet({
        .name = is_vietnamese ? "Ngoại lệ" : "Exceptions",
        .heading = {page.plan.title, page.unit_name},
        .columns = columns_of(
            {{"Chương trình", "Programme", wrapped, 44},
             {"Mã cán bộ", "Staff number", code, 14},
             {"Họ và tên", "Name", text, 28},
             {"Đơn vị", "Unit", text, 28},
             {"Lý do cử khi chưa đánh giá", "Why without an assessment", wrapped, 44},
             {"Người cho phép", "Allowed by", text, 24}},
            language
        ),
    });
    for (const auto& exception : exceptions) {
        writer.add_row(
            {titles.at(exception.line),
             exception.staff_number,
             exception.name,
             exception.unit_name,
             exception.reason,
             exception.by_name}
        );
    }
}

// Of one line: whom it takes without a valid assessment, with the first reason given.
std::map<std::pair<LineId, PersonId>, const AssessmentException*> by_person(
    const Exceptions& exceptions
) {
    std::map<std::pair<LineId, PersonId>, const AssessmentException*> found;
    for (const auto& exception : exceptions) {
        found.emplace(std::pair(exception.line, exception.person), &exception);
    }
    return found;
}

void fill_participants(
    sheet::Writer& writer,
    const PlanPage& page,
    const std::vector<Participant>& participants,
    const Exceptions& exceptions,
    TableLanguage language
) {
    const auto excepted = by_person(exceptions);
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
             {"Đi lại (đồng)", "Travel (VND)", whole, 16},
             {"Lý do cử khi chưa đánh giá", "Why without an assessment", wrapped, 36},
             {"Người cho phép", "Allowed by", text, 24}},
            language
        ),
    });
    for (const auto& seat : participants) {
        const auto& [line, session] = sessions.at(seat.session);
        const auto& programme = line->listed.programme;
        std::vector<sheet::Value> row = {
            language == TableLanguage::vi ? programme.title : programme.title_en,
            session->place,
            session->starts_on,
            session->ends_on,
            seat.staff_number,
            seat.name,
            seat.unit_name,
            seat.travel.dong,
        };
        const auto exception = excepted.find({seat.line, seat.person});
        if (exception != excepted.end()) {
            row.emplace_back(exception->second->reason);
            row.emplace_back(exception->second->by_name);
        }
        writer.add_row(row);
    }
}

}  // namespace

void add_export_routes(
    Router& router, PlanService& plans, LineService& lines, NominationService& nominations
) {
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
            const auto exceptions = TRY(nominations.exceptions(request.actor(), id));
            const auto format = query.format.value_or(TableFormat::xlsx);
            const auto fill = [&](sheet::Writer& writer) {
                fill_plan(writer, page, language);
                if (format == TableFormat::csv || exceptions.empty()) return;
                fill_exceptions(writer, page, exceptions, language);
            };
            return table_of(fill, page.plan.title, format);
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
            const auto exceptions = TRY(nominations.exceptions(request.actor(), id));
            const auto language = query.language.value_or(TableLanguage::vi);
            return table_of(
                [&](sheet::Writer& writer) {
                    fill_participants(writer, page, participants, exceptions, language);
                },
                page.plan.title + (language == TableLanguage::vi ? ", học viên" : ", participants"),
                query.format.value_or(TableFormat::xlsx)
            );
        }
    );
}

}  // namespace nangluc::planning
