#include "engines/assign/proof/facts.hpp"

#include <sstream>
#include <stdexcept>

namespace nangluc::proof {

namespace {

using Record = std::map<std::string, std::string>;

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == ',') {
            cells.emplace_back();
        } else if (c != '\r' && c != '"' && c != ' ') {
            cells.back() += c;
        }
    }
    return cells;
}

std::vector<Record> rows_of(const std::string& name, std::string text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, line);
    const auto header = cells_of(line);
    std::vector<Record> rows;
    while (std::getline(lines, line)) {
        const auto cells = cells_of(line);
        if (cells.size() == 1 && cells.front().empty()) continue;
        if (cells.size() != header.size()) throw std::runtime_error(name + ": " + line);
        auto& row = rows.emplace_back();
        for (std::size_t at = 0; at < cells.size(); ++at) row[header[at]] = cells[at];
    }
    return rows;
}

std::string cell(const Record& row, const std::string& column) {
    const auto found = row.find(column);
    if (found == row.end()) throw std::runtime_error("no column " + column);
    return found->second;
}

Id whole(const Record& row, const std::string& column) {
    const auto text = cell(row, column);
    std::size_t read = 0;
    const auto number = std::stoll(text, &read);
    if (read != text.size()) throw std::runtime_error(column + " is " + text);
    return number;
}

Exact decimal(const Record& row, const std::string& column) {
    const auto number = exact(cell(row, column));
    if (!number) throw std::runtime_error(column + " is " + cell(row, column));
    return *number;
}

template <class Things>
Id known(const Things& things, const Record& row, const std::string& column) {
    const auto id = whole(row, column);
    if (!things.contains(id))
        throw std::runtime_error("unknown " + column + " " + cell(row, column));
    return id;
}

class Reading {
public:
    explicit Reading(const std::map<std::string, std::string>& files) : files_(files) {}

    Facts facts() {
        for (const auto& row : rows("offices.csv")) {
            facts_.max_absent[whole(row, "office")] = whole(row, "max_absent");
        }
        for (const auto& row : rows("persons.csv")) {
            facts_.persons[whole(row, "person")] = {
                known(facts_.max_absent, row, "office"),
                whole(row, "min_hours"),
                whole(row, "max_hours")};
        }
        read_offers();
        for (const auto& row : rows("needs.csv")) {
            const auto person = known(facts_.persons, row, "person");
            const auto programme = known(facts_.programmes, row, "programme");
            facts_.needs[{person, programme}] = decimal(row, "weight");
        }
        for (const auto& row : rows("held.csv")) {
            facts_.held.insert({whole(row, "person"), whole(row, "programme")});
        }
        for (const auto& row : rows("travel.csv")) {
            facts_.travel[{whole(row, "office"), whole(row, "venue")}] = decimal(row, "cost");
        }
        for (const auto& row : rows("params.csv")) {
            number_called(cell(row, "name")) = decimal(row, "value");
        }
        read_limits();
        read_supply();
        read_floors();
        read_settled();
        return std::move(facts_);
    }

private:
    std::vector<Record> rows(const std::string& name) const {
        const auto found = files_.find(name);
        if (found == files_.end()) throw std::runtime_error("no file " + name);
        return rows_of(name, found->second);
    }

    // Of a file that need not be there.
    std::vector<Record> further_rows(const std::string& name) const {
        return files_.contains(name) ? rows(name) : std::vector<Record>{};
    }

    Exact& number_called(const std::string& name) {
        if (name == "budget") return facts_.budget;
        if (name == "shortfall_penalty_per_hour") return facts_.penalty;
        if (name == "change_penalty") return facts_.change;
        throw std::runtime_error("unknown parameter " + name);
    }

    void read_limits() {
        for (const auto& row : further_rows("session_slots.csv")) {
            const auto session = known(facts_.sessions, row, "session");
            facts_.sessions.at(session).slots.insert(whole(row, "slot"));
        }
        for (const auto& row : further_rows("person_limits.csv")) {
            const auto person = known(facts_.persons, row, "person");
            facts_.persons.at(person).max_sessions = whole(row, "max_sessions");
        }
    }

