#include "app/world/world.hpp"

#include "app/world/accounts.hpp"
#include "app/world/judgements.hpp"
#include "app/world/shares.hpp"
#include "app/world/spread.hpp"
#include "app/world/staffing.hpp"
#include "base/clock.hpp"
#include "base/id.hpp"
#include "kit/db/bulk.hpp"
#include "modules/assessment/item/item_load.hpp"
#include "modules/assessment/rating/rating_load.hpp"
#include "modules/organisation/country/country_import.hpp"
#include "modules/organisation/unit/snapshot_store.hpp"
#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::world {

namespace {

using organisation::Unit;

constexpr std::uint64_t seed = 20'250'701;
constexpr std::string_view demo_province = "11";    // Điện Biên
constexpr std::string_view demo_commune = "03256";  // Mường Ảng
// Before anything else can have happened to an empty database.
constexpr Date day_of_ids{2025, 7, 1};
constexpr std::size_t people_at_once = 20'000;  // in memory and in one transaction

// Everything but the ids comes from the kit: a world's ids are its own, so that they are the same
// whenever it is made.
struct WorldKit {
    explicit WorldKit(const Kit& own)
        : ids(clock),
          kit{own.db, own.clock, ids, own.audit, own.outbox, own.jobs, own.files, own.subtrees} {}

    FixedClock clock{day_of_ids};
    IdMaker ids;
    Kit kit;
};

class WorldBuilder {
public:
    WorldBuilder(const Kit& kit, const WorldPlan& plan)
        : made_(kit), kit_(made_.kit), plan_(plan), spread_(kit.clock.today()) {}

    Result<WorldReport> run() {
        TRY(load_country());
        offices_ = TRY(read_offices(kit_, (plan_.share / "world").string()));
        kit_.db.transaction([&](db::Tx& tx) { load_catalogues(tx, offices_); });
        shares_ = TRY(Shares::read(plan_.share / "vietnam" / "communes-2025.csv"));

        const auto here = provinces();
        TRY(prepare_content(here));
        if (is_demo()) {
            staff_all(here);
            rebuild();
        } else {
            // Names come in no order, and are many.
            db::load_without(
                kit_.db,
                {"organisation_people_folded", "organisation_people_sort_key"},
                [&] { staff_all(here); }
            );
            rebuild();
            db::count_rows_anew(kit_.db);
        }
        TRY(load_items());
        report_.spreads = spread_.lines(judgements_->found(), offices_);
        report_.digest = spread_.digest();
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

    Result<> load_items() {
        return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
            TRY(assessment::load_bank(tx, kit_, (plan_.share / "items").string()));
            return {};
        });
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
                place.predecessors = predecessors_of(tx, unit);
                places.push_back(std::move(place));
            }
            return places;
        });
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

    bool is_demo() const { return plan_.people == 0; }

    void staff_all(const std::vector<Unit>& provinces) {
        Staffing staffing(kit_, offices_, seed);
        for (const auto& province : provinces) staff_province(staffing, province);
    }

    void staff_province(Staffing& staffing, const Unit& province) {
        province_ = &province;
        for (auto& place : places_in(province)) {
            if (!is_demo()) {
                const auto people =
                    std::max<std::int64_t>(plan_.people - Staffing::department_people, 0);
                place.people = shares_.next_part(place.unit.code, people);
                place.remoteness = shares_.remoteness(place.unit.code);
            }
            const bool as_reported = place.unit.code == demo_commune;
            if (as_reported) commune_ = place.unit;
            const auto before = staff_.people.size();
            staffing.staff(place, as_reported, staff_);
            spread_.add_commune(static_cast<int>(staff_.people.size() - before));
            ++report_.communes;
            places_.push_back(std::move(place));
            if (province.code != demo_province && staff_.people.size() >= people_at_once) load();
        }
        if (province.code == demo_province) return load_demo_province(staffing);
        load();
    }

    // What stands in staff_ goes to the database and out of memory.
    void load() {
        const auto ratings = judge();
        kit_.db.transaction([&](db::Tx& tx) { load(tx, ratings); });
        note(ratings);
    }

    void load_demo_province(Staffing& staffing) {
        const auto ratings = judge();
        std::vector<programmes::Participation> attended;
        if (is_demo()) {
            for (const auto& place : places_) {
                const bool as_reported = place.unit.code == demo_commune;
                judgements_->attend(staff_, place.unit.path, as_reported ? 97 : 64, attended);
            }
        }
        const auto department = staffing.staff_department(*province_, staff_);
        kit_.db.transaction([&](db::Tx& tx) {
            load(tx, ratings);
            programmes::load_participations(tx, kit_, each_of(attended));
            add_accounts(
                tx,
                kit_,
                offices_,
                staff_,
                {report_.root, *province_, commune_, department, !is_demo()}
            );
        });
        report_.province = province_->id;
        report_.commune = commune_.id;
        note(ratings);
    }

    std::vector<assessment::Rating> judge() {
        std::vector<assessment::Rating> ratings;
        judgements_->judge(
            staff_, is_demo() ? Density::several_judges : Density::one_judge, ratings
        );
        return ratings;
    }

    void note(const std::vector<assessment::Rating>& ratings) {
        spread_.add(staff_, ratings);
        report_.ratings += static_cast<std::int64_t>(ratings.size());
        report_.people += static_cast<std::int64_t>(staff_.people.size());
        report_.posts += static_cast<std::int64_t>(staff_.posts.size());
        staff_ = {};
        places_.clear();
        plan_.progress("people", report_.people, plan_.people);
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

    void load(db::Tx& tx, const std::vector<assessment::Rating>& ratings) {
        organisation::save_history(tx, kit_, {"VN", "division", "local"}, staff_.units);
        organisation::load_posts(tx, kit_, staff_.posts);
        organisation::load_people(tx, kit_, each_of(staff_.people));
        organisation::load_facts(tx, kit_, each_of(staff_.facts));
        organisation::load_holdings(tx, kit_, each_of(staff_.holdings));
        assessment::load_ratings(tx, kit_, each_of(ratings));
    }

    WorldKit made_;
    const Kit& kit_;
    const WorldPlan& plan_;
    Offices offices_;
    Content content_;
    std::optional<competency::RequirementTable> requirements_;
    std::optional<Judgements> judgements_;
    Shares shares_;
    Spread spread_;
    // Of the province at hand, and not yet loaded.
    const Unit* province_ = nullptr;
    Unit commune_;
    Staff staff_;
    std::vector<Place> places_;
    WorldReport report_;
};

}  // namespace

Result<WorldReport> build_world(const Kit& kit, const WorldPlan& plan) {
    return WorldBuilder(kit, plan).run();
}

}  // namespace nangluc::world
