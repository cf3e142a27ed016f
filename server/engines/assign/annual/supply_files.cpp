#include <algorithm>

#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/reading.hpp"

namespace nangluc::annual {

namespace {

// Puts a number among others in ascending order; false where it is there.
bool put(std::vector<int>& numbers, int number) {
    const auto place = std::ranges::lower_bound(numbers, number);
    if (place != numbers.end() && *place == number) return false;
    numbers.insert(place, number);
    return true;
}

class SupplyFiles {
public:
    explicit SupplyFiles(Reading& reading) : reading_(reading), instance_(reading.instance) {}

    void read() {
        read_absences();
        read_rooms();
        read_lecturers();
        read_teaches();
        read_floors();
        read_floor_offices();
    }

private:
    void read_absences() {
        const auto rows = reading_.further_table("absences.csv", {"office", "slot", "max_absent"});
        if (!rows) return;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto office = Reading::find(*rows, row, 0, reading_.offices);
            const auto slot = rows->count(row, 1);
            const auto most = rows->count(row, 2);
            if (office && !instance_.absences.emplace(std::pair(*office, slot), most).second) {
                rows->fault(row, 1, "plan.slot_twice");
            }
        }
    }

    void read_rooms() {
        const auto rows = reading_.further_table("rooms.csv", {"venue", "seats", "rooms"});
        if (!rows) return;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto venue = reading_.venues.find(rows->whole(row, 0));
            const auto seats = rows->count(row, 1);
            const auto count = rows->count(row, 2);
            if (venue == reading_.venues.end()) continue;  // nothing is offered there
            instance_.rooms.push_back({venue->second, seats, count});
        }
    }

    void read_lecturers() {
        const auto rows = reading_.further_table("lecturers.csv", {"lecturer", "max_sessions"});
        if (!rows) return;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto id = Reading::new_id(*rows, row, lecturers_);
            instance_.lecturers.push_back({id, rows->count(row, 1)});
        }
    }

    void read_teaches() {
        const auto rows = reading_.further_table("teaches.csv", {"lecturer", "programme"});
        if (!rows) return;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto lecturer = Reading::find(*rows, row, 0, lecturers_);
            const auto programme = Reading::find(*rows, row, 1, reading_.programmes);
            if (!lecturer || !programme) continue;
            if (!put(instance_.lecturers[nth(*lecturer)].programmes, *programme)) {
                rows->fault(row, 1, "plan.row_twice");
            }
        }
    }

    void read_floors() {
        const auto rows =
            reading_.further_table("floors.csv", {"floor", "least_seats", "least_percent"});
        if (!rows) return;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto id = Reading::new_id(*rows, row, floors_);
            const auto percent = rows->count(row, 2);
            if (percent > 100) rows->fault(row, 2, "plan.out_of_range");
            instance_.floors.push_back({id, rows->count(row, 1), percent});
        }
    }

    void read_floor_offices() {
        const auto rows = reading_.further_table("floor_offices.csv", {"floor", "office"});
        if (!rows) return;
        for (std::size_t row = 0; row < rows->rows(); ++row) {
            const auto floor = Reading::find(*rows, row, 0, floors_);
            const auto office = Reading::find(*rows, row, 1, reading_.offices);
            if (!floor || !office) continue;
            if (!put(instance_.floors[nth(*floor)].offices, *office)) {
                rows->fault(row, 1, "plan.row_twice");
            }
        }
    }

    Reading& reading_;
    Instance& instance_;
    Reading::Ids lecturers_;
    Reading::Ids floors_;
};

}  // namespace

void read_supply(Reading& reading) {
    SupplyFiles(reading).read();
}

}  // namespace nangluc::annual
