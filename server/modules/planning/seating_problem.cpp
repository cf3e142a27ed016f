#include "modules/planning/seating_problem.hpp"

#include <algorithm>

#include "kit/secrets.hpp"

namespace nangluc::planning {

Unseated word_of(const assign::Unplaced& unplaced) {
    static constexpr Unseated words[] = {
        Unseated::already_held,
        Unseated::no_session,
        Unseated::unavailable,
        Unseated::not_worth,
        Unseated::limit,
        Unseated::clash,
        Unseated::no_seat,
        Unseated::below_minimum,
    };
    return words[static_cast<std::size_t>(unplaced.reason)];
}

SeatingProblem::SeatingProblem(const SeatingInput& input) : input_(input) {
    std::ranges::sort(input_.sessions, {}, &Session::id);
    std::ranges::sort(input_.lines, {}, [](const auto& planned) { return planned.line.id; });
    number_all();
    add_people();
    add_needs();
    add_programmes();
    add_sessions();
    add_ways();
}

void SeatingProblem::number_all() {
    for (const auto& planned : input_.lines) {
        programmes_.add(planned.line.programme);
        for (const auto& outcome : planned.outcomes) levels_.add(level_of(outcome));
        for (const auto& need : planned.needs) {
            people_.add(need.person);
            homes_.emplace(need.person, need.unit);
            places_.add(need.unit);
            const Level level{need.competency, need.to_level};
            levels_.add(level);
            wishes_.add({need.person, level});
        }
    }
    for (const auto& session : input_.sessions) places_.add(session.place_unit);
    people_.number();
    levels_.number();
    places_.number();
    programmes_.number();
    wishes_.number();
}

void SeatingProblem::add_people() {
    for (const auto& [person, at] : people_.all()) {
        problem_.people.push_back({
            .id = person.value,
            .home = places_.at(homes_.at(person)),
            .max_sessions = static_cast<std::uint32_t>(input_.places_per_person),
        });
    }
    for (const auto& engagement : input_.engagements) {
        if (people_.has(engagement.person)) add_engagement(engagement);
    }
}

void SeatingProblem::add_engagement(const SeatingInput::Engagement& engagement) {
    auto& person = problem_.people[people_.at(engagement.person)];
    person.busy.push_back(engagement.days);
    if (person.max_sessions > 0) --person.max_sessions;
    for (const auto& [competency, from_level, to_level] : engagement.outcomes) {
        for (const auto& [level, at] : levels_.all()) {
            if (level.first != competency || level.second > to_level) continue;
            if (std::ranges::find(person.holds, at) == person.holds.end()) {
                person.holds.push_back(at);
            }
        }
    }
}

// Who stands in two groups with one gap has one need.
void SeatingProblem::add_needs() {
    problem_.needs.resize(wishes_.size());
    for (const auto& planned : input_.lines) {
        for (const auto& need : planned.needs) {
            const Level level{need.competency, need.to_level};
            const auto at = wishes_.at({need.person, level});
            problem_.needs[at] = {
                .person = people_.at(need.person),
                .outcome = levels_.at(level),
                .value = input_.value_per_level.dong * (need.to_level - need.from_level),
            };
            asked_by_[at].emplace_back(planned.line.id, need);
        }
    }
    problem_.outcomes = levels_.size();
}

void SeatingProblem::add_programmes() {
    problem_.programmes.resize(programmes_.size());
    for (const auto& planned : input_.lines) {
        auto& programme = problem_.programmes[programmes_.at(planned.line.programme)];
        programme.outcomes.clear();
        for (const auto& outcome : planned.outcomes) {
            programme.outcomes.push_back(levels_.at(level_of(outcome)));
        }
        programme_of_line_[planned.line.id] = programmes_.at(planned.line.programme);
    }
}

void SeatingProblem::add_sessions() {
    for (const auto& session : input_.sessions) {
        problem_.sessions.push_back({
            .id = session.id.value,
            .programme = programme_of_line_.at(session.line),
            .place = places_.at(session.place_unit),
            .seats_min = static_cast<std::uint32_t>(session.min_seats),
            .seats_max = static_cast<std::uint32_t>(session.seats),
            .slots = {session.days()},
        });
    }
}

void SeatingProblem::add_ways() {
    problem_.places = places_.size();
    problem_.travel.reserve(std::size_t{places_.size()} * places_.size());
    std::vector<bool> offered(places_.size());
    for (const auto& session : problem_.sessions) offered[session.place] = true;
    for (const auto& [home, from] : places_.all()) {
        for (const auto& [place, to] : places_.all()) {
            problem_.travel.push_back(offered[to] ? input_.fare(home, place).dong : 0);
        }
    }
}

BudgetSource SeatingProblem::source_of(std::uint32_t at) const {
    const auto line = session(at).line;
    const auto found =
        std::ranges::find(input_.lines, line, [](const auto& planned) { return planned.line.id; });
    return found->line.source;
}

PlanSeat SeatingProblem::seat_of(const assign::Seat& seat) const {
    const auto& person = problem_.people[seat.person];
    const auto& session = problem_.sessions[seat.session];
    const auto way = std::size_t{person.home} * problem_.places + session.place;
    return {{session.id}, {person.id}, {problem_.travel[way]}};
}

Seating SeatingProblem::seating_of(const assign::Solution& solution, const WordOf& word) const {
    Seating seating;
    seating.value = solution.value;
    seating.bound = solution.bound;
    for (const auto& seat : solution.seats) seating.seats.push_back(seat_of(seat));
    for (const auto& unplaced : solution.unplaced) {
        for (const auto& [line, need] : asked_by_.at(unplaced.need)) {
            seating.unplaced.push_back({line, need.person, need.competency, word(unplaced)});
        }
    }
    std::ranges::sort(seating.unplaced, {}, [](const UnplacedNeed& need) {
        return std::tuple(need.line, need.person, need.competency);
    });
    return seating;
}

// The problem, word for word.
std::string SeatingProblem::input_hash(std::string_view engine) const {
    std::string text(engine);
    const auto say = [&](std::int64_t number) { text += ' ' + std::to_string(number); };
    const auto say_days = [&](const std::vector<Period>& periods) {
        for (const auto& period : periods)
            say(to_number(period.from)), say(to_number(period.until));
    };
    for (const auto& person : problem_.people) {
        text += "\nperson";
        say(person.id), say(person.home), say(person.max_sessions);
        say_days(person.busy);
        text += " holds";
        for (const auto level : person.holds) say(level);
    }
    for (const auto& [level, at] : levels_.all()) {
        text += "\nlevel";
        say(level.first.value), say(level.second);
    }
    for (const auto& need : problem_.needs) {
        text += "\nneed";
        say(need.person), say(need.outcome), say(need.value);
    }
    for (const auto& programme : problem_.programmes) {
        text += "\nprogramme";
        for (const auto level : programme.outcomes) say(level);
    }
    for (const auto& session : problem_.sessions) {
        text += "\nsession";
        say(session.id), say(session.programme), say(session.place);
        say(session.seats_min), say(session.seats_max);
        say_days(session.slots);
    }
    for (const auto& session : input_.sessions) {
        text += "\nprice";
        say(session.cost_fixed.dong), say(session.cost_per_person.dong);
    }
    for (std::uint32_t at = 0; at < problem_.sessions.size(); ++at) {
        text += ' ' + name_of(source_of(at));
    }
    for (const auto& [source, ceiling] : input_.budgets) {
        text += "\nbudget " + name_of(source);
        say(ceiling.dong);
    }
    text += "\ntravel";
    for (const auto cost : problem_.travel) say(cost);
    return to_hex(sha256(text));
}

}  // namespace nangluc::planning
