#pragma once

// Described types that between them hold one member of every kind the mapper knows.

#include <boost/describe/class.hpp>

#include "kit/json/json.hpp"

namespace nangluc::testing {

enum class Level { commune, province, ministry };
BOOST_DESCRIBE_ENUM(Level, commune, province, ministry)

struct Line {
    UnitId unit;
    int seats = 0;
    std::optional<std::string> note;
    friend bool operator==(const Line&, const Line&) = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (unit, seats, note))

// A type that contains itself.
struct Branch {
    std::string name;
    std::vector<Branch> branches;
    friend bool operator==(const Branch&, const Branch&) = default;
};
BOOST_DESCRIBE_STRUCT(Branch, (), (name, branches))

struct Numbers {
    bool is_final = false;
    std::int8_t tiny = 0;
    std::uint16_t small = 0;
    std::uint64_t huge = 0;
    std::int64_t wide = 0;
    double rate = 0;
    Money cost;
    friend bool operator==(const Numbers&, const Numbers&) = default;
};
BOOST_DESCRIBE_STRUCT(Numbers, (), (is_final, tiny, small, huge, wide, rate, cost))

struct Sheet {
    Level level = Level::commune;
    Date from;
    Instant seen;
    Period period;
    std::vector<Line> lines;
    std::map<std::string, double> rates;
    std::optional<Level> other;
    Numbers numbers;
    Branch tree;
    friend bool operator==(const Sheet&, const Sheet&) = default;
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (level, from, seen, period, lines, rates, other, numbers, tree))

template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;
    BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};

struct LineReply : Line {
    json::Raw extra;
};
BOOST_DESCRIBE_STRUCT(LineReply, (Line), (extra))

// The faults that reading finds; empty when there are none.
template <class T>
std::vector<Fault> faults_of(std::string_view text) {
    const auto result = json::read<T>(text);
    return result ? std::vector<Fault>{} : result.error().faults;
}

}  // namespace nangluc::testing
