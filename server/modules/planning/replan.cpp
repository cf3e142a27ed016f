#include "modules/planning/replan.hpp"

#include <map>

namespace nangluc::planning {

static Moved what_of(const Move& move, PlanSessionId cancelled) {
    if (!move.from) return Moved::gained;
    if (*move.from == cancelled) return move.to ? Moved::reseated : Moved::left_out;
    return move.to ? Moved::moved : Moved::gave_seat;
}

std::vector<Move> moves_between(
    const std::vector<NamedSeat>& standing,
    const std::vector<NamedSeat>& proposed,
    PlanSessionId cancelled
) {
    std::map<std::pair<LineId, PersonId>, Move> moves;
    const auto move_of = [&](const NamedSeat& seat) -> Move& {
        auto& move = moves[{seat.line, seat.person}];
        move.person = seat.person;
        move.name = seat.name;
        move.unit_name = seat.unit_name;
        move.line = seat.line;
        return move;
    };
    for (const auto& seat : standing) move_of(seat).from = seat.session;
    for (const auto& seat : proposed) move_of(seat).to = seat.session;

    std::vector<Move> changed;
    for (auto& [key, move] : moves) {
        if (move.from == move.to) continue;
        move.what = what_of(move, cancelled);
        changed.push_back(std::move(move));
    }
    return changed;
}

}  // namespace nangluc::planning
