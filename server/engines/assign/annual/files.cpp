#include "engines/assign/annual/files.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "engines/assign/annual/reading.hpp"

namespace nangluc::annual {

namespace {

using Ids = Reading::Ids;

class Reader {
public:
    explicit Reader(const Files& files)
        : reading_(files), faults_(reading_.faults), instance_(reading_.instance) {}

    Result<Instance> read() {
        read_offices();
        read_persons();
        read_programmes();
        read_sessions();
        read_needs();
        read_held();
        read_travel();
        read_params();
        read_further(reading_);
        read_supply(reading_);
        if (faults_.empty()) scale();
        if (!faults_.empty()) return invalid("plan.files_unsound", std::move(faults_));
        return std::move(instance_);
    }

private:
    void read_offices() {
        const auto rows = reading_.table("offices.csv", {"office", "max_absent"});
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto id = Reading::new_id(rows, row, reading_.offices);
            instance_.offices.push_back({id, rows.count(row, 1)});
        }
    }

    void read_persons() {
        const auto rows =
            reading_.table("persons.csv", {"person", "office", "min_hours", "max_hours"});
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto id = Reading::new_id(rows, row, reading_.persons);
            const auto office = Reading::known(rows, row, 1, reading_.offices);
            instance_.persons.push_back({id, office, rows.count(row, 2), rows.count(row, 3)});
        }
    }

    void read_programmes() {
        const auto rows = reading_.table("programmes.csv", {"programme", "hours", "prerequisite"});
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto id = Reading::new_id(rows, row, reading_.programmes);
            instance_.programmes.push_back({id, rows.count(row, 1), std::nullopt});
        }
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            if (rows.text(row, 2).empty()) continue;
            const auto before = Reading::known(rows, row, 2, reading_.programmes);
            if (before == static_cast<int>(row)) rows.fault(row, 2, "plan.prerequisite_of_itself");
            instance_.programmes[row].prerequisite = before;
        }
    }

    void read_sessions() {
        const auto rows = reading_.table(
            "sessions.csv",
            {"session", "programme", "venue", "slot", "min_class", "capacity", "fixed_cost"}
        );
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto id = Reading::new_id(rows, row, reading_.sessions);
            const auto programme = Reading::known(rows, row, 1, reading_.programmes);
            const auto where = rows.whole(row, 2);
            const auto venue =
                reading_.venues.emplace(where, static_cast<int>(reading_.venues.size()));
            if (venue.second) instance_.venues.push_back(where);
            instance_.sessions.push_back(
                {id,
                 programme,
                 venue.first->second,
                 {rows.count(row, 3)},
                 rows.count(row, 4),
                 rows.count(row, 5),
                 0}
            );
            if (rows.count(row, 4) > rows.count(row, 5)) rows.fault(row, 4, "plan.above_capacity");
            fixed_costs_.push_back(Reading::not_negative(rows, row, 6, instance_.cost_places));
        }
    }

    void read_needs() {
        const auto rows = reading_.table("needs.csv", {"person", "programme", "weight"});
        std::map<std::pair<int, int>, Decimal> weights;
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto person = Reading::known(rows, row, 0, reading_.persons);
            const auto programme = Reading::known(rows, row, 1, reading_.programmes);
            const auto weight = Reading::not_negative(rows, row, 2, instance_.value_places);
            if (!weights.emplace(std::pair(person, programme), weight).second) {
                rows.fault(row, 1, "plan.need_twice");
            }
        }
        for (const auto& [need, weight] : weights) {
            instance_.needs.push_back({need.first, need.second, 0});
            weights_.push_back(weight);
        }
    }

    void read_held() {
        const auto rows = reading_.table("held.csv", {"person", "programme"});
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            instance_.held.emplace_back(
                Reading::known(rows, row, 0, reading_.persons),
                Reading::known(rows, row, 1, reading_.programmes)
            );
        }
        std::ranges::sort(instance_.held);
        const auto twice = std::unique(instance_.held.begin(), instance_.held.end());
        instance_.held.erase(twice, instance_.held.end());
    }

    void read_travel() {
        const auto rows = reading_.table("travel.csv", {"office", "venue", "cost"});
        instance_.travel.resize(instance_.offices.size());
        for (auto& ways : instance_.travel) ways.resize(reading_.venues.size());
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto office = Reading::known(rows, row, 0, reading_.offices);
            const auto venue = reading_.venues.find(rows.whole(row, 1));
            const auto cost = Reading::not_negative(rows, row, 2, instance_.cost_places);
            if (venue == reading_.venues.end()) continue;  // nothing is offered there
            ways_.push_back({office, venue->second, cost});
        }
    }

    void read_params() {
        const auto rows = reading_.table("params.csv", {"name", "value"});
        bool has_budget = false;
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            if (rows.text(row, 0) == "budget") {
                budget_ = Reading::not_negative(rows, row, 1, instance_.cost_places);
                has_budget = true;
            } else if (rows.text(row, 0) == "shortfall_penalty_per_hour") {
                penalty_ = Reading::not_negative(rows, row, 1, instance_.value_places);
            } else if (rows.text(row, 0) == "change_penalty") {
                change_ = Reading::not_negative(rows, row, 1, instance_.value_places);
            } else {
                rows.fault(row, 0, "plan.unknown_parameter");
            }
        }
        if (!has_budget) faults_.push_back({"params.csv", "plan.budget_missing"});
    }

    // Whole numbers of the smallest unit; all together stay far from the end of 64 bits.
    std::int64_t whole(const Decimal& number, int places, const char* file) {
        constexpr auto most = std::int64_t{1} << 50;
        const auto digits = at_places(number, places);
        if (digits && *digits <= most) return *digits;
        faults_.push_back({file, "plan.number_too_large"});
        return 0;
    }

    void scale() {
        const auto cost_places = instance_.cost_places;
        const auto value_places = instance_.value_places;
        for (std::size_t at = 0; at < fixed_costs_.size(); ++at) {
            instance_.sessions[at].fixed_cost =
                whole(fixed_costs_[at], cost_places, "sessions.csv");
        }
        for (std::size_t at = 0; at < weights_.size(); ++at) {
            instance_.needs[at].weight = whole(weights_[at], value_places, "needs.csv");
        }
        for (const auto& way : ways_) {
            auto& ways = instance_.travel[static_cast<std::size_t>(way.office)];
            ways[static_cast<std::size_t>(way.venue)] = whole(way.cost, cost_places, "travel.csv");
        }
        instance_.budget = whole(budget_, cost_places, "params.csv");
        instance_.penalty = whole(penalty_, value_places, "params.csv");
        instance_.change_penalty = whole(change_, value_places, "params.csv");
    }

    struct Way {
        int office;
        int venue;
        Decimal cost;
    };

    Reading reading_;
    std::vector<Fault>& faults_;
    Instance& instance_;
    std::vector<Decimal> fixed_costs_;
    std::vector<Decimal> weights_;
    std::vector<Way> ways_;
    Decimal budget_;
    Decimal penalty_;
    Decimal change_;
};

