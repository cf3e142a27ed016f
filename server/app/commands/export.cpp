#include <array>
#include <cstdio>
#include <filesystem>

#include "app/commands/command.hpp"
#include "app/commands/desk.hpp"
#include "kit/http/target.hpp"

namespace nangluc::app {

namespace fs = std::filesystem;

namespace {

constexpr auto export_usage =
    R"(nangluc export WHAT --as LOGIN --to FILE [--language vi|en] [--on DATE]

  roster        --unit CODE      people, posts and vacancies at and below the unit
  lacking       --unit CODE      units below it that lack an IT specialist, or --duty WORD (xlsx)
  matrix        --unit CODE      the needs of the unit and its children
  group         --group ID       the members of a target group
  plan          --plan ID        lines, sessions and costs
  participants  --plan ID        who sits where
  framework     --version ID     a version of a framework, as it can be imported again (xlsx)

FILE ends in .xlsx or .csv and must not exist; "-" is standard output, as CSV. The rows are those
that LOGIN may read. Settings: docs/operations/configuration.md)";

enum class Format { path, query, none };

// One table that the interface hands out.
struct Table {
    std::string_view name;
    std::string_view of;  // the option that says of what
    std::string_view before;
    std::string_view after;
    Format format;
    bool has_words = true;  // takes a language
    bool is_dated = false;
};
constexpr std::array tables = {
    Table{"roster", "--unit", "/units/", "/roster", Format::path, true, true},
    Table{"lacking", "--unit", "/units/", "/lacking", Format::path, true, true},
    Table{"matrix", "--unit", "/units/", "/needs-matrix", Format::path, true, true},
    Table{"group", "--group", "/target-groups/", "/members", Format::path, false},
    Table{"plan", "--plan", "/plans/", "/table", Format::query},
    Table{"participants", "--plan", "/plans/", "/participants", Format::query},
    Table{"framework", "--version", "/framework-versions/", "/workbook", Format::none},
};

struct ExportOrder {
    const Table* table = nullptr;
    std::string login;
    std::string file;
    std::string of;  // a code or an id
    std::string format;
    std::optional<std::string> language;
    std::optional<std::string> on;
    std::optional<std::string> duty;
};

std::string format_of(const std::string& file) {
    const auto extension = fs::path(file).extension();
    return file == "-" || extension == ".csv" ? "csv" : extension == ".xlsx" ? "xlsx" : "";
}

// Nothing where the call is wrong.
std::optional<ExportOrder> export_order_of(Arguments& arguments) {
    if (arguments.empty()) return std::nullopt;
    ExportOrder order;
    for (const auto& table : tables) {
        if (table.name == arguments.front()) order.table = &table;
    }
    if (order.table == nullptr) return std::nullopt;
    arguments.erase(arguments.begin());

    order.login = take_value(arguments, "--as").value_or("");
    order.file = take_value(arguments, "--to").value_or("");
    order.of = take_value(arguments, order.table->of).value_or("");
    order.format = format_of(order.file);
    order.language = take_value(arguments, "--language");
    if (order.table->is_dated) order.on = take_value(arguments, "--on");
    if (order.table->name == "lacking") order.duty = take_value(arguments, "--duty");
    const bool is_whole = !order.login.empty() && !order.of.empty() && !order.format.empty();
    if (!is_whole || !arguments.empty()) return std::nullopt;
    return order;
}

Result<std::string> target_of(Desk& desk, const ExportOrder& order) {
    const auto& table = *order.table;
    auto id = order.of;
    if (table.of == "--unit") id = to_text(TRY(desk.unit_coded(order.of)).id.value);

    auto target = std::string(table.before) + http::percent_encode(id) + std::string(table.after);
    if (table.format == Format::path) target += "." + order.format;
    char mark = '?';
    const auto ask = [&](std::string_view name, const std::optional<std::string>& value) {
        if (!value) return;
        target += mark + std::string(name) + "=" + http::percent_encode(*value);
        mark = '&';
    };
    if (table.format == Format::query) ask("format", order.format);
    if (table.has_words) ask("language", order.language);
    ask("on", order.on);
    if (table.name == "lacking") ask("duty", order.duty.value_or("it_specialist"));
    return target;
}

Result<> run(const Config& config, const ExportOrder& order) {
    if (order.file != "-" && fs::exists(order.file)) return conflict("file.exists");
    Desk desk(config);
    const auto actor = TRY(desk.actor_called(order.login));
    const auto target = TRY(target_of(desk, order));
    const auto reply = desk.get(actor, target);
    if (reply.status != 200) return error_of(reply);
    if (order.file != "-") return write_whole(order.file, reply.body);
    std::fwrite(reply.body.data(), 1, reply.body.size(), stdout);
    return {};
}

}  // namespace

int export_table(Arguments arguments) {
    if (print_help(arguments, export_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    const auto order = export_order_of(arguments);
    if (!order) return print_wrong_call(export_usage);

    const auto done = run(config.value(), *order);
    return done ? 0 : print(done.error());
}

}  // namespace nangluc::app
