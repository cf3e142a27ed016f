#pragma once

#include "app/world/chance.hpp"

namespace nangluc::world {

// How well somebody of a world masters what is required of them, in levels. A world's ratings and
// its answers to test items are spread by the same figures.
struct Standing {
    double office = 0;  // how strong the office at hand is
    double talent = 0;  // and the person: strong or weak in all things alike, to some degree

    // Remoteness is from 0, in a city, to 1.
    void enter_office(double remoteness, Chance& chance) {
        office = 0.35 * chance.normal() - 0.6 * remoteness;
    }
    void meet_person(Chance& chance) { talent = chance.normal(); }
    // Where one thing is mastered of which a level is required; to be rounded where levels count.
    double level(int required, Chance& chance) const {
        return required - 0.35 + office + 0.55 * talent + 0.85 * chance.normal();
    }
};

}  // namespace nangluc::world
