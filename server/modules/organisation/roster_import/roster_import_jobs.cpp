// The long work of imports: each is a job with progress that can be cancelled and tried again.

#include <algorithm>
#include <ranges>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/events.hpp"
#include "kit/jobs.hpp"
#include "modules/organisation/roster_import/roster_check.hpp"
#include "modules/organisation/roster_import/roster_import_service.hpp"
#include "modules/platform/api.hpp"

namespace nangluc::organisation {

namespace {

struct RosterJob {
    RosterImportId import;
    AppliedRows rows{};
};
BOOST_DESCRIBE_STRUCT(RosterJob, (), (import, rows))

struct AuditedLine {
    RosterImportId import;
    int row = 0;
    std::string name;
    std::string staff_number;
    std::vector<std::string> changes;
};
BOOST_DESCRIBE_STRUCT(AuditedLine, (), (import, row, name, staff_number, changes))

std::string_view kind_of_job(ImportStatus status) {
    switch (status) {
        case ImportStatus::checking:
            return "organisation.roster_check";
        case ImportStatus::applying:
            return "organisation.roster_apply";
        default:
            return "organisation.roster_undo";
    }
}

// Where an import is again after its job came to nothing.
ImportStatus before(ImportStatus status, const RosterImport& import) {
    if (status == ImportStatus::undoing) return ImportStatus::applied;
    return import.is_finding() ? ImportStatus::checked : ImportStatus::uploaded;
}

// No handler will: the import is where it was before its job was asked for.
void take_back(db::Tx& tx, JobId job, const std::string& input, ImportStatus status) {
    const auto asked = json::read<RosterJob>(input);
    const auto import =
        asked ? find_roster_import(tx, asked.value().import) : Result<RosterImport>(asked.error());
    if (!import) return;
    const auto to = before(status, import.value());
    // Refused where another job has taken over, which says where the import is.
    static_cast<void>(end_roster_job(tx, import.value().id, job, status, to));
}

}  // namespace

void RosterImportService::handle_jobs() {
    using enum ImportStatus;
    kit_.jobs.handle("organisation.roster_check", [this](JobRun& job) { return run_check(job); });
    kit_.jobs.handle("organisation.roster_apply", [this](JobRun& job) {
        return run_application(job);
    });
    kit_.jobs.handle("organisation.roster_undo", [this](JobRun& job) { return run_undo(job); });
    for (const auto status : {checking, applying, undoing}) {
        kit_.jobs.when_dropped(
            std::string(kind_of_job(status)),
            [status](db::Tx& tx, JobId job, const std::string& input) {
                take_back(tx, job, input, status);
            }
        );
    }
}

Result<RosterImport> RosterImportService::start(
    db::Tx& tx, const Actor& actor, RosterImport import, ImportStatus to, std::string input
) {
    const auto job = kit_.jobs.start(tx, actor, kind_of_job(to), std::move(input), import.unit);
    TRY(step_roster_import(tx, {import.id, import.status, to, job}));
    note(tx, actor, "roster_import." + name_of(to), import);
    import.status = to;
    import.job = job;
    return import;
}

Result<RosterImport> RosterImportService::start_check(const Actor& actor, RosterImportId id) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<RosterImport> {
        auto import = TRY(open(tx, actor, id));
        // A check or an application that hangs is overtaken: only the last job's work is taken.
        const bool may_be = import.status != ImportStatus::applied &&
                            import.status != ImportStatus::undoing &&
                            import.status != ImportStatus::undone;
        if (!may_be) return conflict("roster_import.status");
        if (!import.mapping.missing().empty()) return conflict("roster_import.columns_missing");
        return start(
            tx, actor, std::move(import), ImportStatus::checking, json::write(RosterJob{id, {}})
        );
    });
}

Result<RosterImport> RosterImportService::start_application(
    const Actor& actor, RosterImportId id, AppliedRows rows
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<RosterImport> {
        auto import = TRY(open(tx, actor, id));
        if (import.status != ImportStatus::checked) return conflict("roster_import.status");
        const auto& counts = import.counts;
        const bool is_clean = counts.rejected == 0 && counts.question == 0;
        if (rows == AppliedRows::all && !is_clean) return conflict("roster_import.not_clean");
        if (counts.added + counts.changed == 0) return conflict("roster_import.nothing_to_apply");
        return start(
            tx, actor, std::move(import), ImportStatus::applying, json::write(RosterJob{id, rows})
        );
    });
}

