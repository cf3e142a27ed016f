#include "engines/assign/ordered.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace nangluc::assign {

namespace {

template <class Item, class Key>
std::vector<std::uint32_t> order_of(const std::vector<Item>& items, Key key) {
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return key(items[a]) < key(items[b]);
    });
    return order;
}

template <class Item>
std::vector<Item> arranged(
    const std::vector<Item>& items, const std::vector<std::uint32_t>& order
) {
    std::vector<Item> list;
    list.reserve(items.size());
    for (const auto at : order) list.push_back(items[at]);
    return list;
}

}  // namespace

Ordered::Ordered(const Problem& given) : problem_(given) {
    people_ = order_of(given.people, [](const Person& person) { return person.id; });
    sessions_ = order_of(given.sessions, [](const Session& session) { return session.id; });
    problem_.people = arranged(given.people, people_);
    problem_.sessions = arranged(given.sessions, sessions_);

    std::vector<std::uint32_t> here(people_.size());
    for (std::uint32_t at = 0; at < people_.size(); ++at) here[people_[at]] = at;
    for (auto& need : problem_.needs) need.person = here[need.person];
    needs_ = order_of(problem_.needs, [](const Need& need) {
        return std::tuple(need.person, need.outcome);
    });
    problem_.needs = arranged(problem_.needs, needs_);
}

Solution Ordered::in_given_order(const Solution& solution) const {
    auto given = solution;
    for (auto& seat : given.seats) {
        seat.person = people_[seat.person];
        seat.session = sessions_[seat.session];
        for (auto& need : seat.needs) need = needs_[need];
        std::sort(seat.needs.begin(), seat.needs.end());
    }
    for (auto& unplaced : given.unplaced) unplaced.need = needs_[unplaced.need];
    for (auto& session : given.not_held) session = sessions_[session];

    std::sort(given.seats.begin(), given.seats.end(), [](const Seat& a, const Seat& b) {
        return std::tuple(a.person, a.session) < std::tuple(b.person, b.session);
    });
    std::sort(given.unplaced.begin(), given.unplaced.end(), [](const auto& a, const auto& b) {
        return a.need < b.need;
    });
    std::sort(given.not_held.begin(), given.not_held.end());
    return given;
}

}  // namespace nangluc::assign
