#include "engines/assign/annual/year_rows.hpp"

#include <algorithm>
#include <climits>
#include <map>
#include <set>

#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

namespace {

class Rules {
public:
    explicit Rules(const YearColumns& year) : year_(year) {}

    std::vector<Row> rows() {
        add_budget();
        for (std::size_t session = 0; session < year_.sent_to_session.size(); ++session) {
            add_class_size(static_cast<int>(session));
        }
        add_sent();
        add_presence();
        for (std::size_t group = 0; group < year_.groups.size(); ++group) {
            add_once(static_cast<int>(group));
            add_slots(static_cast<int>(group));
            add_prerequisites(static_cast<int>(group));
            add_max_hours(static_cast<int>(group));
            add_max_sessions(static_cast<int>(group));
        }
        return std::move(rows_);
    }

private:
    const Instance& instance() const { return year_.instance; }

    double cost(std::int64_t digits) const { return to_double(digits, instance().cost_places); }

    void add_budget() {
        Row row{{Family::budget, {}, {}}, {}, cost(instance().budget)};
        for (std::size_t session = 0; session < instance().sessions.size(); ++session) {
            const auto fixed = cost(instance().sessions[session].fixed_cost);
            row.entries.push_back({static_cast<int>(session), fixed});
        }
        for (const auto& sent : year_.sent) {
            const auto venue = instance().sessions[nth(sent.session)].venue;
            row.entries.push_back(
                {sent.column, cost(*instance().travel[nth(sent.office)][nth(venue)])}
            );
        }
        rows_.push_back(std::move(row));
    }

    // least · open <= people <= capacity · open
    void add_class_size(int session) {
        const auto& offer = instance().sessions[nth(session)];
        const auto& here = year_.sent_to_session[nth(session)];
        if (here.empty()) return;
        Row most{{Family::capacity, {session}, {}}, {}, 0};
        Row least{{Family::min_class, {session}, {}}, {}, 0};
        most.entries.push_back({session, -static_cast<double>(offer.capacity)});
        least.entries.push_back({session, static_cast<double>(offer.least_people())});
        for (const auto at : here) {
            most.entries.push_back({year_.sent[nth(at)].column, 1});
            least.entries.push_back({year_.sent[nth(at)].column, -1});
        }
        rows_.push_back(std::move(most));
        rows_.push_back(std::move(least));
    }

    // What an office sends is who of it attends: no more and no less.
    void add_sent() {
        for (const auto& sent : year_.sent) {
            Row least{
                {Family::sent_least, {sent.office, sent.session}, {}}, {{sent.column, -1}}, 0};
            Row most{{Family::sent_most, {sent.office, sent.session}, {}}, {{sent.column, 1}}, 0};
            for (const auto at : sent.seats) {
                least.entries.push_back({year_.seats[nth(at)].column, 1});
                most.entries.push_back({year_.seats[nth(at)].column, -1});
            }
            rows_.push_back(std::move(least));
            rows_.push_back(std::move(most));
        }
    }

    void add_presence() {
        std::map<std::pair<int, int>, Row> absent;
        for (const auto& sent : year_.sent) {
            for (const auto slot : instance().sessions[nth(sent.session)].slots) {
                absent[{sent.office, slot}].entries.push_back({sent.column, 1});
            }
        }
        drop_contained(absent);
        for (auto& [place, row] : absent) {
            row.name = {Family::presence, {place.first, place.second}, {}};
            row.limit = instance().offices[nth(place.first)].max_absent;
            rows_.push_back(std::move(row));
        }
    }

    void add_once(int group) {
        std::map<int, Row> of_need;
        for (const auto at : year_.seats_of_group[nth(group)]) {
            const auto& seats = year_.seats[nth(at)];
            of_need[seats.need].entries.push_back({seats.column, 1});
        }
        for (auto& [need, row] : of_need) {
            const auto programme = year_.groups[nth(group)].needs[nth(need)].programme;
            if (row.entries.size() < 2) continue;
            row.name = {Family::once, {group, programme}, {}};
            row.limit = year_.groups[nth(group)].size();
            rows_.push_back(std::move(row));
        }
    }

