#include <algorithm>

#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/reading.hpp"

namespace nangluc::annual {

namespace {

class Further {
public:
    explicit Further(Reading& reading) : reading_(reading), instance_(reading.instance) {}

    void read() {
        read_slots();
        read_person_limits();
        read_frozen_sessions();
        read_frozen_assignments();
        read_previous();
    }

private:
    std::optional<int> session(const Table& rows, std::size_t row) const {
        return Reading::find(rows, row, 0, reading_.sessions);
    }
    std::optional<int> person(const Table& rows, std::size_t row) const {
        return Reading::find(rows, row, 0, reading_.persons);
    }
    std::optional<Attendance> seat(const Table& rows, std::size_t row) const {
        const auto who = person(rows, row);
        const auto what = Reading::find(rows, row, 1, reading_.sessions);
        if (!who || !what) return std::nullopt;
        return Attendance{*who, *what};
    }

    // Whether a cell says `yes` or `no`; anything else is a fault.
    static bool decision(
        const Table& rows,
        std::size_t row,
        std::size_t column,
        std::pair<std::string_view, std::string_view> words
    ) {
        const auto& word = rows.text(row, column);
        const auto [yes, no] = words;
        if (word != yes && word != no) rows.fault(row, column, "plan.unknown_decision");
        return word == yes;
    }

    void read_slots() {
        const auto rows = reading_.further_table("session_slots.csv", {"session", "slot"});
        if (!rows) return;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto occupied = session(*rows, row);
            const auto slot = rows->count(row, 1);
            if (!occupied) continue;
            auto& slots = instance_.sessions[nth(*occupied)].slots;
            const auto place = std::ranges::lower_bound(slots, slot);
            if (place != slots.end() && *place == slot) {
                rows->fault(row, 1, "plan.slot_twice");
            } else {
                slots.insert(place, slot);
            }
        }
    }

    void read_person_limits() {
        const auto rows = reading_.further_table("person_limits.csv", {"person", "max_sessions"});
        if (!rows) return;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto most = rows->count(row, 1);
            const auto whose = person(*rows, row);
            if (!whose) continue;
            auto& limit = instance_.persons[nth(*whose)].max_sessions;
            if (limit) rows->fault(row, 0, "plan.id_twice");
            limit = most;
        }
    }

    void read_frozen_sessions() {
        const auto rows = reading_.further_table("frozen_sessions.csv", {"session", "decision"});
        if (!rows) return;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto opens = decision(*rows, row, 1, {"open", "shut"});
            const auto settled = session(*rows, row);
            if (settled && !instance_.frozen_sessions.emplace(*settled, opens).second) {
                rows->fault(row, 0, "plan.decided_twice");
            }
        }
    }

    void read_frozen_assignments() {
        const auto rows =
            reading_.further_table("frozen_assignments.csv", {"person", "session", "decision"});
        if (!rows) return;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto attends = decision(*rows, row, 2, {"attends", "stays_away"});
            const auto settled = seat(*rows, row);
            if (!settled) continue;
            if (attends && !is_needed(*settled)) rows->fault(row, 1, "plan.not_needed");
            if (!instance_.frozen_seats.emplace(*settled, attends).second) {
                rows->fault(row, 1, "plan.decided_twice");
            }
        }
    }

    bool is_needed(const Attendance& seat) const {
        const auto programme = instance_.sessions[nth(seat.session)].programme;
        const std::pair wanted(seat.person, programme);
        const auto of = [](const Need& need) { return std::pair(need.person, need.programme); };
        const bool needed = std::ranges::binary_search(instance_.needs, wanted, {}, of);
        return needed && !std::ranges::binary_search(instance_.held, wanted);
    }

    void read_previous() {
        const auto rows = reading_.further_table("previous.csv", {"person", "session"});
        if (!rows) return;
        auto& previous = instance_.previous.emplace();
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto taken = seat(*rows, row);
            if (taken && !previous.insert(*taken).second) {
                rows->fault(row, 1, "plan.row_twice");
            }
        }
    }

    Reading& reading_;
    Instance& instance_;
};

}  // namespace

void read_further(Reading& reading) {
    Further(reading).read();
}

}  // namespace nangluc::annual
