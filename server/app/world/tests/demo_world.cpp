#include "demo_world.hpp"

#include "modules/organisation/unit/unit_store.hpp"

namespace nangluc::testing {

std::string DemoWorld::unit_called(std::string_view full_name) {
    return database.db().read([&](db::Tx& tx) {
        for (const auto& unit : organisation::find_units(tx, full_name, AsOf::latest(today), 200)) {
            if (unit.full_name == full_name) return to_text(unit.id.value);
        }
        throw std::runtime_error("no unit is called " + std::string(full_name));
    });
}

}  // namespace nangluc::testing