    void read_supply() {
        for (const auto& row : further_rows("absences.csv")) {
            const Pair place{known(facts_.max_absent, row, "office"), whole(row, "slot")};
            facts_.absences[place] = whole(row, "max_absent");
        }
        for (const auto& row : further_rows("rooms.csv")) {
            facts_.rooms.push_back({whole(row, "venue"), whole(row, "seats"), whole(row, "rooms")});
        }
        for (const auto& row : further_rows("lecturers.csv")) {
            facts_.lecturers[whole(row, "lecturer")] = {whole(row, "max_sessions")};
        }
        for (const auto& row : further_rows("teaches.csv")) {
            auto& lecturer = facts_.lecturers.at(known(facts_.lecturers, row, "lecturer"));
            lecturer.programmes.insert(known(facts_.programmes, row, "programme"));
        }
    }

    void read_floors() {
        for (const auto& row : further_rows("floors.csv")) {
            facts_.floors[whole(row, "floor")] = {
                whole(row, "least_seats"), whole(row, "least_percent")};
        }
        for (const auto& row : further_rows("floor_offices.csv")) {
            auto& floor = facts_.floors.at(known(facts_.floors, row, "floor"));
            floor.offices.insert(known(facts_.max_absent, row, "office"));
        }
    }

    void read_settled() {
        for (const auto& row : further_rows("frozen_sessions.csv")) {
            const auto session = known(facts_.sessions, row, "session");
            settle(facts_.settled_sessions, session, is(row, "open", "shut"));
        }
        for (const auto& row : further_rows("frozen_assignments.csv")) {
            settle(facts_.settled_seats, seat(row), is(row, "attends", "stays_away"));
        }
        if (files_.contains("previous.csv")) facts_.standing.emplace();
        for (const auto& row : further_rows("previous.csv")) facts_.standing->insert(seat(row));
    }

    Pair seat(const Record& row) const {
        return {known(facts_.persons, row, "person"), known(facts_.sessions, row, "session")};
    }

    static bool is(const Record& row, const std::string& yes, const std::string& no) {
        const auto decision = cell(row, "decision");
        if (decision != yes && decision != no) throw std::runtime_error("decision is " + decision);
        return decision == yes;
    }

    template <class Key>
    static void settle(std::map<Key, bool>& settled, const Key& key, bool decision) {
        if (!settled.emplace(key, decision).second) throw std::runtime_error("settled twice");
    }

    void read_offers() {
        for (const auto& row : rows("programmes.csv")) {
            auto& programme = facts_.programmes[whole(row, "programme")];
            programme.hours = whole(row, "hours");
            if (!cell(row, "prerequisite").empty()) {
                programme.prerequisite = whole(row, "prerequisite");
            }
        }
        for (const auto& row : rows("sessions.csv")) {
            facts_.sessions[whole(row, "session")] = {
                known(facts_.programmes, row, "programme"),
                whole(row, "venue"),
                {whole(row, "slot")},
                whole(row, "min_class"),
                whole(row, "capacity"),
                decimal(row, "fixed_cost")};
        }
    }

    const std::map<std::string, std::string>& files_;
    Facts facts_;
};

}  // namespace

Id Facts::most_absent(Id office, Id slot) const {
    const auto found = absences.find({office, slot});
    return found == absences.end() ? max_absent.at(office) : found->second;
}

Id Facts::most_absent(Id office, const Session& session) const {
    Id most = most_absent(office, session.first());
    for (const auto slot : session.slots) most = std::min(most, most_absent(office, slot));
    return most;
}

std::optional<Id> Facts::rooms_for(Id venue, Id seats) const {
    std::optional<Id> large_enough;
    for (const auto& some : rooms) {
        if (some.venue != venue) continue;
        if (!large_enough) large_enough = 0;
        if (some.seats >= seats) *large_enough += some.count;
    }
    return large_enough;
}

bool Facts::teaches(Id lecturer, const Session& session) const {
    return lecturers.at(lecturer).programmes.contains(session.programme);
}

bool Facts::needs_lecturer(const Session& session) const {
    for (const auto& [id, lecturer] : lecturers) {
        if (teaches(id, session)) return true;
    }
    return false;
}

Facts read_facts(const std::map<std::string, std::string>& files) {
    return Reading(files).facts();
}

std::vector<Pair> read_rows(const Facts& facts, const std::string& assignment) {
    std::vector<Pair> found;
    for (const auto& row : rows_of("assignment", assignment)) {
        found.emplace_back(
            known(facts.persons, row, "person"), known(facts.sessions, row, "session")
        );
    }
    return found;
}

}  // namespace nangluc::proof
