#include "engines/assign/annual/certificate.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <map>

#include "engines/assign/annual/decimal.hpp"
#include "engines/assign/annual/nth.hpp"
#include "engines/assign/annual/year_columns.hpp"

namespace nangluc::annual {

namespace {

constexpr std::array<const char*, 20> family_words = {
    "capacity",  "min_class",     "budget",       "sent_least",   "sent_most",
    "presence",  "presence_link", "once",         "slot",         "prerequisite",
    "max_hours", "min_hours",     "link",         "max_sessions", "rooms",
    "taught",    "teaches_slot",  "teaches_most", "floor_seats",  "floor_share",
};

// Which kind of id stands at each place of a row's name.
enum class Kind { office, session, programme, slot, seats, venue, lecturer, floor, group };

std::vector<Kind> kinds_of(Family family) {
    switch (family) {
        case Family::capacity:
        case Family::min_class:
        case Family::taught:
            return {Kind::session};
        case Family::sent_least:
        case Family::sent_most:
        case Family::presence_link:
            return {Kind::office, Kind::session};
        case Family::presence:
            return {Kind::office, Kind::slot};
        case Family::once:
            return {Kind::group, Kind::programme};
        case Family::slot:
            return {Kind::group, Kind::slot};
        case Family::prerequisite:
            return {Kind::group, Kind::programme, Kind::slot};
        case Family::max_hours:
        case Family::min_hours:
        case Family::max_sessions:
            return {Kind::group};
        case Family::link:
            return {Kind::group, Kind::session};
        case Family::rooms:
            return {Kind::venue, Kind::slot, Kind::seats};
        case Family::teaches_slot:
            return {Kind::lecturer, Kind::slot};
        case Family::teaches_most:
            return {Kind::lecturer};
        case Family::floor_seats:
        case Family::floor_share:
            return {Kind::floor};
        case Family::budget:
        case Family::plain:
            return {};
    }
    return {};
}

// A line word by word.
class Line {
public:
    explicit Line(std::string first) : text_(std::move(first)) {}
    Line& say(const std::string& word) {
        text_ += ' ';
        text_ += word;
        return *this;
    }
    std::string text() const { return text_ + '\n'; }

private:
    std::string text_;
};

class Writer {
public:
    Writer(const Instance& instance, const Solution& solution)
        : instance_(instance), solution_(solution), year_(year_columns(instance)) {}

    std::string text() {
        const auto places = instance_.value_places;
        const bool found = solution_.outcome == Outcome::found;
        const bool impossible = solution_.outcome == Outcome::impossible;
        text_ = "nangluc plan certificate 1\n";
        text_ += Line("value").say(found ? to_text(solution_.value, places) : "none").text();
        text_ += Line("bound").say(impossible ? "none" : to_text(solution_.bound, places)).text();
        for (const auto& [lecturer, session] : solution_.lessons) {
            text_ += Line("teaches")
                         .say(id(Kind::lecturer, lecturer))
                         .say(id(Kind::session, session))
                         .text();
        }
        for (const auto& leaf : solution_.proof.leaves) {
            for (const auto& prices : leaf.prices) add_prices(prices.get());
            add_leaf(leaf);
        }
        text_ += "end\n";
        return std::move(text_);
    }

private:
    std::string id(Kind kind, int index) const {
        switch (kind) {
            case Kind::office:
                return std::to_string(instance_.offices[nth(index)].id);
            case Kind::session:
                return std::to_string(instance_.sessions[nth(index)].id);
            case Kind::programme:
                return std::to_string(instance_.programmes[nth(index)].id);
            case Kind::venue:
                return std::to_string(instance_.venues[nth(index)]);
            case Kind::lecturer:
                return std::to_string(instance_.lecturers[nth(index)].id);
            case Kind::floor:
                return std::to_string(instance_.floors[nth(index)].id);
            case Kind::slot:
            case Kind::seats:
                return std::to_string(index);
            case Kind::group:
                break;
        }
        return {};
    }

    std::string person(int index) const { return std::to_string(instance_.persons[nth(index)].id); }

    // The same prices serve many leaves and are written once.
    void add_prices(const std::vector<Price>* prices) {
        const auto [found, is_new] = numbers_.emplace(prices, numbers_.size());
        if (!is_new) return;
        text_ += Line("prices").say(std::to_string(found->second)).text();
        for (const auto& price : *prices) add_price(price);
    }

    void add_price(const Price& price) {
        const auto& name = solution_.proof.pool[nth(price.row)].name;
        const auto kinds = kinds_of(name.family);
        constexpr auto places = 9;
        const auto digits = std::llround(price.price * std::pow(10.0, places));
        std::vector<std::string> rest;
        std::vector<int> members;
        for (std::size_t at = 0; at < kinds.size(); ++at) {
            if (kinds[at] == Kind::group) {
                members = year_.groups[nth(name.at[at])].members;
            } else {
                rest.push_back(id(kinds[at], name.at[at]));
            }
        }
        rest.push_back(to_text(digits, places));
        for (const auto programme : name.given) rest.push_back(id(Kind::programme, programme));

        const Line family(family_words[static_cast<std::size_t>(name.family)]);
        if (members.empty()) return add(family, rest);
        for (const auto member : members) add(Line(family).say(person(member)), rest);
    }

    void add(Line line, const std::vector<std::string>& rest) {
        for (const auto& word : rest) line.say(word);
        text_ += line.text();
    }

    void add_leaf(const Leaf& leaf) {
        Line line("leaf");
        for (const auto& prices : leaf.prices) line.say(std::to_string(numbers_.at(prices.get())));
        text_ += line.text();
        for (const auto& split : leaf.splits) add_split(split);
    }

    void add_split(const Split& split) {
        const auto sessions = static_cast<int>(instance_.sessions.size());
        if (split.column < sessions) {
            text_ +=
                Line(split.at_most ? "shut" : "open").say(id(Kind::session, split.column)).text();
            return;
        }
        for (const auto& sent : year_.sent) {
            if (sent.column != split.column) continue;
            const Line line(split.at_most ? "sent_at_most" : "sent_at_least");
            add_pair(line, id(Kind::office, sent.office), sent.session, split.number);
        }
        add_lesson_split(split);
        for (const auto& seats : year_.seats) {
            if (seats.column == split.column) add_crowd(seats, split);
        }
    }

    void add_lesson_split(const Split& split) {
        for (const auto& teaching : year_.teaching) {
            if (teaching.column != split.column) continue;
            const Line line(split.at_most ? "teaches_at_most" : "teaches_at_least");
            add_pair(line, id(Kind::lecturer, teaching.lecturer), teaching.session, split.number);
        }
    }

    void add_pair(Line line, const std::string& who, int session, int number) {
        line.say(who).say(id(Kind::session, session)).say(std::to_string(number));
        text_ += line.text();
    }

    void add_crowd(const Seats& seats, const Split& split) {
        Line line(split.at_most ? "attend_at_most" : "attend_at_least");
        line.say(id(Kind::session, seats.session)).say(std::to_string(split.number));
        for (const auto member : year_.group(seats).members) line.say(person(member));
        text_ += line.text();
    }

    const Instance& instance_;
    const Solution& solution_;
    YearColumns year_;
    std::map<const std::vector<Price>*, std::size_t> numbers_;
    std::string text_;
};

}  // namespace

std::string write_certificate(const Instance& instance, const Solution& solution) {
    return Writer(instance, solution).text();
}

}  // namespace nangluc::annual
