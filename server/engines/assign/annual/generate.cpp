#include "engines/assign/annual/generate.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <random>
#include <vector>

#include "engines/assign/annual/decimal.hpp"

namespace nangluc::annual {

namespace {

struct Point {
    int x;
    int y;
};

class Generator {
public:
    Generator(int people, int sessions, std::uint32_t seed)
        : people_(people),
          sessions_(sessions),
          programmes_(std::max(1, sessions / 2)),
          offices_(std::max(3, people / 30)),
          venues_(std::max(2, sessions / 5)),
          slots_(std::max(4, sessions / 3)),
          dice_(seed) {}

    Files files() {
        add_places();
        add_persons();
        add_programmes();
        add_sessions();
        return std::move(files_);
    }

private:
    // The raw numbers of the generator are the same everywhere; distributions are not.
    int below(int count) { return static_cast<int>(dice_() % static_cast<std::uint32_t>(count)); }
    template <class T, std::size_t size>
    T one_of(const std::array<T, size>& values) {
        return values[static_cast<std::size_t>(below(static_cast<int>(size)))];
    }

    void header(const std::string& name, const std::string& columns) {
        files_[name] = columns + '\n';
    }
    void add(const std::string& name, const std::vector<std::int64_t>& cells) {
        std::string line;
        for (const auto cell : cells) {
            if (!line.empty()) line += ',';
            line += std::to_string(cell);
        }
        files_[name] += line + '\n';
    }

    Point point() {
        const auto x = below(100);
        return {x, below(100)};
    }

    void add_places() {
        header("travel.csv", "office,venue,cost");
        std::vector<Point> venues;
        for (int venue = 0; venue < venues_; ++venue) venues.push_back(point());
        for (int office = 0; office < offices_; ++office) {
            const auto here = point();
            for (int venue = 0; venue < venues_; ++venue) {
                const auto there = venues[static_cast<std::size_t>(venue)];
                const auto far = std::abs(here.x - there.x) + std::abs(here.y - there.y);
                files_["travel.csv"] += std::to_string(office) + ',' + std::to_string(venue) + ',' +
                                        to_text(10 + 3 * far, 2) + '\n';
            }
        }
    }

    void add_persons() {
        header("offices.csv", "office,max_absent");
        header("persons.csv", "person,office,min_hours,max_hours");
        header("needs.csv", "person,programme,weight");
        header("held.csv", "person,programme");
        std::vector<int> headcounts(static_cast<std::size_t>(offices_));
        constexpr std::array minimums = {0, 8, 16};
        constexpr std::array weights = {1, 2, 2, 3, 3, 4, 4, 6, 6, 8, 9, 12};
        for (int person = 0; person < people_; ++person) {
            const auto office = below(offices_);
            ++headcounts[static_cast<std::size_t>(office)];
            add("persons.csv", {person, office, one_of(minimums), 80});
            for (int programme = 0; programme < programmes_; ++programme) {
                const auto roll = below(2 * programmes_);  // 3.5 needs and 2.5 held on average
                if (roll < 7) {
                    add("needs.csv", {person, programme, one_of(weights)});
                } else if (roll < 12) {
                    add("held.csv", {person, programme});
                }
            }
        }
        for (int office = 0; office < offices_; ++office) {
            const auto headcount = headcounts[static_cast<std::size_t>(office)];
            add("offices.csv", {office, std::max(2, headcount / 4)});
        }
    }

    void add_programmes() {
        header("programmes.csv", "programme,hours,prerequisite");
        constexpr std::array lengths = {8, 8, 16, 16, 24, 32, 40};
        for (int programme = 0; programme < programmes_; ++programme) {
            hours_.push_back(one_of(lengths));
            const bool follows = programme > 2 && below(3) == 0;
            files_["programmes.csv"] += std::to_string(programme) + ',' +
                                        std::to_string(hours_.back()) + ',' +
                                        (follows ? std::to_string(below(programme)) : "") + '\n';
        }
    }

    void add_sessions() {
        header("sessions.csv", "session,programme,venue,slot,min_class,capacity,fixed_cost");
        const auto seats = std::max(10, 2 * people_ / sessions_);
        constexpr std::array rates = {4, 6, 8, 10};
        std::int64_t costs = 0;
        for (int session = 0; session < sessions_; ++session) {
            const auto programme = session % programmes_;
            const auto cost = one_of(rates) * hours_[static_cast<std::size_t>(programme)] * 4 / 5;
            costs += cost;
            const auto venue = below(venues_);
            add("sessions.csv",
                {session, programme, venue, 1 + below(slots_), seats * 2 / 5, seats, cost});
        }
        files_["params.csv"] =
            "name,value\nbudget," + std::to_string(costs / 2) + "\nshortfall_penalty_per_hour,1\n";
    }

    int people_;
    int sessions_;
    int programmes_;
    int offices_;
    int venues_;
    int slots_;
    std::mt19937 dice_;
    std::vector<int> hours_;
    Files files_;
};

}  // namespace

Files generate_year(int people, int sessions, std::uint32_t seed) {
    return Generator(people, sessions, seed).files();
}

}  // namespace nangluc::annual
