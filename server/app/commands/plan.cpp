#include <algorithm>
#include <charconv>
#include <cstdio>

#include "app/commands/command.hpp"
#include "app/commands/desk.hpp"
#include "modules/planning/line_service.hpp"
#include "modules/planning/plan_service.hpp"
#include "modules/planning/solution_service.hpp"

namespace nangluc::app {

namespace {

using planning::PlanPage;

constexpr auto plan_usage = R"(nangluc plan --as LOGIN --unit CODE --year YEAR
             [--group ID [--programme CODE] [--source SOURCE]
              --session UNIT,FROM,UNTIL,SEATS …]

Assigns the seats of the unit's plan of the year and prints it. With --group a line is added before:
the programme that serves most of the group, or the one named, with the sessions given (unit by its
code, days as 2027-03-08), at the programme's own cost norms. A plan is drafted where the unit has
none that is open. SOURCE: central, province (if not said), commune, target_programme, other.

The plan stays a draft: submitting and approving it is for two people, in the web or by the API.

nangluc plan solve, verify, explain, generate: a year from files, with a proven bound; each has its
own --help.
Settings: docs/operations/configuration.md)";

struct Offer {
    std::string unit;  // its code
    Date from;
    Date until;
    int seats = 0;
};

struct PlanOrder {
    std::string login;
    std::string unit;
    int year = 0;
    std::optional<TargetGroupId> group;
    std::optional<std::string> programme;
    planning::BudgetSource source = planning::BudgetSource::province;
    std::vector<Offer> offers;
};

std::optional<int> number_in(std::string_view digits) {
    int number = 0;
    const auto* const end = digits.data() + digits.size();
    const auto [stop, failure] = std::from_chars(digits.data(), end, number);
    return failure == std::errc{} && stop == end && number > 0 ? std::optional(number)
                                                               : std::nullopt;
}

std::optional<Offer> offer_in(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto comma = std::min(text.find(',', at), text.size());
        parts.emplace_back(text.substr(at, comma - at));
        at = comma + 1;
    }
    if (parts.size() != 4) return std::nullopt;
    const auto from = parse_date(parts[1]);
    const auto until = parse_date(parts[2]);
    const auto seats = number_in(parts[3]);
    if (!from || !until || !seats) return std::nullopt;
    return Offer{parts[0], from.value(), until.value(), *seats};
}

bool take_line(Arguments& arguments, PlanOrder& order) {
    if (const auto group = take_value(arguments, "--group")) {
        const auto id = parse_id(*group);
        if (!id) return false;
        order.group = TargetGroupId{id.value()};
    }
    order.programme = take_value(arguments, "--programme");
    if (const auto source = take_value(arguments, "--source")) {
        const auto known = parse_word<planning::BudgetSource>(*source);
        if (!known) return false;
        order.source = known.value();
    }
    while (const auto session = take_value(arguments, "--session")) {
        const auto offer = offer_in(*session);
        if (!offer) return false;
        order.offers.push_back(*offer);
    }
    const bool has_line_words = order.programme || !order.offers.empty();
    return order.group || !has_line_words;
}

// Nothing where the call is wrong.
std::optional<PlanOrder> plan_order_of(Arguments& arguments) {
    PlanOrder order{
        .login = take_value(arguments, "--as").value_or(""),
        .unit = take_value(arguments, "--unit").value_or(""),
        .year = number_in(take_value(arguments, "--year").value_or("")).value_or(0),
    };
    const bool is_sound = take_line(arguments, order) && !order.login.empty() &&
                          !order.unit.empty() && order.year > 0 && arguments.empty();
    return is_sound ? std::optional(std::move(order)) : std::nullopt;
}

// The way of a plan from nothing to assigned seats, by the services that the web uses.
class Planning {
public:
    Planning(Desk& desk, const PlanOrder& order)
        : desk_(desk), order_(order), plans_(desk.kit()), lines_(desk.kit()) {}

    Result<PlanPage> run() {
        actor_ = TRY(desk_.actor_called(order_.login));
        unit_ = TRY(desk_.unit_coded(order_.unit)).id;
        auto page = TRY(open_plan());
        if (order_.group) page = TRY(add_line(page));
        return solve(page);
    }

private:
    static bool is_open(const planning::Plan& plan) {
        return static_cast<bool>(plan.open_to_change());
    }

