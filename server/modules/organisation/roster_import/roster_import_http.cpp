#include "modules/organisation/roster_import/roster_import_http.hpp"

#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/organisation/roster_import/roster_import_reply.hpp"

namespace nangluc::organisation {

using http::Created;
using http::Download;
using http::Page;
using http::Policy;
using http::Request;

namespace {

constexpr std::size_t most_bytes = 50'000'000;

// The languages that workbooks are written in.
enum class PaperLanguage { vi, en };
BOOST_DESCRIBE_ENUM(PaperLanguage, vi, en)

struct ImportList {
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(ImportList, (), (cursor, limit))

struct BeforeImport {
    RosterImportId import;
};
BOOST_DESCRIBE_STRUCT(BeforeImport, (), (import))

struct NewRosterMapping {
    std::vector<MappedColumn> columns;
    std::optional<DateOrder> date_order;
};
BOOST_DESCRIBE_STRUCT(NewRosterMapping, (), (columns, date_order))

struct NewRosterAnswer {
    int row = 0;
    RosterColumn column{};
    std::optional<std::string> choice;
    std::optional<std::string> text;  // in place of what the cell says
};
BOOST_DESCRIBE_STRUCT(NewRosterAnswer, (), (row, column, choice, text))

struct NewRosterAnswers {
    std::vector<NewRosterAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(NewRosterAnswers, (), (answers))

struct NewRosterApplication {
    AppliedRows rows{};
};
BOOST_DESCRIBE_STRUCT(NewRosterApplication, (), (rows))

struct FaultList {
    std::optional<FaultSeverity> severity;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(FaultList, (), (severity, cursor, limit))

struct AfterNumber {
    int number = 0;
};
BOOST_DESCRIBE_STRUCT(AfterNumber, (), (number))

struct RosterFaultReply {
    int row = 0;
    int column_number = 0;  // A is 1; 0 for the whole row
    RosterColumn column{};
    RosterFault code{};
    FaultSeverity severity{};
    std::string person;
    std::string value;
    std::vector<FaultOption> options;
    std::optional<AnswerKind> answer_kind;
    std::optional<std::string> answer;  // given since the last check
};
BOOST_DESCRIBE_STRUCT(
    RosterFaultReply,
    (),
    (row, column_number, column, code, severity, person, value, options, answer_kind, answer)
)

struct LineList {
    std::optional<RowVerdict> verdict;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(LineList, (), (verdict, cursor, limit))

struct RosterLineReply {
    int row = 0;
    RowVerdict verdict{};
    std::string staff_number;
    std::string name;
    std::vector<std::string> changes;
};
BOOST_DESCRIBE_STRUCT(RosterLineReply, (), (row, verdict, staff_number, name, changes))

Result<RosterImportReply> reply_to(
    RosterImportService& imports, const Request& request, const RosterImport& import
) {
    const auto answers = TRY(imports.answers(request.actor(), import.id));
    return reply_of(import, imports, answers.size());
}

Result<Page<RosterImportReply>> list_imports(
    RosterImportService& imports, const Request& request, const ImportList& query
) {
    const auto unit = TRY(request.path_id<UnitId>("unit"));
    const auto before = TRY(http::decode_cursor<BeforeImport>(query.cursor));
    const int limit = query.limit.value();
    auto found = TRY(imports.list(
        request.actor(), unit, before ? before->import : RosterImportId{INT64_MAX}, limit + 1
    ));
    Page<RosterImportReply> page;
    if (static_cast<int>(found.size()) > limit) {
        found.pop_back();
        page.next = http::encode_cursor(BeforeImport{found.back().id});
    }
    for (const auto& import : found) page.items.push_back(reply_of(import, imports, 0));
    return page;
}

Result<Page<RosterFaultReply>> list_faults(
    RosterImportService& imports, const Request& request, const FaultList& query
) {
    const auto id = TRY(request.path_id<RosterImportId>("import"));
    const auto after = TRY(http::decode_cursor<AfterNumber>(query.cursor));
    const int limit = query.limit.value();
    const FaultQuestion question{query.severity, after ? after->number : 0, limit + 1};
    auto found = TRY(imports.faults(request.actor(), id, question));
    const auto answers = TRY(imports.answers(request.actor(), id));
    Page<RosterFaultReply> page;
    if (static_cast<int>(found.size()) > limit) {
        found.pop_back();
        page.next = http::encode_cursor(AfterNumber{found.back().seq});
    }
    for (auto& fault : found) {
        RosterFaultReply reply{
            .row = fault.row,
            .column_number = fault.column_number,
            .column = fault.column,
            .code = fault.code,
            .severity = fault.severity,
            .person = std::move(fault.person),
            .value = std::move(fault.value),
            .options = std::move(fault.options),
        };
        if (const auto answer = answers.find({reply.row, reply.column}); answer != answers.end()) {
            reply.answer_kind = answer->second.kind;
            reply.answer = answer->second.value;
        }
        page.items.push_back(std::move(reply));
    }
    return page;
}

Result<Page<RosterLineReply>> list_lines(
    RosterImportService& imports, const Request& request, const LineList& query
) {
    const auto id = TRY(request.path_id<RosterImportId>("import"));
    const auto after = TRY(http::decode_cursor<AfterNumber>(query.cursor));
    const int limit = query.limit.value();
    auto found =
        TRY(imports.lines(request.actor(), id, query.verdict, after ? after->number : 0, limit + 1)
        );
    Page<RosterLineReply> page;
    if (static_cast<int>(found.size()) > limit) {
        found.pop_back();
        page.next = http::encode_cursor(AfterNumber{found.back().row});
    }
    for (auto& line : found) {
        page.items.push_back(
            {line.row, line.verdict, line.staff_number, line.name, std::move(line.changes)}
        );
    }
    return page;
}

Result<std::vector<GivenAnswer>> answers_of(const NewRosterAnswers& body) {
    std::vector<GivenAnswer> answers;
    std::vector<Fault> faults;
    for (const auto& [row, column, choice, text] : body.answers) {
        if (choice && text) {
            const auto at = "/answers/" + std::to_string(answers.size());
            faults.push_back({at, "one_of_two"});
        }
        GivenAnswer given{.row = row, .column = column, .answer = {}};
        if (choice) given.answer = RosterAnswer{AnswerKind::choice, *choice};
        if (text) given.answer = RosterAnswer{AnswerKind::text, *text};
        answers.push_back(std::move(given));
    }
    if (!faults.empty()) return invalid("input.invalid", std::move(faults));
    return answers;
}

void add_reading(http::Routes& at, RosterImportService& imports, Policy officers) {
    at.get(
        "/units/{unit}/roster-imports",
        "list_roster_imports",
        officers,
        [&imports](const Request& request, const ImportList& query) {
            return list_imports(imports, request, query);
        }
    );
    at.get(
        "/roster-imports/{import}",
        "read_roster_import",
        officers,
        [&imports](const Request& request) -> Result<RosterImportReply> {
            const auto id = TRY(request.path_id<RosterImportId>("import"));
            const auto import = TRY(imports.find(request.actor(), id));
            return reply_to(imports, request, import);
        }
    );
    at.get(
        "/roster-imports/{import}/faults",
        "list_roster_faults",
        officers,
        [&imports](const Request& request, const FaultList& query) {
            return list_faults(imports, request, query);
        }
    );
    at.get(
        "/roster-imports/{import}/rows",
        "list_roster_lines",
        officers,
        [&imports](const Request& request, const LineList& query) {
            return list_lines(imports, request, query);
        }
    );
}

struct TemplateQuery {
    UnitId unit;
    std::optional<PaperLanguage> language;
};
BOOST_DESCRIBE_STRUCT(TemplateQuery, (), (unit, language))

struct MarkedQuery {
    std::optional<PaperLanguage> language;
};
BOOST_DESCRIBE_STRUCT(MarkedQuery, (), (language))

constexpr auto workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

void add_papers(http::Routes& at, RosterImportService& imports, Policy officers) {
    at.get(
        "/roster-imports/template.xlsx",
        "download_roster_template",
        officers,
        [&imports](const Request& request, const TemplateQuery& query) -> Result<Download> {
            const bool in_english = query.language == PaperLanguage::en;
            auto bytes = TRY(imports.empty_roster(request.actor(), query.unit, in_english));
            const auto* name = in_english ? "roster-template.xlsx" : "mau-nhan-su.xlsx";
            return Download{std::move(bytes), workbook_type, name};
        }
    );
    at.get(
        "/roster-imports/{import}/marked.xlsx",
        "download_marked_roster",
        officers,
        [&imports](const Request& request, const MarkedQuery& query) -> Result<Download> {
            const auto id = TRY(request.path_id<RosterImportId>("import"));
            const bool in_english = query.language == PaperLanguage::en;
            auto [bytes, name] = TRY(imports.marked(request.actor(), id, in_english));
            const bool is_text = name.ends_with(".csv");
            return Download{std::move(bytes), is_text ? "text/csv" : workbook_type, name};
        }
    );
}

void add_jobs(http::Routes& at, RosterImportService& imports, Policy officers) {
    at.post(
        "/roster-imports/{import}/check",
        "check_roster_import",
        officers,
        [&imports](const Request& request) -> Result<RosterImportReply> {
            const auto id = TRY(request.path_id<RosterImportId>("import"));
            const auto import = TRY(imports.start_check(request.actor(), id));
            return reply_to(imports, request, import);
        }
    );
    at.post(
        "/roster-imports/{import}/application",
        "apply_roster_import",
        officers,
        [&imports](
            const Request& request, const NewRosterApplication& body
        ) -> Result<RosterImportReply> {
            const auto id = TRY(request.path_id<RosterImportId>("import"));
            const auto import = TRY(imports.start_application(request.actor(), id, body.rows));
            return reply_to(imports, request, import);
        }
    );
    at.post(
        "/roster-imports/{import}/reversal",
        "undo_roster_import",
        officers,
        [&imports](const Request& request) -> Result<RosterImportReply> {
            const auto id = TRY(request.path_id<RosterImportId>("import"));
            const auto import = TRY(imports.start_undo(request.actor(), id));
            return reply_to(imports, request, import);
        }
    );
}

}  // namespace

void add_roster_import_routes(http::Router& router, RosterImportService& imports) {
    http::Routes at(router, "organisation");
    const auto officers = Policy::needs(Permission::import_people);
    at.upload(
        "/units/{unit}/roster-imports",
        "upload_roster",
        officers,
        most_bytes,
        [&imports](const Request& request) -> Result<Created<RosterImportReply>> {
            const SentRoster sent{
                .unit = TRY(request.path_id<UnitId>("unit")),
                .file_name = request.query_value("file_name").value_or(""),
                .bytes = request.body,
            };
            const auto import = TRY(imports.upload(request.actor(), sent));
            return Created<RosterImportReply>{
                reply_of(import, imports, 0), "/roster-imports/" + to_text(import.id.value)};
        }
    );
    add_reading(at, imports, officers);
    at.put(
        "/roster-imports/{import}/mapping",
        "map_roster_columns",
        officers,
        [&imports](
            const Request& request, const NewRosterMapping& body
        ) -> Result<RosterImportReply> {
            const auto id = TRY(request.path_id<RosterImportId>("import"));
            RosterMapping mapping{.columns = {}, .date_order = {}};
            for (const auto& [column, number] : body.columns) mapping.columns[column] = number;
            mapping.date_order = body.date_order.value_or(DateOrder::ask);
            const auto import = TRY(imports.map(request.actor(), id, mapping));
            return reply_to(imports, request, import);
        }
    );
    at.put(
        "/roster-imports/{import}/answers",
        "answer_roster_questions",
        officers,
        [&imports](
            const Request& request, const NewRosterAnswers& body
        ) -> Result<RosterImportReply> {
            const auto id = TRY(request.path_id<RosterImportId>("import"));
            const auto answers = TRY(answers_of(body));
            const auto import = TRY(imports.answer(request.actor(), id, answers));
            return reply_to(imports, request, import);
        }
    );
    add_jobs(at, imports, officers);
    add_papers(at, imports, officers);
}

}  // namespace nangluc::organisation
