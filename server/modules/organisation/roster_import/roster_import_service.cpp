#include "modules/organisation/roster_import/roster_import_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "kit/audit.hpp"
#include "kit/files.hpp"
#include "kit/json/json.hpp"

namespace nangluc::organisation {

namespace {

constexpr int rows_before_titles = 20;
constexpr std::size_t most_titles = 200;

struct AuditedImport {
    std::string file_name;
    std::string file_hash;
};
BOOST_DESCRIBE_STRUCT(AuditedImport, (), (file_name, file_hash))

// The first sheet that is not hidden.
std::size_t sheet_of(const sheet::Reader& file) {
    const auto& sheets = file.sheets();
    const auto visible =
        std::ranges::find(sheets, sheet::Visibility::visible, &sheet::SheetInfo::visibility);
    return visible == sheets.end() ? 0 : static_cast<std::size_t>(visible - sheets.begin());
}

// Where the titles stand, and what they are.
Result<> read_titles(sheet::Reader& file, RosterImport& import) {
    int first = 0;
    int seen = 0;
    std::vector<RosterTitle> of_first;
    bool are_found = false;
    const auto use = [&](const sheet::Row& row) {
        if (++seen == 1) {
            first = row.number;
            of_first = titles_of(row);
        }
        are_found = columns_named_in(row) >= 3;
        if (are_found) {
            import.title_row = row.number;
            import.titles = titles_of(row);
        }
        return are_found || seen == rows_before_titles ? sheet::Next::stop : sheet::Next::more;
    };
    TRY(file.read(static_cast<std::size_t>(import.sheet), use));
    if (seen == 0) return invalid("roster_import.no_rows");
    if (!are_found) {
        import.title_row = first;
        import.titles = std::move(of_first);
    }
    import.titles.resize(std::min(import.titles.size(), most_titles));
    return {};
}

}  // namespace

Result<> RosterImportService::require(
    db::Tx& tx, const Actor& actor, UnitId unit, std::string_view noun
) const {
    const auto place = path_of(tx, unit, AsOf::latest(kit_.clock.today()));
    if (!place) return not_found(std::string(noun));
    return actor.require(Permission::import_people, place.value(), noun);
}

Result<RosterImport> RosterImportService::open(db::Tx& tx, const Actor& actor, RosterImportId id)
    const {
    auto import = TRY(find_roster_import(tx, id));
    TRY(require(tx, actor, import.unit, "roster_import"));
    return import;
}

void RosterImportService::note(
    db::Tx& tx,
    const Actor& actor,
    std::string_view act,
    const RosterImport& import,
    std::string change
) {
    kit_.audit.write(
        tx,
        actor,
        {.act = act, .object = import.id.value, .unit = import.unit, .change = std::move(change)}
    );
}

Result<RosterImport> RosterImportService::upload(const Actor& actor, const SentRoster& sent) {
    auto known = kit_.db.read([&](db::Tx& tx) -> Result<RememberedMapping> {
        TRY(require(tx, actor, sent.unit, "unit"));
        return remembered_mapping(tx, sent.unit);
    });
    const auto remembered = TRY(std::move(known));
    RosterImport import{
        .id = kit_.ids.make<RosterImportId>(),
        .unit = sent.unit,
        .file_name = tidy(sent.file_name),
        .file_hash = kit_.files.save(sent.bytes),
        .created_by = actor.account(),
        .created_at = kit_.clock.now(),
    };
    const auto path = TRY(kit_.files.path_of(import.file_hash));
    const auto file = TRY(sheet::open(path));
    import.format = file->format() == sheet::Format::csv ? "csv" : "xlsx";
    import.sheet = static_cast<int>(sheet_of(*file));
    TRY(read_titles(*file, import));
    import.mapping = match_columns(import.titles, remembered);

    return kit_.db.transaction([&](db::Tx& tx) -> Result<RosterImport> {
        TRY(require(tx, actor, sent.unit, "unit"));
        add_roster_import(tx, import);
        const AuditedImport change{import.file_name, import.file_hash};
        note(tx, actor, "roster_import.uploaded", import, json::write(change));
        return import;
    });
}

Result<RosterImport> RosterImportService::find(const Actor& actor, RosterImportId id) {
    return kit_.db.read([&](db::Tx& tx) { return open(tx, actor, id); });
}

Result<std::vector<RosterImport>> RosterImportService::list(
    const Actor& actor, UnitId unit, RosterImportId before, int limit
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<RosterImport>> {
        TRY(require(tx, actor, unit, "unit"));
        return list_roster_imports(tx, unit, before, limit);
    });
}

static bool is_open(ImportStatus status) {
    return status == ImportStatus::uploaded || status == ImportStatus::checked ||
           status == ImportStatus::checking;
}

Result<RosterImport> RosterImportService::map(
    const Actor& actor, RosterImportId id, const RosterMapping& mapping
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<RosterImport> {
        auto import = TRY(open(tx, actor, id));
        if (!is_open(import.status)) return conflict("roster_import.status");
        std::vector<Fault> faults;
        std::map<int, RosterColumn> taken;
        for (const auto& [column, at] : mapping.columns) {
            const auto path = "/columns/" + name_of(column);
            const bool is_title =
                std::ranges::find(import.titles, at, &RosterTitle::column) != import.titles.end();
            if (!is_title) faults.push_back({path, "not_one_of"});
            if (!taken.emplace(at, column).second) faults.push_back({path, "repeated"});
        }
        for (const auto column : mapping.missing()) {
            faults.push_back({"/columns/" + name_of(column), "required"});
        }
        if (!faults.empty()) return invalid("roster_import.mapping", std::move(faults));
        import.mapping = mapping;
        save_roster_mapping(tx, import);
        save_remembered_mapping(
            tx, import.unit, remember(mapping, import.titles), kit_.clock.now()
        );
        note(tx, actor, "roster_import.mapped", import);
        return import;
    });
}

Result<RosterImport> RosterImportService::answer(
    const Actor& actor, RosterImportId id, const std::vector<GivenAnswer>& answers
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<RosterImport> {
        auto import = TRY(open(tx, actor, id));
        if (!is_open(import.status)) return conflict("roster_import.status");
        save_roster_answers(tx, id, answers, actor.account(), kit_.clock.now());
        note(tx, actor, "roster_import.answered", import);
        return import;
    });
}

Result<RosterAnswers> RosterImportService::answers(const Actor& actor, RosterImportId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<RosterAnswers> {
        TRY(open(tx, actor, id));
        return list_roster_answers(tx, id);
    });
}

Result<std::vector<StoredFault>> RosterImportService::faults(
    const Actor& actor, RosterImportId id, const FaultQuestion& question
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<StoredFault>> {
        const auto import = TRY(open(tx, actor, id));
        return list_roster_faults(tx, {id, import.run}, question);
    });
}

Result<std::vector<StoredLine>> RosterImportService::lines(
    const Actor& actor, RosterImportId id, std::optional<RowVerdict> verdict, int after, int limit
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<StoredLine>> {
        const auto import = TRY(open(tx, actor, id));
        return list_roster_lines(tx, {id, import.run}, verdict, after, limit);
    });
}

bool RosterImportService::may_still_be_undone(const RosterImport& import) const {
    if (!import.applied_at || import.undone_at) return false;
    constexpr std::int64_t day = 86'400'000'000;
    return kit_.clock.now().microseconds - import.applied_at->microseconds < undo_days * day;
}

}  // namespace nangluc::organisation
