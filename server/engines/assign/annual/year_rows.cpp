#include "engines/assign/annual/year_rows.hpp"

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
        add_supply_rows(year_, rows_);
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
        SlotRows absent;
        for (const auto& sent : year_.sent) {
            for (const auto slot : instance().sessions[nth(sent.session)].slots) {
                auto& row = absent[{sent.office, slot}];
                row.entries.push_back({sent.column, 1});
                row.limit = instance().most_absent(sent.office, slot);
            }
        }
        drop_contained(absent);
        for (auto& [place, row] : absent) {
            row.name = {Family::presence, {place.first, place.second}, {}};
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
        SlotRows taken;
        for (const auto at : year_.seats_of_group[nth(group)]) {
            const auto& seats = year_.seats[nth(at)];
            for (const auto slot : year_.offer(seats).slots) {
                auto& row = taken[{group, slot}];
                row.entries.push_back({seats.column, 1});
                row.limit = year_.groups[nth(group)].size();
            }
        }
        drop_contained(taken);
        for (auto& [place, row] : taken) {
            row.name = {Family::slot, {group, place.second}, {}};
            rows_.push_back(std::move(row));
        }
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