    void add_slots(int group) {
        std::map<std::pair<int, int>, Row> taken;  // group, slot
        for (const auto at : year_.seats_of_group[nth(group)]) {
            const auto& seats = year_.seats[nth(at)];
            for (const auto slot : year_.offer(seats).slots) {
                taken[{group, slot}].entries.push_back({seats.column, 1});
            }
        }
        drop_contained(taken);
        for (auto& [place, row] : taken) {
            row.name = {Family::slot, {group, place.second}, {}};
            row.limit = year_.groups[nth(group)].size();
            rows_.push_back(std::move(row));
        }
    }

    // Of the slots of one group or office: what a row says that has no more columns than another,
    // the other says too; and one column alone is held by its sides. Sessions over many slots bring
    // many of them.
    static void drop_contained(std::map<std::pair<int, int>, Row>& by_slot) {
        for (auto row = by_slot.begin(); row != by_slot.end();) {
            const auto first = by_slot.lower_bound({row->first.first, INT_MIN});
            const auto last = by_slot.lower_bound({row->first.first + 1, INT_MIN});
            const bool said_too = std::any_of(first, last, [&](const auto& other) {
                return other.first != row->first && contains(other.second, row->second);
            });
            const bool alone = row->second.entries.size() < 2;
            row = alone || said_too ? by_slot.erase(row) : std::next(row);
        }
    }

    static bool contains(const Row& more, const Row& fewer) {
        const auto column = [](const Entry& entry) { return entry.column; };
        return std::ranges::includes(more.entries, fewer.entries, {}, column, column);
    }

    // Up to each slot, no more have attended the programme than its prerequisite before: stronger
    // than one row for each session, since a person attends a programme once.
    void add_prerequisites(int group) {
        for (const auto& need : year_.groups[nth(group)].needs) {
            if (need.free_before) continue;
            std::set<int> slots;
            for (const auto session : need.sessions) {
                slots.insert(instance().sessions[nth(session)].first_slot());
            }
            for (const auto slot : slots) add_prerequisite(group, need, slot);
        }
    }

    void add_prerequisite(int group, const GroupNeed& need, int slot) {
        const auto before = *instance().programmes[nth(need.programme)].prerequisite;
        Row row{{Family::prerequisite, {group, need.programme, slot}, {}}, {}, 0};
        for (const auto at : year_.seats_of_group[nth(group)]) {
            const auto& seats = year_.seats[nth(at)];
            const auto& offer = year_.offer(seats);
            if (offer.programme == need.programme && offer.first_slot() <= slot) {
                row.entries.push_back({seats.column, 1});
            } else if (offer.programme == before && offer.last_slot() < slot) {
                row.entries.push_back({seats.column, -1});
            }
        }
        rows_.push_back(std::move(row));
    }

    void add_max_hours(int group) {
        const auto& of = year_.groups[nth(group)];
        Row row{
            {Family::max_hours, {group}, {}}, {}, static_cast<double>(of.max_hours) * of.size()};
        std::map<int, int> hours;
        for (const auto at : year_.seats_of_group[nth(group)]) {
            const auto& seats = year_.seats[nth(at)];
            const auto programme = year_.offer(seats).programme;
            hours[programme] = instance().programmes[nth(programme)].hours;
            row.entries.push_back({seats.column, static_cast<double>(hours[programme])});
        }
        int all = 0;
        for (const auto& [programme, long_as] : hours) all += long_as;
        if (all > of.max_hours) rows_.push_back(std::move(row));
    }

    void add_max_sessions(int group) {
        const auto& of = year_.groups[nth(group)];
        const auto most = instance().persons[nth(of.members.front())].max_sessions;
        if (!most || of.needs.size() <= nth(*most)) return;
        Row row{{Family::max_sessions, {group}, {}}, {}, static_cast<double>(*most) * of.size()};
        for (const auto at : year_.seats_of_group[nth(group)]) {
            row.entries.push_back({year_.seats[nth(at)].column, 1});
        }
        rows_.push_back(std::move(row));
    }

    const YearColumns& year_;
    std::vector<Row> rows_;
};

}  // namespace

std::vector<Row> year_rows(const YearColumns& year) {
    return Rules(year).rows();
}

}  // namespace nangluc::annual
