#pragma once

// Typed news over the outbox. Included by .cpp files only (it reaches the JSON mapper).
//
//     publish(kit.outbox, tx, PlanSubmitted{plan.id, plan.unit, plan.year});
//     on<PlanSubmitted>(kit.outbox, "needs", [&](db::Tx& tx, const PlanSubmitted& event) { … });

#include <stdexcept>
#include <utility>

#include "kit/json/json.hpp"
#include "kit/outbox.hpp"

namespace nangluc {

template <class Event>
void publish(Outbox& outbox, db::Tx& tx, const Event& event) {
    outbox.publish(tx, Event::name, json::write(event));
}

// `hear(tx, event)` returns nothing: what it cannot do now it throws, and hears again later.
template <class Event, class Hear>
void on(Outbox& outbox, const std::string& hearer, Hear hear) {
    outbox.on(
        std::string(Event::name),
        hearer,
        [hear = std::move(hear)](db::Tx& tx, std::string_view text) {
            auto event = json::read<Event>(text);
            if (!event) throw std::runtime_error("an event of another form: " + event.error().code);
            hear(tx, std::as_const(event.value()));
        }
    );
}

}  // namespace nangluc
