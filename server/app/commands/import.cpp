#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/commands/command.hpp"
#include "app/commands/desk.hpp"
#include "modules/organisation/roster_import/roster_import_service.hpp"

namespace nangluc::app {

namespace fs = std::filesystem;

namespace {

using organisation::AppliedRows;
using organisation::RosterImport;
using organisation::RosterImportService;

constexpr auto import_usage =
    R"(nangluc import FILE --as LOGIN --unit CODE [--apply all|good] [--marked FILE]

Tries a roster (.xlsx or .csv) for the unit and prints what it would change and every fault with its
row and column; nothing is written. --apply all applies it if there is no error and no open
question, --apply good applies the rows that are good. --marked writes the same workbook back with
its faulty cells marked.

Questions are answered, other columns matched and an import undone in the web or by the API.
1 where something is wrong in the file and it was not applied.
Settings: docs/operations/configuration.md)";

struct ImportOrder {
    fs::path file;
    std::string login;
    std::string unit;
    std::optional<AppliedRows> apply;
    std::optional<fs::path> marked;
};

// Nothing where the call is wrong.
std::optional<ImportOrder> import_order_of(Arguments& arguments) {
    ImportOrder order;
    order.login = take_value(arguments, "--as").value_or("");
    order.unit = take_value(arguments, "--unit").value_or("");
    order.marked = take_value(arguments, "--marked");
    if (const auto word = take_value(arguments, "--apply")) {
        const auto rows = parse_word<AppliedRows>(*word);
        if (!rows) return std::nullopt;
        order.apply = rows.value();
    }
    if (order.login.empty() || order.unit.empty() || arguments.size() != 1) return std::nullopt;
    order.file = arguments.front();
    return order;
}

Result<std::string> bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || !fs::is_regular_file(file)) return not_found("file");
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

// "C" for 3, "AA" for 27; a whole row has none.
std::string letters_of(int column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return letters;
}

void print_costs(int rows, std::chrono::duration<double> took) {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::fprintf(
        stderr,
        "tried in %.2f s, %.0f rows/s, %ld MB at most\n",
        took.count(),
        rows / std::max(took.count(), 1e-3),
        used.ru_maxrss / 1024
    );
}

class Importing {
public:
    Importing(Desk& desk, const ImportOrder& order)
        : desk_(desk), order_(order), imports_(desk.kit()) {}

    Result<RosterImport> run() {
        actor_ = TRY(desk_.actor_called(order_.login));
        const auto unit = TRY(desk_.unit_coded(order_.unit)).id;
        const auto bytes = TRY(bytes_of(order_.file));
        const auto name = order_.file.filename().string();
        auto import = TRY(imports_.upload(actor_, {unit, name, bytes}));
        const auto began = std::chrono::steady_clock::now();
        import = TRY(imports_.start_check(actor_, import.id));
        TRY(desk_.finish(import.job));
        import = TRY(imports_.find(actor_, import.id));
        print_costs(import.counts.rows, std::chrono::steady_clock::now() - began);
        TRY(print_findings(import));
        if (order_.marked) TRY(write_marked(import));
        if (!order_.apply) return import;

        import = TRY(imports_.start_application(actor_, import.id, *order_.apply));
        TRY(desk_.finish(import.job));
        return imports_.find(actor_, import.id);
    }

private:
    Result<> print_findings(const RosterImport& import) {
        const auto& counts = import.counts;
        std::printf(
            "import %s  %d rows: %d added, %d changed, %d the same, %d rejected, %d with "
            "questions\n",
            to_text(import.id.value).c_str(),
            counts.rows,
            counts.added,
            counts.changed,
            counts.same,
            counts.rejected,
            counts.question
        );
        for (int after = 0;;) {
            const auto faults = TRY(
                imports_.faults(actor_, import.id, {.severity = {}, .after = after, .limit = 200})
            );
            for (const auto& fault : faults) {
                std::printf(
                    "%s%d  %s  %s  %s\n",
                    letters_of(fault.column_number).c_str(),
                    fault.row,
                    name_of(fault.severity).c_str(),
                    name_of(fault.code).c_str(),
                    fault.value.c_str()
                );
                after = fault.seq;
            }
            if (faults.empty()) return {};
        }
    }

    Result<> write_marked(const RosterImport& import) {
        const auto marked = TRY(imports_.marked(actor_, import.id, false));
        return write_whole(*order_.marked, marked.bytes);
    }

    Desk& desk_;
    const ImportOrder& order_;
    RosterImportService imports_;
    Actor actor_;
};

}  // namespace

int import_roster(Arguments arguments) {
    if (print_help(arguments, import_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    const auto order = import_order_of(arguments);
    if (!order) return print_wrong_call(import_usage);

    Desk desk(config.value());
    const auto import = Importing(desk, *order).run();
    if (!import) return print(import.error());
    const auto& counts = import.value().counts;
    const bool is_applied = import.value().status == organisation::ImportStatus::applied;
    if (is_applied) std::puts("applied");
    return is_applied || counts.rejected + counts.question == 0 ? 0 : 1;
}

}  // namespace nangluc::app