Result<RosterImport> RosterImportService::start_undo(const Actor& actor, RosterImportId id) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<RosterImport> {
        auto import = TRY(open(tx, actor, id));
        // One that hangs is overtaken by another.
        const bool hangs = import.status == ImportStatus::undoing;
        if (import.status != ImportStatus::applied && !hangs) {
            return conflict("roster_import.status");
        }
        if (!may_still_be_undone(import)) return conflict("roster_import.undo_too_late");
        TRY(look_for_blocks(tx, import));
        return start(
            tx, actor, std::move(import), ImportStatus::undoing, json::write(RosterJob{id, {}})
        );
    });
}

// The import as the job finds it; refused where another job has taken over or the right is gone. A
// job that is run again after it was stopped takes the import up where that left it.
Result<RosterImport> RosterImportService::begin_job(JobRun& job, ImportStatus expected) {
    const auto input = TRY(json::read<RosterJob>(job.input()));
    return kit_.db.transaction([&](db::Tx& tx) -> Result<RosterImport> {
        auto import = TRY(open(tx, job.actor(), input.import));
        if (import.job != job.id()) return conflict("roster_import.status");
        if (import.status != expected) {
            if (import.status != before(expected, import)) return conflict("roster_import.status");
            TRY(step_roster_import(tx, {import.id, import.status, expected, job.id()}));
            import.status = expected;
        }
        return import;
    });
}

void RosterImportService::return_to(
    const RosterImport& import, JobId job, ImportStatus from, ImportStatus to
) {
    const auto returned = kit_.db.transaction([&](db::Tx& tx) {
        return end_roster_job(tx, import.id, job, from, to);
    });
    // Not its own any more: another job has taken over, and says where the import is.
    static_cast<void>(returned);
}

Result<std::optional<ImportCounts>> RosterImportService::check(
    const RosterImport& import, JobRun& job
) {
    auto found = TRY(RosterCheck(kit_, import, job).run());
    if (!found) return found;
    auto kept = kit_.db.transaction([&](db::Tx& tx) {
        return save_roster_findings(tx, import.id, job.id(), *found, kit_.clock.now());
    });
    if (!kept) return std::move(kept.error());
    kit_.db.transaction([&](db::Tx& tx) { drop_other_runs(tx, {import.id, job.id()}); });
    return found;
}

Result<std::string> RosterImportService::run_check(JobRun& job) {
    const auto import = TRY(begin_job(job, ImportStatus::checking));
    auto found = check(import, job);
    const bool is_found = found && found.value();
    return_to(
        import,
        job.id(),
        ImportStatus::checking,
        is_found ? ImportStatus::checked : before(ImportStatus::checking, import)
    );
    if (!found) return std::move(found.error());
    return is_found ? json::write(*found.value()) : std::string("{}");
}

Result<std::string> RosterImportService::run_application(JobRun& job) {
    const auto import = TRY(begin_job(job, ImportStatus::applying));
    const auto rows = TRY(json::read<RosterJob>(job.input())).rows;
    // The world may have gone on since the dry run: the same check again, and nothing but what was
    // shown is written.
    const auto checked_at = kit_.clock.now();
    auto found = check(import, job);
    auto outcome = Result<>();
    if (!found) {
        outcome = std::move(found.error());
    } else if (found.value() && found.value() != import.counts) {
        outcome = conflict("roster_import.changed_since_check");
    } else if (found.value()) {
        outcome = apply(import, job, {rows, checked_at});
        if (outcome) return json::write(*found.value());
    }
    return_to(import, job.id(), ImportStatus::applying, ImportStatus::checked);
    if (!outcome) return std::move(outcome.error());
    return std::string("{}");
}