template <class Things>
Ids ids_of(const Things& things) {
    Ids ids;
    for (const auto& thing : things) ids.emplace(thing.id, static_cast<int>(ids.size()));
    return ids;
}

}  // namespace

Result<Instance> read_instance(const Files& files) {
    return Reader(files).read();
}

Result<Assignment> read_assignment(const Instance& instance, const std::string& text) {
    std::vector<Fault> faults;
    const Table rows("assignment", text, {"person", "session"}, faults);
    const auto persons = ids_of(instance.persons);
    const auto sessions = ids_of(instance.sessions);
    Assignment assignment;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto person = persons.find(rows.whole(row, 0));
        const auto session = sessions.find(rows.whole(row, 1));
        if (person == persons.end()) rows.fault(row, 0, "plan.unknown_id");
        if (session == sessions.end()) rows.fault(row, 1, "plan.unknown_id");
        if (person == persons.end() || session == sessions.end()) continue;
        assignment.push_back({person->second, session->second});
    }
    if (!faults.empty()) return invalid("plan.assignment_unsound", std::move(faults));
    return assignment;
}

std::string write_assignment(const Instance& instance, const Assignment& assignment) {
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    for (const auto& [person, session] : assignment) {
        rows.emplace_back(
            instance.persons[static_cast<std::size_t>(person)].id,
            instance.sessions[static_cast<std::size_t>(session)].id
        );
    }
    std::ranges::sort(rows);
    std::string text = "person,session\n";
    for (const auto& [person, session] : rows) {
        text += std::to_string(person) + "," + std::to_string(session) + "\n";
    }
    return text;
}

}  // namespace nangluc::annual
