#include <fstream>
#include <stdexcept>

#include "base/text.hpp"
#include "bench/bench.hpp"
#include "kit/sheet/temporary_file.hpp"
#include "kit/sheet/writer.hpp"
#include "modules/organisation/person/people_load.hpp"
#include "modules/organisation/roster_import/roster_import_service.hpp"
#include "modules/organisation/roster_import/roster_words.hpp"
#include "testing/test_kit.hpp"

namespace nangluc::bench {

namespace {

using namespace organisation;

constexpr int rows = 100'000;
constexpr Date long_ago{2020, 1, 1};
constexpr UnitId root{1};

template <class Value>
Value taken(Result<Value> result) {
    if (!result) throw std::runtime_error(result.error().code);
    return std::move(result.value());
}

template <class Row>
Next<Row> each_of(const std::vector<Row>& all) {
    return [&all, at = std::size_t{0}](Row& row) mutable {
        if (at == all.size()) return false;
        row = all[at++];
        return true;
    };
}

constexpr auto insert_unit = R"sql(
    INSERT INTO organisation_units (id, country, kind, system)
    VALUES ($1, 'VN', 'administrative', 'state')
)sql";

constexpr auto insert_name = R"sql(
    INSERT INTO organisation_unit_names (id, unit_id, code, type, name, full_name, name_en,
           full_name_en, folded, sort_key, from_date, until_date, recorded_at, superseded_at)
    VALUES ($1, $1, '', 'province', $2, $2, '', '', $3, $3, $4, 99991231, 0, 9223372036854775807)
)sql";

constexpr auto insert_place = R"sql(
    INSERT INTO organisation_unit_places (id, unit_id, parent_id, level, path, seq, from_date,
           until_date, recorded_at, superseded_at)
    VALUES ($1, $1, $2, 'province', $3, $1, $4, 99991231, 0, 9223372036854775807)
)sql";

// A province of 100 communes with a post for everybody in the file.
class Province {
public:
    static constexpr std::int64_t communes = 100;

    Province() {
        test_.units.add(root);
        test_.db().transaction([&](db::Tx& tx) { load(tx); });
        imports_.handle_jobs();
        test_.work.jobs.resolve_actors_with([this](AccountId) { return officer_; });
    }

    static std::string name_of(std::int64_t commune) { return "Xã số " + std::to_string(commune); }

    RosterImport upload(const std::string& bytes) {
        return taken(imports_.upload(officer_, {root, "roster.xlsx", bytes}));
    }
    ImportCounts check(RosterImportId id) {
        taken(imports_.start_check(officer_, id));
        run();
        return taken(imports_.find(officer_, id)).counts;
    }
    void apply(RosterImportId id) {
        taken(imports_.start_application(officer_, id, AppliedRows::all));
        run();
    }
    ImportStatus status(RosterImportId id) { return taken(imports_.find(officer_, id)).status; }

private:
    void run() {
        while (test_.work.jobs.run_one()) continue;
    }

    void add(db::Tx& tx, UnitId unit, const UnitPath& path, const std::string& name) {
        tx.run(insert_unit, unit);
        tx.run(insert_name, unit, name, fold(name), long_ago);
        tx.run(insert_place, unit, path.parent(), path, long_ago);
    }

    void load(db::Tx& tx) {
        const auto place = UnitPath::root(root);
        add(tx, root, place, "Tỉnh Đo");
        const std::vector<PositionRow> positions{
            {.id = {11}, .code = "VT", .name = "Văn thư", .kind = "professional"}};
        load_positions(tx, each_of(positions));
        const std::vector<RankRow> ranks{{{1}, "01.003", 3, "Chuyên viên", "Specialist"}};
        load_ranks(tx, each_of(ranks));
        std::vector<PostRow> posts;
        for (std::int64_t i = 1; i <= communes; ++i) {
            const UnitId commune{100 + i};
            add(tx, commune, place.child(commune), name_of(i));
            posts.push_back({{1'000 + i}, commune, {11}, {}, 9'000, {long_ago}, {}});
        }
        load_posts(tx, test_.kit, posts);
    }

    testing::TestKit test_{Date{2026, 11, 23}};
    Actor officer_{{1}, {}, {{UnitPath::root(root), {Permission::import_people}}}};
    RosterImportService imports_{test_.kit};
};

// Letters that make every name another one.
std::string given_name(int i) {
    std::string name(1, static_cast<char>('A' + i % 26));
    for (int at = i / 26; at > 0; at /= 26) name += static_cast<char>('a' + at % 26);
    return name;
}

std::vector<sheet::Value> row_of(int i) {
    std::vector<sheet::Value> row(roster_columns - 1);
    const auto set = [&](RosterColumn column, sheet::Value value) {
        row[static_cast<std::size_t>(column) - 1] = std::move(value);
    };
    set(RosterColumn::staff_number, "N" + std::to_string(1'000'000 + i));
    set(RosterColumn::name, "Nguyễn Văn " + given_name(i));
    set(RosterColumn::birth_date, add_days({1970, 1, 1}, i % 11'000));
    set(RosterColumn::sex, std::string(i % 2 == 0 ? "Nam" : "Nữ"));
    set(RosterColumn::unit, Province::name_of(1 + i % Province::communes));
    set(RosterColumn::position, std::string("Văn thư"));
    set(RosterColumn::kind, std::string("Chính thức"));
    set(RosterColumn::share, std::int64_t{100});
    set(RosterColumn::from_date, Date{2025, 7, 1});
    set(RosterColumn::rank, std::string("Chuyên viên"));
    set(RosterColumn::qualification, std::string("Đại học"));
    set(RosterColumn::decision, "12/QĐ-" + std::to_string(i));
    set(RosterColumn::email, "nguoi" + std::to_string(i) + "@tinh.gov.vn");
    return row;
}

std::string workbook() {
    const sheet::TemporaryFile file;
    const auto writer = sheet::xlsx_writer(file.path());
    const RosterWords words(false);
    sheet::SheetPlan plan{.name = "Nhân sự"};
    for (std::size_t i = 1; i < roster_columns; ++i) {
        const auto column = nangluc::name_of(static_cast<RosterColumn>(i));
        plan.columns.push_back({.title = words.at("import.column." + column)});
    }
    writer->begin_sheet(plan);
    for (int i = 0; i < rows; ++i) writer->add_row(row_of(i));
    writer->finish();
    std::ifstream in(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What the process holds, and the most it held since forget_peak().
double megabytes(const std::string& wanted) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(wanted)) return std::stod(line.substr(wanted.size())) / 1024;
    }
    return 0;
}

void forget_peak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

// 100,000 new people in 15 columns; the application checks them all once more before it writes.
void measure(Report& report) {
    const auto bytes = workbook();
    Province province;
    const auto import = province.upload(bytes);
    forget_peak();
    ImportCounts counts;
    const auto dry = seconds([&] { counts = province.check(import.id); }, Time::wall);
    if (counts.added != rows) throw std::runtime_error("rows are missing");
    report.add({"dry_run", dry, "s"});
    report.add({"dry_run_rows", rows / dry, "rows/s"});
    report.add({"dry_run_peak", megabytes("VmHWM:"), "MB"});
    forget_peak();
    const auto applied = seconds([&] { province.apply(import.id); }, Time::wall);
    if (province.status(import.id) != ImportStatus::applied) {
        throw std::runtime_error("not applied");
    }
    report.add({"apply_rows", rows / applied, "rows/s"});
    report.add({"apply_peak", megabytes("VmHWM:"), "MB"});
}

const Registration rosters("roster", measure);

}  // namespace

}  // namespace nangluc::bench
