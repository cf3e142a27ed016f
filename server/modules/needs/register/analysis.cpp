#include "modules/needs/register/analysis.hpp"

#include <algorithm>
#include <chrono>

#include "base/clock.hpp"
#include "kit/db/db.hpp"
#include "modules/needs/gap/gap_service.hpp"
#include "modules/needs/matrix/matrix_sheet.hpp"

namespace nangluc::needs {

static double milliseconds_of_a_pass(const Register& reg) {
    auto cube = gaps::cube_of(reg.live.population());
    const auto started = std::chrono::steady_clock::now();
    gaps::recount(reg.live.population(), cube);
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - started;
    return took.count();
}

static gaps::UnitNumber unit_called(const Register& reg, std::string_view code) {
    if (code.empty()) return reg.units.empty() ? gaps::no_unit : 0;
    // Old codes were used again on another level: the lowest that carries it is meant.
    auto found = gaps::no_unit;
    for (std::size_t number = 0; number < reg.units.size(); ++number) {
        if (reg.units[number].code == code) found = static_cast<gaps::UnitNumber>(number);
    }
    return found;
}

Result<Analysis> analyse(const Kit& kit, std::string_view unit_code) {
    const auto today = kit.clock.as_of_now();
    const auto reg = build_register(kit.db, today);
    const auto unit = unit_called(*reg, unit_code);
    if (unit == gaps::no_unit) return not_found("unit");

    return kit.db.read([&](db::Tx& tx) -> Result<Analysis> {
        MatrixPage page{.unit = reg->units[unit], .on = today.on, .matrix = matrix_of(*reg, unit)};
        for (const auto& row : page.matrix.rows) {
            page.units.push_back(reg->units[reg->number_of(row.unit)]);
        }
        page.names = read_names(tx, "vi");

        Analysis analysis{
            .unit = page.unit.full_name,
            .people = page.matrix.total.people,
            .units = static_cast<std::int64_t>(reg->units.size()),
            .profiles = static_cast<std::int64_t>(reg->live.population().profiles().size()),
            .pass_milliseconds = milliseconds_of_a_pass(*reg),
            .top = {},
            .csv = csv_of(page, "vi").bytes,
        };
        auto needs = rank_needs(*reg, unit, RankBy::competency, {}, page.names);
        needs.resize(std::min<std::size_t>(needs.size(), 10));
        for (const auto& need : needs) {
            analysis.top.push_back({page.names.at(need.competency).name, need.people, need.levels});
        }
        return analysis;
    });
}

}  // namespace nangluc::needs
