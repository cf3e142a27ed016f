// The two workbooks that imports give away: the template, and the person's own with its marks.

#include <filesystem>
#include <fstream>

#include "base/clock.hpp"
#include "kit/files.hpp"
#include "kit/secrets.hpp"
#include "modules/organisation/roster_import/roster_import_service.hpp"
#include "modules/organisation/roster_import/roster_paper.hpp"

namespace nangluc::organisation {

namespace {

constexpr int all_rows = 2'000'000;

// A file of this process alone, gone with the object.
class MarkedFile {
public:
    MarkedFile()
        : path_(std::filesystem::temp_directory_path() / ("nangluc-" + to_hex(random_bytes(16)))) {}
    ~MarkedFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    MarkedFile(const MarkedFile&) = delete;
    MarkedFile& operator=(const MarkedFile&) = delete;

    std::string path() const { return path_.string(); }
    std::string bytes() const {
        std::ifstream in(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    std::filesystem::path path_;
};

}  // namespace

Result<std::string> RosterImportService::empty_roster(
    const Actor& actor, UnitId unit, bool in_english
) {
    const auto reference = TRY(kit_.db.read([&](db::Tx& tx) -> Result<RosterReference> {
        if (const auto allowed = require(tx, actor, unit, "unit"); !allowed) {
            return allowed.error();
        }
        return load_roster_reference(tx, unit, kit_.clock.today());
    }));
    return roster_template(reference, RosterWords(in_english));
}

Result<RosterImportService::Marked> RosterImportService::marked(
    const Actor& actor, RosterImportId id, bool in_english
) {
    const auto import = TRY(find(actor, id));
    if (!import.is_finding()) return conflict("roster_import.status");
    const auto plan = kit_.db.read([&](db::Tx& tx) {
        const RosterRun run{id, import.run};
        return marks_of(
            import,
            list_roster_faults(tx, run, {.limit = all_rows}),
            list_roster_lines(tx, run, std::nullopt, 0, all_rows),
            RosterWords(in_english)
        );
    });
    const auto source = TRY(kit_.files.path_of(import.file_hash));
    const MarkedFile target;
    TRY(sheet::mark(source, target.path(), plan));
    auto name = import.file_name;
    if (const auto dot = name.rfind('.'); dot != std::string::npos) name.resize(dot);
    return Marked{target.bytes(), name + (in_english ? "-marked." : "-ghi-chu.") + import.format};
}

}  // namespace nangluc::organisation
