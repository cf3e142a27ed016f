#include "modules/organisation/country/country_import.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <unordered_set>

#include "base/clock.hpp"
#include "kit/json/json.hpp"
#include "kit/sheet/table.hpp"
#include "modules/organisation/unit/snapshot.hpp"
#include "modules/organisation/unit/snapshot_store.hpp"
#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::organisation {

struct ManifestDecision {
    std::string number;
    std::string issuer;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(ManifestDecision, (), (number, issuer, title))

// Units that stood, though the list of that day leaves them out: taken from a later list.
struct LeftOut {
    std::string of;
    std::string level;
    std::vector<std::string> codes;
};
BOOST_DESCRIBE_STRUCT(LeftOut, (), (of, level, codes))

struct ManifestSnapshot {
    Date on;
    std::string units;
    std::optional<std::string> reform;
    std::optional<ManifestDecision> decision;
    std::optional<LeftOut> left_out;
};
BOOST_DESCRIBE_STRUCT(ManifestSnapshot, (), (on, units, reform, decision, left_out))

// Units that ended before `ended_on`, with the unit of `succeeded_on` that stands in their place.
struct Ended {
    std::string units;
    Date ended_on;
    Date succeeded_on;
};
BOOST_DESCRIBE_STRUCT(Ended, (), (units, ended_on, succeeded_on))

BOOST_DESCRIBE_STRUCT(SnapshotUnit, (), (code, level, type, name, full_name, name_en, full_name_en))

struct Manifest {
    std::string country;
    std::string system;
    SnapshotUnit root;
    std::vector<ManifestSnapshot> snapshots;
    std::vector<Ended> ended;
    std::vector<QuotedCount> quoted;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (country, system, root, snapshots, ended, quoted))

namespace {

using sheet::Table;

class CountryImport {
public:
    CountryImport(db::Tx& tx, const Kit& kit, std::string folder)
        : tx_(tx), kit_(kit), folder_(std::move(folder)) {}

    Result<UnitId> run() {
        if (!list_roots(tx_, kit_.clock.as_of_now()).empty()) {
            return conflict("units.already_there");
        }
        const auto manifest = TRY(read_manifest());
        const auto root = kit_.ids.make<UnitId>();

        std::vector<Snapshot> snapshots;
        for (const auto& stated : manifest.snapshots) snapshots.push_back(TRY(read(stated)));
        auto history = history_of(root, snapshots, [&] { return kit_.ids.make<UnitId>(); });
        add_root(history, root, manifest.root, snapshots.front().on);
        for (const auto& ended : manifest.ended) TRY(add_ended(history, ended));

        const Origin origin{manifest.country, "administrative", manifest.system};
        save_history(tx_, kit_, origin, history);
        for (const auto& quoted : manifest.quoted) add_quoted_count(tx_, kit_, quoted);
        return root;
    }

private:
    std::string file(const std::string& name) const {
        return (std::filesystem::path(folder_) / name).string();
    }

    Result<Manifest> read_manifest() const {
        const std::ifstream in(file("manifest.json"));
        if (!in) return not_found("manifest");
        std::stringstream text;
        text << in.rdbuf();
        return json::read<Manifest>(text.str());
    }

    static std::vector<SnapshotUnit> units_of(const Table& table) {
        std::vector<SnapshotUnit> units;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            units.push_back({
                .code = table.at(row, "code"),
                .level = table.at(row, "level"),
                .type = table.at(row, "type"),
                .name = table.at(row, "name"),
                .full_name = table.at(row, "full_name"),
                .name_en = table.at(row, "name_en"),
                .full_name_en = table.at(row, "full_name_en"),
                .parent_code = table.at(row, "parent_code"),
            });
        }
        return units;
    }

    Result<std::vector<SuccessionLine>> read_reform(const std::string& name) const {
        const auto table = TRY(Table::read(file(name)));
        std::vector<SuccessionLine> lines;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            lines.push_back({
                .old_level = table.at(row, "old_level"),
                .old_code = table.at(row, "old_code"),
                .new_level = table.at(row, "new_level"),
                .new_code = table.at(row, "new_code"),
                .extent = TRY(parse_word<Extent>(table.at(row, "extent"))),
                .is_default = table.at(row, "is_default") == "1",
            });
        }
        return lines;
    }

    Result<Snapshot> read(const ManifestSnapshot& stated) {
        const auto table = TRY(Table::read(file(stated.units)));
        Snapshot snapshot{.on = stated.on, .units = units_of(table)};
        if (stated.reform) snapshot.reform = TRY(read_reform(*stated.reform));
        if (stated.decision) {
            const auto& [number, issuer, title] = *stated.decision;
            snapshot.decision = add_decision(tx_, kit_, {number, issuer, title, stated.on});
        }
        if (stated.left_out) TRY(add_left_out(*stated.left_out, snapshot));
        return snapshot;
    }

    Result<> add_left_out(const LeftOut& left_out, Snapshot& snapshot) const {
        const auto table = TRY(Table::read(file(left_out.of)));
        for (auto& unit : units_of(table)) {
            const bool is_named =
                unit.level == left_out.level &&
                std::ranges::find(left_out.codes, unit.code) != left_out.codes.end();
            if (is_named) snapshot.units.push_back(std::move(unit));
        }
        return {};
    }

    static void add_root(UnitHistory& history, UnitId root, const SnapshotUnit& called, Date on) {
        history.units.insert(history.units.begin(), root);
        history.names.insert(history.names.begin(), {root, called, {on}, {}});
        const DatedPlace place{
            .unit = root,
            .parent = {},
            .level = called.level,
            .path = UnitPath::root(root),
            .period = {on},
        };
        history.places.insert(history.places.begin(), place);
    }

    // A unit by level and code as it was called on a date.
    using Called = std::map<std::pair<std::string, std::string>, UnitId>;

    template <class Stood>
    static Called called_when(const UnitHistory& history, const Stood& stood) {
        Called called;
        for (const auto& name : history.names) {
            if (stood(name.period)) called[{name.called.level, name.called.code}] = name.unit;
        }
        return called;
    }

    Result<> add_ended(UnitHistory& history, const Ended& ended) const {
        const auto table = TRY(Table::read(file(ended.units)));
        const auto before = called_when(history, [&](const Period& period) {
            return period.until == ended.ended_on;
        });
        const auto after = called_when(history, [&](const Period& period) {
            return period.contains(ended.succeeded_on);
        });

        std::unordered_set<UnitId> standing;
        for (const auto& name : history.names) {
            if (name.period.contains(ended.ended_on)) standing.insert(name.unit);
        }

        // The first successor that the table names is the default; a unit that is named and still
        // stands has only changed its name.
        std::map<UnitId, int> successors;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto old_unit =
                before.find({table.at(row, "old_level"), table.at(row, "old_code")});
            const auto new_unit =
                after.find({table.at(row, "new_level"), table.at(row, "new_code_2025")});
            if (old_unit == before.end() || new_unit == after.end()) continue;
            if (standing.contains(old_unit->second)) continue;
            const bool is_default = successors[old_unit->second]++ == 0;
            history.successions.push_back({
                .old_unit = old_unit->second,
                .new_unit = new_unit->second,
                .extent = Extent::whole,
                .is_default = is_default,
                .effective_on = ended.ended_on,
            });
        }
        return {};
    }

    db::Tx& tx_;
    const Kit& kit_;
    std::string folder_;
};

}  // namespace

Result<UnitId> import_country(db::Tx& tx, const Kit& kit, const std::string& folder) {
    return CountryImport(tx, kit, folder).run();
}

}  // namespace nangluc::organisation
