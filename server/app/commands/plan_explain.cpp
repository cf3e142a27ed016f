#include <algorithm>
#include <cstdio>

#include "app/commands/command.hpp"
#include "app/commands/plan_files.hpp"
#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/explain.hpp"
#include "engines/assign/annual/files.hpp"

namespace nangluc::app {

namespace {

constexpr auto plan_explain_usage =
    R"(nangluc plan explain INSTANCE ASSIGNMENT.csv [--person P | --session S]

Why a person is planned for a session or not; why a session opens or not, by what the best plan with
the opposite could be worth; without either, what more of each limit could be worth at most.)";

using annual::to_text;

struct Asked {
    annual::Instance year;
    annual::Assignment plan;
};

Result<Asked> read(const Arguments& arguments) {
    const auto files = TRY(read_folder(arguments[0]));
    auto year = TRY(annual::read_instance(files));
    const auto text = TRY(read_text(arguments[1]));
    auto plan = TRY(annual::read_assignment(year, text));
    return Asked{std::move(year), std::move(plan)};
}

template <class Things>
Result<int> index_of(const Things& things, const std::string& id, const char* what) {
    const auto found = std::ranges::find_if(things, [&](const auto& thing) {
        return std::to_string(thing.id) == id;
    });
    if (found == things.end()) return not_found(what);
    return static_cast<int>(found - things.begin());
}

template <class Things>
long long id_at(const Things& things, int index) {
    return things[static_cast<std::size_t>(index)].id;
}

const char* words_of(annual::Obstacle obstacle) {
    using enum annual::Obstacle;
    switch (obstacle) {
        case held:
            return "the programme is held already";
        case no_way:
            return "there is no way from the office to the venue";
        case too_long:
            return "the hours would exceed the person's maximum";
        case prerequisite:
            return "the prerequisite is neither held nor attended before";
        case shut:
            return "the session does not open";
        case full:
            return "the class is full";
        case slot_taken:
            return "the person attends another session in the slot";
        case presence:
            return "as many of the office are away in the slot as may be";
        case budget:
            return "what is left of the budget does not pay the way";
        case settled:
            return "it was settled beforehand that the person stays away";
        case often:
            return "the person attends as many sessions as may be";
        case none:
            return "nothing: the plan could be better by this";
    }
    return "";
}

void tell_person(const Asked& asked, int person) {
    const auto& year = asked.year;
    for (const auto& need : annual::explain_person(year, asked.plan, person)) {
        const auto weight = to_text(need.weight, year.value_places);
        const auto programme = id_at(year.programmes, need.programme);
        if (need.attended) {
            const auto session = id_at(year.sessions, *need.attended);
            std::printf(
                "programme %lld, worth %s: attends session %lld\n",
                programme,
                weight.c_str(),
                session
            );
            continue;
        }
        std::printf("programme %lld, worth %s: not planned\n", programme, weight.c_str());
        if (need.choices.empty()) std::puts("  no session offers it");
        for (const auto& [session, obstacle] : need.choices) {
            std::printf("  session %lld: %s\n", id_at(year.sessions, session), words_of(obstacle));
        }
    }
}

void tell_session(const Asked& asked, int session) {
    const auto& year = asked.year;
    const annual::Limits limits{.gap = 0.001, .nodes = 200};
    const auto told = annual::explain_session(year, asked.plan, session, limits);
    const auto& offer = year.sessions[static_cast<std::size_t>(session)];
    std::printf(
        "%s: %d people of %d who could come; the class has %d to %d\n",
        told.open ? "open" : "shut",
        told.people,
        told.could_come,
        offer.min_class,
        offer.capacity
    );
    if (told.open) std::printf("cost %s\n", to_text(told.cost, year.cost_places).c_str());
    const auto* const opposite = told.open ? "without it" : "with it";
    if (!told.otherwise) {
        std::printf("there is no plan %s\n", opposite);
        return;
    }
    std::printf(
        "this plan is worth %s; none %s is worth more than %s\n",
        to_text(told.value, year.value_places).c_str(),
        opposite,
        to_text(*told.otherwise, year.value_places).c_str()
    );
}

void tell_prices(const Asked& asked) {
    const auto& year = asked.year;
    for (const auto& [family, at, price] : annual::prices_of_limits(year)) {
        if (family == annual::Family::budget) {
            std::printf("1 more of the budget: worth at most %.4f\n", price);
        } else if (family == annual::Family::capacity) {
            const auto session = id_at(year.sessions, at[0]);
            std::printf("1 more seat in session %lld: worth at most %.4f\n", session, price);
        } else if (family == annual::Family::rooms) {
            const auto venue = year.venues[static_cast<std::size_t>(at[0])];
            std::printf(
                "1 more room of %d seats at venue %lld in slot %d: worth at most %.4f\n",
                at[2],
                static_cast<long long>(venue),
                at[1],
                price
            );
        } else if (family == annual::Family::teaches_most) {
            const auto lecturer = id_at(year.lecturers, at[0]);
            std::printf("1 more session of lecturer %lld: worth at most %.4f\n", lecturer, price);
        } else {
            const auto office = id_at(year.offices, at[0]);
            std::printf(
                "1 more person of office %lld away in slot %d: worth at most %.4f\n",
                office,
                at[1],
                price
            );
        }
    }
}

Result<> explain(
    const Arguments& arguments,
    const std::optional<std::string>& person,
    const std::optional<std::string>& session
) {
    const auto asked = TRY(read(arguments));
    if (person) {
        tell_person(asked, TRY(index_of(asked.year.persons, *person, "person")));
    } else if (session) {
        tell_session(asked, TRY(index_of(asked.year.sessions, *session, "session")));
    } else {
        tell_prices(asked);
    }
    return {};
}

}  // namespace

int plan_explain(Arguments arguments) {
    if (print_help(arguments, plan_explain_usage)) return 0;
    const auto person = take_value(arguments, "--person");
    const auto session = take_value(arguments, "--session");
    if (arguments.size() != 2 || (person && session)) return print_wrong_call(plan_explain_usage);

    const auto told = explain(arguments, person, session);
    return told ? 0 : print(told.error());
}

}  // namespace nangluc::app
