#include "modules/planning/seating.hpp"

#include <algorithm>
#include <stdexcept>

#include "engines/assign/seats.hpp"
#include "engines/assign/verify.hpp"
#include "kit/secrets.hpp"

namespace nangluc::planning {

namespace {

// The engine names everything by its index: here they are given, in the order of the ids, so that
// the same input gives the same problem whatever order its rows came in.
template <class Key>
class Index {
public:
    void add(const Key& key) { places_.emplace(key, 0); }
    void number() {
        std::uint32_t next = 0;
        for (auto& [key, place] : places_) place = next++;
    }
    std::uint32_t at(const Key& key) const { return places_.at(key); }
    bool has(const Key& key) const { return places_.contains(key); }
    std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }
    const std::map<Key, std::uint32_t>& all() const { return places_; }

private:
    std::map<Key, std::uint32_t> places_;
};

using Level = std::pair<CompetencyId, int>;
using Wish = std::pair<PersonId, Level>;

class Seater {
public:
    explicit Seater(const SeatingInput& input) : input_(input) {
        std::ranges::sort(input_.sessions, {}, &Session::id);
        std::ranges::sort(input_.lines, {}, [](const auto& planned) { return planned.line.id; });
        number_all();
        add_people();
        add_needs();
        add_programmes();
        add_sessions();
        add_ways();
    }

    Result<Seating> seat() {
        const auto solution = TRY(assign::assign_seats(problem_));
        if (!assign::verify(problem_, solution).empty()) {
            throw std::logic_error("the seats of a plan break a rule");
        }
        Seating seating{
            .value = solution.value,
            .bound = solution.bound,
            .input_hash = to_hex(sha256(text())),
        };
        for (const auto& seat : solution.seats) seating.seats.push_back(seat_of(seat));
        for (const auto& unplaced : solution.unplaced) add_unplaced(seating, unplaced);
        std::ranges::sort(seating.unplaced, {}, [](const UnplacedNeed& need) {
            return std::tuple(need.line, need.person, need.competency);
        });
        return seating;
    }

private:
    void number_all() {
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

    static Level level_of(const programmes::Outcome& outcome) {
        return {outcome.competency, outcome.to_level};
    }

    void add_people() {
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

    void add_engagement(const SeatingInput::Engagement& engagement) {
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
    void add_needs() {
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

    void add_programmes() {
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

    void add_sessions() {
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

    void add_ways() {
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

    PlanSeat seat_of(const assign::Seat& seat) const {
        const auto& person = problem_.people[seat.person];
        const auto& session = problem_.sessions[seat.session];
        const auto way = std::size_t{person.home} * problem_.places + session.place;
        return {{session.id}, {person.id}, {problem_.travel[way]}};
    }

    void add_unplaced(Seating& seating, const assign::Unplaced& unplaced) const {
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
        for (const auto& [line, need] : asked_by_.at(unplaced.need)) {
            const auto reason = words[static_cast<std::size_t>(unplaced.reason)];
            seating.unplaced.push_back({line, need.person, need.competency, reason});
        }
    }

    // The problem, word for word: what its hash is made of.
    std::string text() const {
        std::string text = engine_version;
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
        text += "\ntravel";
        for (const auto cost : problem_.travel) say(cost);
        return text;
    }

    SeatingInput input_;
    assign::Problem problem_;
    Index<PersonId> people_;
    Index<Level> levels_;
    Index<UnitId> places_;
    Index<ProgrammeVersionId> programmes_;
    Index<Wish> wishes_;
    std::map<PersonId, UnitId> homes_;
    std::map<LineId, std::uint32_t> programme_of_line_;
    std::map<std::uint32_t, std::vector<std::pair<LineId, LineNeed>>> asked_by_;
};

}  // namespace

Result<Seating> seat_people(const SeatingInput& input) {
    return Seater(input).seat();
}

}  // namespace nangluc::planning
