#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/commands/command.hpp"
#include "app/wiring/application.hpp"
#include "base/clock.hpp"
#include "kit/db/migrations.hpp"
#include "modules/organisation/roster_check.hpp"
#include "modules/organisation/roster_import_service.hpp"
#include "modules/organisation/unit_store.hpp"

namespace nangluc::app {

namespace {

// The work of a job at a terminal: its progress goes to standard error.
class Attended final : public JobRun {
public:
    Attended(JobId id, Actor actor) : id_(id), actor_(std::move(actor)) {}

    JobId id() const override { return id_; }
    const std::string& input() const override { return empty_; }
    const Actor& actor() const override { return actor_; }
    const std::string& checkpoint() const override { return empty_; }
    void save_checkpoint(std::string) override {}
    void progress(std::string_view stage, std::int64_t done, std::int64_t total) override {
        if (done != total && done % 20'000 != 0) return;
        std::fprintf(
            stderr,
            "%.*s %lld of %lld\n",
            static_cast<int>(stage.size()),
            stage.data(),
            static_cast<long long>(done),
            static_cast<long long>(total)
        );
    }
    bool is_cancelled() const override { return false; }

private:
    JobId id_;
    Actor actor_;
    std::string empty_;
};

// Whoever may run this command has the data folder in hand: the right is that of the machine.
Result<std::pair<UnitId, Actor>> operator_at(const Kit& kit, const std::string& code) {
    return kit.db.read([&](db::Tx& tx) -> Result<std::pair<UnitId, Actor>> {
        const auto today = AsOf::latest(kit.clock.today());
        for (const auto& unit : organisation::find_units(tx, code, today, 50)) {
            if (unit.code != code) continue;
            return std::pair(unit.id, Actor({}, {}, {{unit.path, {Permission::import_people}}}));
        }
        return not_found("unit");
    });
}

void print_faults(const Kit& kit, const organisation::RosterRun& run) {
    constexpr int page = 1'000;
    int after = 0;
    for (;;) {
        const auto faults = kit.db.read([&](db::Tx& tx) {
            return organisation::list_roster_faults(tx, run, {.after = after, .limit = page});
        });
        for (const auto& fault : faults) {
            std::printf(
                "%d,%s,%s,%s\n",
                fault.row,
                name_of(fault.column).c_str(),
                name_of(fault.severity).c_str(),
                name_of(fault.code).c_str()
            );
            after = fault.seq;
        }
        if (static_cast<int>(faults.size()) < page) return;
    }
}

void print_costs(const organisation::ImportCounts& counts, std::chrono::duration<double> took) {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::fprintf(
        stderr,
        "%d rows: %d new, %d changed, %d same, %d rejected, %d with questions; %.2f s, %ld MB\n",
        counts.rows,
        counts.added,
        counts.changed,
        counts.same,
        counts.rejected,
        counts.question,
        took.count(),
        used.ru_maxrss / 1024
    );
}

Result<> try_file(const Kit& kit, const std::string& file, const std::string& code) {
    const auto [unit, actor] = TRY(operator_at(kit, code));
    std::string bytes;
    {
        std::ifstream in(file, std::ios::binary);
        if (!in) return not_found("file");
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    organisation::RosterImportService imports(kit);
    const auto began = std::chrono::steady_clock::now();
    const auto import = TRY(imports.upload(actor, {unit, file, bytes}));
    bytes = {};
    Attended job(kit.ids.make<JobId>(), actor);
    const auto counts = TRY(organisation::RosterCheck(kit, import, job).run());
    const organisation::RosterRun run{import.id, job.id()};
    print_costs(counts.value(), std::chrono::steady_clock::now() - began);
    print_faults(kit, run);
    kit.db.transaction([&](db::Tx& tx) { organisation::drop_run(tx, run); });
    return {};
}

}  // namespace

int import(Arguments arguments) {
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    const auto unit = take_value(arguments, "--unit");
    const bool is_dry = take_flag(arguments, "--dry-run");
    if (!unit || !is_dry || arguments.size() != 1) {
        std::fputs("nangluc import FILE --unit CODE --dry-run\n", stderr);
        return 2;
    }
    const auto db = db::open({.address = config.value().database.address});
    db::migrate(*db, db::embedded_migrations());
    const auto clock = system_clock(config.value().time_zone);
    const Application application(config.value(), *db, *clock);
    const auto tried = try_file(application.kit(), arguments.front(), *unit);
    return tried ? 0 : print(tried.error());
}

}  // namespace nangluc::app
