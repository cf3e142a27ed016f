#pragma once

// Typed news over the outbox. Included by .cpp files only (it reaches the JSON mapper).
//
//     publish(kit.outbox, tx, PlanSubmitted{plan.id, plan.unit, plan.year});
//     on<PlanSubmitted>(kit.outbox, "needs", [&](db::Tx& tx, const PlanSubmitted& event) { … });
//     follow<PlanSubmitted>(kit.outbox, "needs", [&](const PlanSubmitted& event) { … });

#include <stdexcept>
#include <utility>

#include "kit/json/json.hpp"
#include "kit/outbox.hpp"

namespace nangluc {

template <class Event>
void publish(Outbox& outbox, db::Tx& tx, const Event& event) {
    outbox.publish(tx, Event::name, json::write(event));
}

template <class Event>
Event event_of(std::string_view text) {
    auto event = json::read<Event>(text);
    if (!event) throw std::runtime_error("an event of another form: " + event.error().code);
    return std::move(event.value());
}

// `hear(tx, event)` returns nothing: what it cannot do now it throws, and hears again later.
template <class Event, class Hear>
void on(Outbox& outbox, const std::string& hearer, Hear hear) {
    outbox.on(
        std::string(Event::name),
        hearer,
        [hear = std::move(hear)](db::Tx& tx, std::string_view text) {
            const auto event = event_of<Event>(text);
            hear(tx, event);
        }
    );
}

// On every server, for what it keeps in memory.
template <class Event, class Hear>
void follow(Outbox& outbox, const std::string& follower, Hear hear) {
    outbox.follow(
        std::string(Event::name),
        follower,
        [hear = std::move(hear)](std::string_view text) {
            const auto event = event_of<Event>(text);
            hear(event);
        }
    );
}

}  // namespace nangluc
