#include "engines/assign/annual/year_columns.hpp"

#include <algorithm>
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

// What a seat is worth beside its need where a plan stands: each that differs costs, so one kept
// saves as much.
static std::int64_t change(const Instance& instance, const Group& group, int session) {
    if (!instance.counts_changes()) return 0;
    const bool kept = std::ranges::binary_search(group.previous, session);
    return kept ? instance.change_penalty : -instance.change_penalty;
}

static void add_group(YearColumns& year, int index) {
    const auto& group = year.groups[nth(index)];
    const auto places = year.instance.value_places;
    auto& of_group = year.seats_of_group.emplace_back();
    std::size_t settled = 0;
    for (std::size_t need = 0; need < group.needs.size(); ++need) {
        for (const auto session : group.needs[need].sessions) {
            const double most = group.size();
            const bool must = std::ranges::binary_search(group.settled, session);
            if (must) {
                ++settled;
                year.columns[nth(session)].lower = 1;
            }
            const auto gain = group.needs[need].weight + change(year.instance, group, session);
            const auto column =
                add(year,
                    {.gain = to_double(gain, places),
                     .lower = must ? most : 0,
                     .upper = most,
                     .alike = group.size() > 1,
                     .opening = session,
                     .rank = 2});
            of_group.push_back(static_cast<int>(year.seats.size()));
            year.seats.push_back({column, index, static_cast<int>(need), session});
        }
    }
    if (settled < group.settled.size()) year.impossible = true;
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
        const double most = year.instance.most_absent(office, year.instance.sessions[nth(session)]);
        const auto column = add(year, {.upper = most, .opening = session, .rank = 1});
        year.sent_to_session[nth(session)].push_back(static_cast<int>(year.sent.size()));
        year.sent.push_back({column, office, session, std::move(seats)});
    }
}

static void add_teaching(YearColumns& year) {
    const auto& instance = year.instance;
    for (std::size_t at = 0; at < instance.sessions.size(); ++at) {
        const auto session = static_cast<int>(at);
        if (year.sent_to_session[at].empty()) continue;
        for (std::size_t who = 0; who < instance.lecturers.size(); ++who) {
            if (!Instance::can_teach(instance.lecturers[who], instance.sessions[at])) continue;
            const auto column = add(year, {.opening = session, .rank = 1});
            year.teaching.push_back({column, static_cast<int>(who), session});
        }
    }
}

// The plan that stands costs all its seats, of which those kept are won back.
static void add_standing(YearColumns& year) {
    const auto& instance = year.instance;
    if (!instance.counts_changes()) return;
    const auto seats = static_cast<std::int64_t>(instance.previous->size());
    const auto loss = -to_double(seats * instance.change_penalty, instance.value_places);
    add(year, {.gain = loss, .lower = 1, .whole = false});
}

static void add_openings(YearColumns& year) {
    const auto& instance = year.instance;
    for (std::size_t session = 0; session < instance.sessions.size(); ++session) add(year, {});
    for (const auto& [session, opens] : instance.frozen_sessions) {
        year.columns[nth(session)].lower = opens ? 1 : 0;
    }
}

static void shut_without_people(YearColumns& year) {
    for (std::size_t session = 0; session < year.sent_to_session.size(); ++session) {
        if (!year.sent_to_session[session].empty()) continue;
        year.columns[session].upper = 0;
        if (year.columns[session].lower > 0) year.impossible = true;
    }
}

YearColumns year_columns(const Instance& instance) {
    YearColumns year{instance, groups_of(instance), {}, {}, {}, {}, {}, {}, {}};
    year.sent_to_session.resize(instance.sessions.size());
    add_openings(year);
    for (std::size_t group = 0; group < year.groups.size(); ++group) {
        add_group(year, static_cast<int>(group));
    }
    add_sent(year);
    add_teaching(year);
    add_standing(year);
    shut_without_people(year);
    return year;
}

}  // namespace nangluc::annual
