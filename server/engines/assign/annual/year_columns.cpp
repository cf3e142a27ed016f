#include "engines/assign/annual/year_columns.hpp"

#include <map>

#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

const Session& YearColumns::offer(const Seats& seats_here) const {
    return instance.sessions[nth(seats_here.session)];
}

const Group& YearColumns::group(const Seats& seats_here) const {
    return groups[nth(seats_here.group)];
}

static int add(YearColumns& year, const Column& column) {
    year.columns.push_back(column);
    return static_cast<int>(year.columns.size()) - 1;
}

static void add_group(YearColumns& year, int index) {
    const auto& group = year.groups[nth(index)];
    const auto places = year.instance.value_places;
    auto& of_group = year.seats_of_group.emplace_back();
    for (std::size_t need = 0; need < group.needs.size(); ++need) {
        const auto gain = to_double(group.needs[need].weight, places);
        for (const auto session : group.needs[need].sessions) {
            const auto column =
                add(year,
                    {.gain = gain,
                     .upper = static_cast<double>(group.size()),
                     .alike = group.size() > 1,
                     .opening = session,
                     .rank = 2});
            of_group.push_back(static_cast<int>(year.seats.size()));
            year.seats.push_back({column, index, static_cast<int>(need), session});
        }
    }
    year.missing_hours.push_back(-1);
    if (group.min_hours == 0 || year.instance.penalty == 0) return;
    const auto most = static_cast<double>(group.min_hours) * group.size();
    const auto loss = -to_double(year.instance.penalty, places);
    year.missing_hours.back() = add(year, {.gain = loss, .upper = most, .whole = false});
}

static void add_sent(YearColumns& year) {
    std::map<std::pair<int, int>, std::vector<int>> who;  // session, office
    for (std::size_t at = 0; at < year.seats.size(); ++at) {
        const auto& seats = year.seats[at];
        who[{seats.session, year.group(seats).office}].push_back(static_cast<int>(at));
    }
    for (auto& [place, seats] : who) {
        const auto [session, office] = place;
        const double most = year.instance.offices[nth(office)].max_absent;
        const auto column = add(year, {.upper = most, .opening = session, .rank = 1});
        year.sent_to_session[nth(session)].push_back(static_cast<int>(year.sent.size()));
        year.sent.push_back({column, office, session, std::move(seats)});
    }
}

YearColumns year_columns(const Instance& instance) {
    YearColumns year{instance, groups_of(instance), {}, {}, {}, {}, {}, {}};
    year.sent_to_session.resize(instance.sessions.size());
    for (std::size_t session = 0; session < instance.sessions.size(); ++session) add(year, {});
    for (std::size_t group = 0; group < year.groups.size(); ++group) {
        add_group(year, static_cast<int>(group));
    }
    add_sent(year);
    for (std::size_t session = 0; session < instance.sessions.size(); ++session) {
        if (year.sent_to_session[session].empty()) year.columns[session].upper = 0;
    }
    return year;
}

}  // namespace nangluc::annual