    // The latest that may still be changed; a new one where there is none.
    Result<PlanPage> open_plan() {
        auto found = TRY(plans_.list(actor_, {.unit = unit_, .year = order_.year, .limit = 200}));
        for (auto& page : found) {
            if (page.plan.unit == unit_ && is_open(page.plan)) return std::move(page);
        }
        if (!order_.group) return not_found("plan");
        return plans_.add(
            actor_,
            {.unit = unit_,
             .year = order_.year,
             .title = std::to_string(order_.year),
             .budgets = {}}
        );
    }

    Result<programmes::Version> programme_of_line() {
        for (auto& suggestion : TRY(lines_.suggest(actor_, *order_.group))) {
            auto& programme = suggestion.programme;
            if (!order_.programme || programme.code == *order_.programme) {
                return std::move(programme);
            }
        }
        return not_found("programme");
    }

    static planning::LineService::Read read_of(const PlanPage& page) {
        return {page.plan.id, page.plan.version};
    }

    Result<PlanPage> add_line(const PlanPage& drafted) {
        const auto programme = TRY(programme_of_line());
        auto page = TRY(lines_.add(
            actor_,
            read_of(drafted),
            {.programme = programme.id, .group = *order_.group, .source = order_.source, .note = {}}
        ));
        const auto line = page.lines.back().listed.line.id;
        for (const auto& offer : order_.offers) {
            auto place = TRY(desk_.unit_coded(offer.unit));
            planning::Session session{
                .id = {},
                .line = line,
                .place_unit = place.id,
                .place = std::move(place.full_name),
                .starts_on = offer.from,
                .ends_on = offer.until,
                .seats = offer.seats,
                .min_seats = std::min(programme.min_class, offer.seats),
                .cost_fixed = programme.cost_per_class,
                .cost_per_person = programme.cost_per_person,
            };
            page = TRY(lines_.add_session(actor_, read_of(page), std::move(session)));
        }
        return page;
    }

    Result<PlanPage> solve(const PlanPage& page) {
        planning::SolutionService solutions(desk_.kit(), {});
        const auto job = TRY(solutions.start(actor_, read_of(page)));
        TRY(desk_.finish(job));
        return plans_.find(actor_, page.plan.id);
    }

    Desk& desk_;
    const PlanOrder& order_;
    planning::PlanService plans_;
    planning::LineService lines_;
    Actor actor_;
    UnitId unit_;
};

void print(const PlanPage& page) {
    std::printf(
        "plan %s  %s  %d  %s\n",
        to_text(page.plan.id.value).c_str(),
        page.unit_name.c_str(),
        page.plan.year,
        name_of(page.plan.status).c_str()
    );
    for (const auto& line : page.lines) {
        const auto& programme = line.listed.programme;
        std::printf(
            "%s  %s: %d people, %d seated\n",
            programme.code.c_str(),
            programme.title.c_str(),
            line.listed.people,
            line.people_seated
        );
        for (const auto& [session, people, travel, cost, shut] : line.sessions) {
            std::printf(
                "  %s to %s  %s: %d of %d seats, %lld VND\n",
                to_text(session.starts_on).c_str(),
                to_text(session.ends_on).c_str(),
                session.place.c_str(),
                people,
                session.seats,
                static_cast<long long>(cost.dong)
            );
        }
    }
    for (const auto& [line, reason, people] : page.unplaced) {
        std::printf("without a seat, %s: %d people\n", name_of(reason).c_str(), people);
    }
    std::printf("%lld VND in all\n", static_cast<long long>(page.estimate.cost().dong));
}

}  // namespace

int plan(Arguments arguments) {
    const auto first = arguments.empty() ? "" : arguments.front();
    if (first == "solve") return plan_solve({arguments.begin() + 1, arguments.end()});
    if (first == "explain") return plan_explain({arguments.begin() + 1, arguments.end()});
    if (first == "generate") return plan_generate({arguments.begin() + 1, arguments.end()});
    if (first == "verify") return plan_verify({arguments.begin() + 1, arguments.end()});
    if (print_help(arguments, plan_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    const auto order = plan_order_of(arguments);
    if (!order) return print_wrong_call(plan_usage);

    Desk desk(config.value());
    const auto page = Planning(desk, *order).run();
    if (!page) return print(page.error());
    print(page.value());
    return 0;
}

}  // namespace nangluc::app
