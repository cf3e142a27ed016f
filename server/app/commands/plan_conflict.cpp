#include "app/commands/plan_conflict.hpp"

#include <cstdio>
#include <string>

#include "engines/assign/annual/conflict.hpp"

namespace nangluc::app {

namespace {

struct Words {
    std::string vi;
    std::string en;
};

template <class Things>
std::string id_of(const Things& things, int index) {
    return std::to_string(things[static_cast<std::size_t>(index)].id);
}

Words of_person(const annual::Instance& year, const annual::NamedLimit& name) {
    const auto id = id_of(year.persons, name.at);
    if (name.limit == annual::Limit::max_hours) {
        return {"số giờ tối đa của người " + id, "the most hours of person " + id};
    }
    if (name.limit == annual::Limit::max_sessions) {
        return {"số lớp tối đa của người " + id, "the most sessions of person " + id};
    }
    const auto session = id_of(year.sessions, name.session);
    const bool attends = year.frozen_seats.at({name.at, name.session});
    if (attends) {
        return {
            "đã chốt: người " + id + " học lớp " + session,
            "settled: person " + id + " attends session " + session};
    }
    return {
        "đã chốt: người " + id + " không học lớp " + session,
        "settled: person " + id + " does not attend session " + session};
}

Words of_session(const annual::Instance& year, const annual::NamedLimit& name) {
    const auto id = id_of(year.sessions, name.at);
    if (name.limit == annual::Limit::min_class) {
        return {"số người tối thiểu của lớp " + id, "the fewest people of session " + id};
    }
    if (name.limit == annual::Limit::capacity) {
        return {"số chỗ của lớp " + id, "the seats of session " + id};
    }
    if (year.frozen_sessions.at(name.at)) {
        return {"đã chốt: mở lớp " + id, "settled: session " + id + " opens"};
    }
    return {"đã chốt: không mở lớp " + id, "settled: session " + id + " stays shut"};
}

Words of_programme(const annual::Instance& year, const annual::NamedLimit& name) {
    const auto id = id_of(year.programmes, name.at);
    if (name.limit == annual::Limit::prerequisite) {
        return {
            "chương trình phải học trước chương trình " + id, "what comes before programme " + id};
    }
    return {"người có thể dạy chương trình " + id, "who can teach programme " + id};
}

Words words_of(const annual::Instance& year, const annual::NamedLimit& name) {
    using enum annual::Limit;
    switch (name.limit) {
        case max_hours:
        case max_sessions:
        case frozen_seat:
            return of_person(year, name);
        case min_class:
        case capacity:
        case frozen_session:
            return of_session(year, name);
        case prerequisite:
        case teachers:
            return of_programme(year, name);
        case presence: {
            const auto id = id_of(year.offices, name.at);
            return {
                "số người được vắng cùng lúc của đơn vị " + id,
                "how many of office " + id + " may be away at once"};
        }
        case rooms: {
            const auto id = std::to_string(year.venues[static_cast<std::size_t>(name.at)]);
            return {"phòng học tại địa điểm " + id, "the rooms at venue " + id};
        }
        case lecturer: {
            const auto id = id_of(year.lecturers, name.at);
            return {"số lớp tối đa của giảng viên " + id, "the most sessions of lecturer " + id};
        }
        case floor: {
            const auto id = id_of(year.floors, name.at);
            return {"mức sàn " + id, "floor " + id};
        }
        case budget:
            return {"kinh phí", "the budget"};
    }
    return {};
}

}  // namespace

void print_conflict(const annual::Instance& year) {
    const auto conflict = annual::conflict_of(year);
    if (conflict.limits.empty()) return;
    std::fputs(
        "Không kế hoạch nào giữ được cùng lúc các giới hạn sau; bỏ hoặc nới một trong số đó.\n"
        "No plan keeps these limits together; take one away or loosen it.\n",
        stderr
    );
    for (const auto& name : conflict.limits) {
        const auto words = words_of(year, name);
        std::fprintf(stderr, "  %s\n    %s\n", words.vi.c_str(), words.en.c_str());
    }
    if (conflict.is_smallest) return;
    std::fputs(
        "Có thể chưa cần đến tất cả các giới hạn này.\nMaybe not all of them are needed for "
        "that.\n",
        stderr
    );
}

}  // namespace nangluc::app
