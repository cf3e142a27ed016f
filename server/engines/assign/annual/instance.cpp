#include "engines/assign/annual/instance.hpp"

#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

bool overlap(const Session& one, const Session& other) {
    return std::ranges::any_of(one.slots, [&](int slot) {
        return std::ranges::binary_search(other.slots, slot);
    });
}

int Instance::most_absent(int office, int slot) const {
    const auto found = absences.find({office, slot});
    return found != absences.end() ? found->second : offices[nth(office)].max_absent;
}

int Instance::most_absent(int office, const Session& session) const {
    auto most = most_absent(office, session.first_slot());
    for (const auto slot : session.slots) most = std::min(most, most_absent(office, slot));
    return most;
}

std::optional<int> Instance::rooms_for(int venue, int seats) const {
    std::optional<int> count;
    for (const auto& here : rooms) {
        if (here.venue != venue) continue;
        count = count.value_or(0) + (here.seats >= seats ? here.count : 0);
    }
    return count;
}

bool Instance::can_teach(const Lecturer& lecturer, const Session& session) {
    return std::ranges::binary_search(lecturer.programmes, session.programme);
}

bool Instance::needs_lecturer(const Session& session) const {
    return std::ranges::any_of(lecturers, [&](const Lecturer& lecturer) {
        return can_teach(lecturer, session);
    });
}

}  // namespace nangluc::annual
