#include <algorithm>
#include <climits>
#include <set>

#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/year_rows.hpp"

namespace nangluc::annual {

static bool contains(const Row& more, const Row& fewer) {
    const auto column = [](const Entry& entry) { return entry.column; };
    return more.limit <= fewer.limit &&
           std::ranges::includes(more.entries, fewer.entries, {}, column, column);
}

void drop_contained(SlotRows& rows) {
    for (auto row = rows.begin(); row != rows.end();) {
        const auto first = rows.lower_bound({row->first.first, INT_MIN});
        const auto last = rows.lower_bound({row->first.first + 1, INT_MIN});
        const bool said_too = std::any_of(first, last, [&](const auto& other) {
            return other.first != row->first && contains(other.second, row->second);
        });
        const bool alone = row->second.entries.size() < 2;
        row = alone || said_too ? rows.erase(row) : std::next(row);
    }
}

namespace {

class SupplyRows {
public:
    SupplyRows(const YearColumns& year, std::vector<Row>& rows) : year_(year), rows_(rows) {}

    void add() {
        std::set<int> venues;
        for (const auto& here : instance().rooms) venues.insert(here.venue);
        for (const auto venue : venues) add_rooms(venue);
        add_taught();
        add_lecturers();
        for (std::size_t floor = 0; floor < instance().floors.size(); ++floor) {
            add_floor(static_cast<int>(floor));
        }
    }

private:
    const Instance& instance() const { return year_.instance; }
    const Session& offer(int session) const { return instance().sessions[nth(session)]; }

    // In a slot no more sessions that need so many seats than rooms that have them. Said of each
    // size, all have a room of their own (Hall 1935, where of two sets one is in the other).
    void add_rooms(int venue) {
        std::set<int> sizes;
        std::vector<int> sessions;
        for (std::size_t at = 0; at < instance().sessions.size(); ++at) {
            const auto session = static_cast<int>(at);
            if (offer(session).venue != venue || year_.sent_to_session[at].empty()) continue;
            sessions.push_back(session);
            sizes.insert(offer(session).seats_needed());
        }
        for (const auto seats : sizes) {
            std::vector<int> as_large;
            for (const auto session : sessions) {
                if (offer(session).seats_needed() >= seats) as_large.push_back(session);
            }
            add_rooms_of(venue, seats, as_large);
        }
    }

    void add_rooms_of(int venue, int seats, const std::vector<int>& sessions) {
        const auto rooms = instance().rooms_for(venue, seats).value_or(0);
        SlotRows held;
        for (const auto session : sessions) {
            for (const auto slot : offer(session).slots) {
                auto& row = held[{venue, slot}];
                row.entries.push_back({session, 1});
                row.limit = rooms;
            }
        }
        drop_contained(held);
        for (auto& [place, row] : held) {
            if (row.entries.size() <= nth(rooms)) continue;
            row.name = {Family::rooms, {venue, place.second, seats}, {}};
            rows_.push_back(std::move(row));
        }
    }

    // An open session has one of the lecturers who can teach it.
    void add_taught() {
        std::map<int, Row> of_session;
        for (const auto& [column, lecturer, session] : year_.teaching) {
            auto& row = of_session[session];
            if (row.entries.empty()) row.entries.push_back({session, 1});
            row.entries.push_back({column, -1});
        }
        for (auto& [session, row] : of_session) {
            row.name = {Family::taught, {session}, {}};
            row.limit = 0;
            rows_.push_back(std::move(row));
        }
    }

    void add_lecturers() {
        SlotRows busy;
        std::map<int, Row> times;
        for (const auto& [column, lecturer, session] : year_.teaching) {
            times[lecturer].entries.push_back({column, 1});
            for (const auto slot : offer(session).slots) {
                auto& row = busy[{lecturer, slot}];
                row.entries.push_back({column, 1});
                row.limit = 1;
            }
        }
        drop_contained(busy);
        for (auto& [place, row] : busy) {
            row.name = {Family::teaches_slot, {place.first, place.second}, {}};
            rows_.push_back(std::move(row));
        }
        for (auto& [lecturer, row] : times) {
            const auto most = instance().lecturers[nth(lecturer)].max_sessions;
            if (row.entries.size() <= nth(most)) continue;
            row.name = {Family::teaches_most, {lecturer}, {}};
            row.limit = most;
            rows_.push_back(std::move(row));
        }
    }

    // Seats of its offices >= least;   Σ (percent − 100 where of its offices) · weight <= 0.
    void add_floor(int index) {
        const auto& floor = instance().floors[nth(index)];
        const auto is_theirs = [&](int office) {
            return std::ranges::binary_search(floor.offices, office);
        };
        Row least{{Family::floor_seats, {index}, {}}, {}, -static_cast<double>(floor.least_seats)};
        for (const auto& sent : year_.sent) {
            if (is_theirs(sent.office)) least.entries.push_back({sent.column, -1});
        }
        Row share{{Family::floor_share, {index}, {}}, {}, 0};
        for (const auto& seats : year_.seats) {
            const auto& group = year_.group(seats);
            const auto weight =
                to_double(group.needs[nth(seats.need)].weight, instance().value_places);
            const auto percent = floor.least_percent - (is_theirs(group.office) ? 100 : 0);
            share.entries.push_back({seats.column, percent * weight});
        }
        if (floor.least_seats > 0) rows_.push_back(std::move(least));
        if (floor.least_percent > 0) rows_.push_back(std::move(share));
    }

    const YearColumns& year_;
    std::vector<Row>& rows_;
};

}  // namespace

void add_supply_rows(const YearColumns& year, std::vector<Row>& rows) {
    SupplyRows(year, rows).add();
}

}  // namespace nangluc::annual
