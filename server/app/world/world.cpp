#include "app/world/world.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "app/world/accounts.hpp"
#include "app/world/judgements.hpp"
#include "app/world/staffing.hpp"
#include "base/clock.hpp"
#include "base/id.hpp"
#include "kit/sheet/table.hpp"
#include "modules/assessment/rating_load.hpp"
#include "modules/organisation/country_import.hpp"
#include "modules/organisation/snapshot_store.hpp"
#include "modules/organisation/unit_store.hpp"

namespace nangluc::world {

namespace {

using organisation::Unit;

constexpr std::uint64_t seed = 20'250'701;
constexpr std::string_view demo_province = "11";    // Điện Biên
constexpr std::string_view demo_commune = "03256";  // Mường Ảng
constexpr int people_of_an_office = 84;

class WorldBuilder {
public:
    WorldBuilder(const Kit& kit, const WorldPlan& plan) : kit_(kit), plan_(plan) {}

    Result<WorldReport> run() {
        TRY(load_country());
        offices_ = TRY(read_offices(kit_, (plan_.share / "world").string()));
        kit_.db.transaction([&](db::Tx& tx) { load_catalogues(tx, offices_); });
        TRY(read_populations());

        const auto here = provinces();
        TRY(prepare_content(here));
        Staffing staffing(kit_, offices_, seed);
        for (const auto& province : here) TRY(staff_province(staffing, province));
        rebuild();
        return report_;
    }

private:
    Result<> load_country() {
        plan_.progress("units", 0, 1);
        report_.root = TRY(kit_.db.transaction([&](db::Tx& tx) {
            return organisation::import_country(tx, kit_, (plan_.share / "vietnam").string());
        }));
        plan_.progress("units", 1, 1);
        return {};
    }

    // What the world is judged by: for the demo it holds in its province, else in the nation.
    Result<> prepare_content(const std::vector<Unit>& provinces) {
        Scopes scopes{
            .nation = report_.root,
            .requirements = plan_.people == 0 ? provinces.front().id : report_.root,
            .by_code = {},
        };
        for (const auto& place : places_in(provinces.front())) {
            scopes.by_code[place.unit.code] = place.unit.id;
        }
        return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
            content_ = TRY(load_content(tx, kit_, plan_.share.string(), offices_, scopes));
            requirements_.emplace(competency::load_requirement_table(tx, today()));
            judgements_.emplace(content_, offices_, *requirements_, kit_.clock.today(), seed + 1);
            return {};
        });
    }

    Result<> read_populations() {
        const auto table =
            TRY(sheet::Table::read((plan_.share / "vietnam" / "communes-2025.csv").string()));
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto& text = table.at(row, "population");
            int people = 0;
            std::from_chars(text.data(), text.data() + text.size(), people);
            populations_[table.at(row, "code")] = people;
            population_ += people;
        }
        return {};
    }

    AsOf today() const { return AsOf::latest(kit_.clock.today()); }

    std::vector<Unit> provinces() {
        auto provinces = kit_.db.read([&](db::Tx& tx) {
            return organisation::list_units_below(
                tx, UnitPath::root(report_.root), today(), "province"
            );
        });
        if (plan_.people == 0) {
            std::erase_if(provinces, [](const Unit& unit) { return unit.code != demo_province; });
        }
        return provinces;
    }

    std::vector<Place> places_in(const Unit& province) {
        return kit_.db.read([&](db::Tx& tx) {
            std::vector<Place> places;
            for (auto& unit :
                 organisation::list_units_below(tx, province.path, today(), "commune")) {
                Place place{.unit = unit, .province_code = province.code};
                place.population = populations_[unit.code];
                place.people = people_in(place.population);
                place.predecessors = predecessors_of(tx, unit);
                places.push_back(std::move(place));
            }
            return places;
        });
    }

    int people_in(int population) const {
        if (plan_.people == 0) return 0;
        const auto share = population > 0 ? population : 28'000;  // about the mean of a commune
        const auto people = plan_.people * share / std::max<std::int64_t>(population_, 1);
        return std::max(people_of_an_office, static_cast<int>(people));
    }

    static std::vector<Unit> predecessors_of(db::Tx& tx, const Unit& unit) {
        std::vector<Unit> units;
        for (const auto& succession : organisation::list_predecessors(tx, unit.id)) {
            auto before =
                organisation::find_former_unit(tx, succession.old_unit, Instant{INT64_MAX - 1});
            if (before && before.value().level == "commune") units.push_back(take(before));
        }
        return units;
    }

    Result<> staff_province(Staffing& staffing, const Unit& province) {
        Staff staff;
        Unit commune;
        std::vector<programmes::Participation> attended;
        const auto places = places_in(province);
        for (const auto& place : places) {
            const bool as_reported = place.unit.code == demo_commune;
            if (as_reported) commune = place.unit;
            staffing.staff(place, as_reported, staff);
            ++report_.communes;
        }
        const bool is_demo = plan_.people == 0;
        std::vector<assessment::Rating> ratings;
        const auto density = is_demo ? Density::several_judges : Density::one_judge;
        judgements_->judge(staff, density, ratings);
        if (is_demo) {
            for (const auto& place : places) {
                const bool as_reported = place.unit.code == demo_commune;
                judgements_->attend(staff, place.unit.path, as_reported ? 97 : 64, attended);
            }
        }
        kit_.db.transaction([&](db::Tx& tx) {
            assessment::load_ratings(tx, kit_, each_of(ratings));
            programmes::load_participations(tx, kit_, each_of(attended));
            if (province.code != demo_province) return load(tx, staff);
            const auto department = staffing.staff_department(province, staff);
            load(tx, staff);
            add_accounts(tx, kit_, offices_, staff, {report_.root, province, commune, department});
            report_.province = province.id;
            report_.commune = commune.id;
        });

        report_.ratings += static_cast<std::int64_t>(ratings.size());
        report_.people += static_cast<std::int64_t>(staff.people.size());
        report_.posts += static_cast<std::int64_t>(staff.posts.size());
        plan_.progress("people", report_.people, plan_.people);
        return {};
    }

    void rebuild() {
        kit_.db.transaction([&](db::Tx& tx) {
            assessment::rebuild_projections(tx, kit_, [&](std::int64_t done, std::int64_t total) {
                plan_.progress("levels", done, total);
            });
        });
    }

    template <class Row>
    static organisation::Next<Row> each_of(const std::vector<Row>& rows) {
        return [&rows, at = std::size_t{0}](Row& row) mutable {
            if (at == rows.size()) return false;
            row = rows[at++];
            return true;
        };
    }

    void load(db::Tx& tx, const Staff& staff) {
        organisation::save_history(tx, kit_, {"VN", "division", "local"}, staff.units);
        organisation::load_posts(tx, kit_, staff.posts);
        organisation::load_people(tx, kit_, each_of(staff.people));
        organisation::load_facts(tx, kit_, each_of(staff.facts));
        organisation::load_holdings(tx, kit_, each_of(staff.holdings));
    }

    const Kit& kit_;
    const WorldPlan& plan_;
    Offices offices_;
    Content content_;
    std::optional<competency::RequirementTable> requirements_;
    std::optional<Judgements> judgements_;
    std::map<std::string, int> populations_;
    std::int64_t population_ = 0;
    WorldReport report_;
};

}  // namespace

Result<WorldReport> build_world(const Kit& kit, const WorldPlan& plan) {
    return WorldBuilder(kit, plan).run();
}

}  // namespace nangluc::world