Result<> RosterImportService::apply(
    const RosterImport& import, JobRun& job, const Checked& checked
) {
    job.progress("roster_applying", 0, import.counts.added + import.counts.changed);
    auto applied = import;
    applied.run = job.id();
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto now = kit_.clock.now();
        TRY(end_roster_job(tx, import.id, job.id(), ImportStatus::applying, ImportStatus::applied));
        TRY(apply_roster(tx, {import.id, job.id()}, checked.at, now));
        save_roster_applied(tx, import.id, checked.rows, job.actor().account(), now);
        note_people(tx, job.actor(), "person.imported", applied);
        note(tx, job.actor(), "roster_import.applied", applied, json::write(import.counts));
        announce(tx, applied);
        if (job.is_cancelled()) return conflict("roster_import.cancelled");
        return {};
    });
}

void RosterImportService::announce(db::Tx& tx, const RosterImport& import) {
    publish(kit_.outbox, tx, HoldingsChanged{import.unit});
}

void RosterImportService::note_people(
    db::Tx& tx, const Actor& actor, std::string_view act, const RosterImport& import
) {
    for (const auto verdict : {RowVerdict::added, RowVerdict::changed}) {
        constexpr int page = 1'000;
        int after = 0;
        for (;;) {
            const auto lines = list_roster_lines(tx, {import.id, import.run}, verdict, after, page);
            std::vector<AuditEntry> entries;
            for (const auto& line : lines) {
                const AuditedLine change{
                    import.id, line.row, line.name, line.staff_number, line.changes};
                entries.push_back({
                    .act = act,
                    .object = line.person.value,
                    .unit = import.unit,
                    .person = line.person,
                    .change = json::write(change),
                });
                after = line.row;
            }
            kit_.audit.write_all(tx, actor, entries);
            if (static_cast<int>(lines.size()) < page) break;
        }
    }
}

// People whom the import added and who are known elsewhere by now.
std::vector<UndoBlock> RosterImportService::list_people_in_use(db::Tx& tx, const RosterRun& run)
    const {
    const auto added = list_added_people(tx, run);
    std::vector<UndoBlock> blocks;
    if (added.empty()) return blocks;
    for (const auto& [row, person] : added) {
        if (platform::find_account_of_person(tx, person)) blocks.push_back({row, "account_added"});
    }
    const auto person_of = [](const auto& row) { return row.second; };
    const auto [first, last] = std::ranges::minmax_element(added, {}, person_of);
    for (const auto& in_use : in_use_) {
        const auto used = in_use(tx, first->second, last->second);
        for (const auto& [row, person] : added) {
            if (std::ranges::binary_search(used, person)) blocks.push_back({row, "person_in_use"});
        }
    }
    return blocks;
}

Result<> RosterImportService::look_for_blocks(db::Tx& tx, const RosterImport& import) const {
    const RosterRun run{import.id, import.run};
    std::vector<Fault> faults;
    const auto add = [&](int row, std::string code) {
        faults.push_back({"/rows/" + std::to_string(row), std::move(code)});
    };
    for (auto& block : list_undo_blocks(tx, run, *import.applied_at)) {
        add(block.row, std::move(block.code));
    }
    for (auto& block : list_people_in_use(tx, run)) add(block.row, std::move(block.code));
    if (!faults.empty()) return conflict("roster_import.undo_blocked", std::move(faults));
    return {};
}

Result<> RosterImportService::undo(const RosterImport& import, JobRun& job) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        TRY(look_for_blocks(tx, import));
        TRY(end_roster_job(tx, import.id, job.id(), ImportStatus::undoing, ImportStatus::undone));
        note_people(tx, job.actor(), "person.import_undone", import);
        const auto now = kit_.clock.now();
        undo_roster(tx, {import.id, import.run}, kit_.ids, now);
        save_roster_undone(tx, import.id, job.actor().account(), now);
        note(tx, job.actor(), "roster_import.undone", import);
        announce(tx, import);
        if (job.is_cancelled()) return conflict("roster_import.cancelled");
        return {};
    });
}

Result<std::string> RosterImportService::run_undo(JobRun& job) {
    const auto import = TRY(begin_job(job, ImportStatus::undoing));
    job.progress("roster_undoing", 0, import.counts.added + import.counts.changed);
    auto outcome = undo(import, job);
    if (outcome) return std::string("{}");
    return_to(import, job.id(), ImportStatus::undoing, ImportStatus::applied);
    return std::move(outcome.error());
}

}  // namespace nangluc::organisation
