#pragma once

// Viet Nam's units in a test's database, for the tests of organisation and of the modules above it.

#include <stdexcept>

#include "modules/organisation/country/country_import.hpp"
#include "modules/organisation/unit/unit_store.hpp"
#include "testing/test_kit.hpp"

namespace nangluc::testing {

// The folder of the reference facts that the product ships.
inline std::string data_folder() {
    return NANGLUC_SOURCE_FOLDER "/data";
}

// The tree of the application, as organisation keeps it.
class CountrySubtrees final : public Subtrees {
public:
    std::optional<UnitPath> path_of(db::Tx& tx, UnitId unit, Date on) const override {
        auto path = organisation::path_of(tx, unit, AsOf::latest(on));
        return path ? std::optional(std::move(path.value())) : std::nullopt;
    }
};

// Loaded once a program and copied for each test. Today is 23 November 2026.
class Country {
public:
    static constexpr Date today{2026, 11, 23};

    Country()
        : kit_(subtrees_, today, TestDatabase::from_template("viet_nam", load)),
          root(kit_.db().read([](db::Tx& tx) {
              return organisation::list_roots(tx, AsOf::latest(today)).front().id;
          })) {
        // The ids of the template were made by another maker on the same fixed clock.
        kit_.clock.advance(1'000'000);
    }

    // The unit of that full name that stands today; throws where there is none.
    UnitId unit_called(std::string_view full_name) {
        return kit_.db().read([&](db::Tx& tx) {
            for (const auto& unit :
                 organisation::find_units(tx, full_name, AsOf::latest(today), 50)) {
                if (unit.full_name == full_name) return unit.id;
            }
            throw std::runtime_error("no unit is called " + std::string(full_name));
        });
    }

private:
    static void load(db::Db& db) {
        FixedClock clock(today);
        IdMaker ids(clock);
        const TestFolder folder;
        Work work(db, clock, ids, folder.path());
        const CountrySubtrees subtrees;
        const Kit kit{db, clock, ids, work.audit, work.outbox, work.jobs, work.files, subtrees};
        const auto loaded = db.transaction([&](db::Tx& tx) {
            return organisation::import_country(tx, kit, data_folder() + "/vietnam");
        });
        if (!loaded) throw std::runtime_error(loaded.error().code);
    }

    CountrySubtrees subtrees_;
    TestKit kit_;

public:
    const UnitId root;
    const Kit& kit = kit_.kit;
    FixedClock& clock = kit_.clock;
    Work& work = kit_.work;
};

}  // namespace nangluc::testing
