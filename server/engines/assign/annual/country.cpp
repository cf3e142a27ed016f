#include "engines/assign/annual/country.hpp"

#include <algorithm>
#include <map>

#include "engines/assign/annual/table.hpp"

namespace nangluc::annual {

namespace {

double degrees(const Decimal& number) {
    return to_double(number.digits, number.places);
}

void read_communes(
    Country& country,
    const std::string& communes,
    const std::string& units,
    std::vector<Fault>& faults
) {
    const Table tree("units", units, {"code", "level", "parent_code"}, faults);
    std::map<std::int64_t, std::int64_t> province_of;
    for (std::size_t row = 0; row < tree.rows(); ++row) {
        if (tree.text(row, 1) == "commune") province_of[tree.whole(row, 0)] = tree.whole(row, 2);
    }
    const Table rows("communes", communes, {"code", "population", "latitude", "longitude"}, faults);
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const bool known = !rows.text(row, 1).empty() && !rows.text(row, 2).empty();
        if (!known) continue;
        const auto province = province_of.find(rows.whole(row, 0));
        if (province == province_of.end()) {
            rows.fault(row, 0, "plan.unknown_id");
            continue;
        }
        const auto latitude = degrees(rows.decimal(row, 2));
        country.communes.push_back(
            {province->second, rows.count(row, 1), latitude, degrees(rows.decimal(row, 3))}
        );
    }
}

void read_courses(Country& country, const std::string& programmes, std::vector<Fault>& faults) {
    const Table rows(
        "programmes",
        programmes,
        {"code",
         "form",
         "hours",
         "min_class",
         "max_class",
         "cost_per_class",
         "cost_per_person",
         "requires"},
        faults
    );
    std::map<std::string, int> known;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        constexpr std::int64_t thousand = 1000;
        const auto seats = rows.count(row, 4);
        const auto cost = rows.whole(row, 5) + seats * rows.whole(row, 6);
        if (cost == 0) continue;
        known[rows.text(row, 0)] = static_cast<int>(country.courses.size());
        const auto before = known.find(rows.text(row, 7));
        country.courses.push_back(
            {.hours = rows.count(row, 2),
             .min_class = rows.count(row, 3),
             .max_class = seats,
             .cost = cost / thousand,
             .online = rows.text(row, 1) == "online",
             .before = before == known.end() ? -1 : before->second}
        );
    }
}

}  // namespace

Result<Country> read_country(
    const std::string& communes, const std::string& units, const std::string& programmes
) {
    Country country;
    std::vector<Fault> faults;
    read_communes(country, communes, units, faults);
    read_courses(country, programmes, faults);
    const bool empty = country.communes.empty() || country.courses.empty();
    if (empty || !faults.empty()) return invalid("plan.country_unsound", std::move(faults));
    return country;
}

}  // namespace nangluc::annual
