#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>

#include "engines/assign/annual/country.hpp"
#include "engines/assign/annual/nth.hpp"

namespace nangluc::annual {

namespace {

// By degrees at their true length on this parallel; of a cosine only what is the same on every
// machine.
double kilometres(const Commune& from, const Commune& to) {
    constexpr double degree = 111.2;
    constexpr double radians = 3.14159265358979 / 180;
    const auto angle = radians * (from.latitude + to.latitude) / 2;
    const auto square = angle * angle;
    const auto cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30));
    const auto north = degree * (from.latitude - to.latitude);
    const auto east = degree * cosine * (from.longitude - to.longitude);
    return std::sqrt(north * north + east * east);
}

class CountryYear {
public:
    CountryYear(const Country& country, int people, int sessions, std::uint32_t seed)
        : country_(country), people_(people), sessions_(sessions), dice_(seed) {}

    Files files() {
        choose_communes();
        choose_venues();
        begin("offices.csv", "office,max_absent");
        begin("persons.csv", "person,office,min_hours,max_hours");
        begin("needs.csv", "person,programme,weight");
        begin("held.csv", "person,programme");
        begin("travel.csv", "office,venue,cost");
        for (const auto& commune : communes_) add_people(commune);
        add_courses();
        add_sessions();
        return std::move(files_);
    }

private:
    using Cells = std::initializer_list<std::int64_t>;

    int below(int count) { return static_cast<int>(dice_() % static_cast<std::uint32_t>(count)); }
    template <class T, std::size_t size>
    T one_of(const std::array<T, size>& values) {
        return values[nth(below(static_cast<int>(size)))];
    }
    void begin(const std::string& name, const std::string& columns) {
        files_[name] = columns + '\n';
    }
    void add(const std::string& name, Cells cells) {
        auto& text = files_[name];
        for (const auto cell : cells) (text += std::to_string(cell)) += ',';
        text.back() = '\n';
    }
    int courses() const { return static_cast<int>(country_.courses.size()); }

    struct Peopled {
        Commune where;
        int people;
    };
    struct Venue {
        Commune where;
        bool online;
    };

    // In order, so that few people are those of a province and not one by one of a whole country.
    void choose_communes() {
        constexpr int least = 600;
        const auto all = country_.communes.size();
        const auto count = std::clamp<std::size_t>(nth(people_ / least), 1, all);
        std::int64_t population = 0;
        for (std::size_t at = 0; at < count; ++at) {
            communes_.push_back({country_.communes[at], 0});
            population += std::max<std::int64_t>(1, communes_.back().where.population);
        }
        std::int64_t before = 0;
        std::int64_t given = 0;
        for (auto& commune : communes_) {
            before += std::max<std::int64_t>(1, commune.where.population);
            const auto until = before * people_ / population;
            commune.people = static_cast<int>(until - given);
            given = until;
        }
    }

    // The largest communes of each province by turns, one venue for ten sessions; and one of each
    // province that nobody travels to.
    void choose_venues() {
        std::map<std::int64_t, std::vector<Commune>> provinces;
        for (const auto& commune : communes_) {
            provinces[commune.where.province].push_back(commune.where);
        }
        for (auto& [province, communes] : provinces) {
            std::ranges::stable_sort(communes, std::greater(), &Commune::population);
            screens_.push_back({communes.front(), true});
        }
        const auto count = std::clamp<std::size_t>(nth(sessions_ / 10), 1, communes_.size());
        for (std::size_t rank = 0; rooms_.size() < count; ++rank) {
            for (const auto& [province, communes] : provinces) {
                if (rank >= communes.size() || rooms_.size() == count) continue;
                rooms_.push_back({communes[rank], false});
            }
        }
    }

    void add_people(const Peopled& commune) {
        constexpr int most = 150;
        const int offices = (commune.people + most - 1) / most;
        if (offices == 0) return;
        std::vector<int> headcounts(nth(offices));
        for (int person = 0; person < commune.people; ++person) {
            const auto office = below(offices);
            ++headcounts[nth(office)];
            add_person(next_office_ + office);
        }
        for (const auto headcount : headcounts) {
            add("offices.csv", {next_office_, std::max(2, headcount / 4)});
            add_ways(next_office_++, commune.where);
        }
    }

    void add_person(int office) {
        constexpr std::array minimums = {0, 8, 16};
        constexpr std::array weights = {1, 2, 2, 3, 3, 4, 4, 6, 6, 8, 9, 12};
        add("persons.csv", {next_person_, office, one_of(minimums), 80});
        for (int course = 0; course < courses(); ++course) {
            const auto roll = below(2 * courses());  // 3.5 needs and 2.5 held on average
            if (roll < 7) {
                add("needs.csv", {next_person_, course, one_of(weights)});
            } else if (roll < 12) {
                add("held.csv", {next_person_, course});
            }
        }
        ++next_person_;
    }

    void add_ways(int office, const Commune& here) {
        constexpr double beyond = 60;
        constexpr double fare = 4;  // there and back, in thousands of đồng a kilometre
        for (std::size_t at = 0; at < rooms_.size(); ++at) {
            const auto& there = rooms_[at].where;
            const auto far = kilometres(here, there);
            if (there.province != here.province && far > beyond) continue;
            add("travel.csv", {office, static_cast<int>(at), std::llround(far * fare)});
        }
        for (std::size_t at = 0; at < screens_.size(); ++at) {
            if (screens_[at].where.province != here.province) continue;
            add("travel.csv", {office, static_cast<int>(rooms_.size() + at), 0});
        }
    }

    void add_courses() {
        begin("programmes.csv", "programme,hours,prerequisite");
        for (int course = 0; course < courses(); ++course) {
            const auto& of = country_.courses[nth(course)];
            files_["programmes.csv"] += std::to_string(course) + ',' + std::to_string(of.hours) +
                                        ',' + (of.before < 0 ? "" : std::to_string(of.before)) +
                                        '\n';
        }
    }

    // By turns over the venues, and at each over the courses.
    int course_of(int session) const {
        return (session + session / static_cast<int>(rooms_.size())) % courses();
    }

    void add_sessions() {
        constexpr int weeks = 40;
        std::int64_t seats = 0;
        for (int session = 0; session < sessions_; ++session) {
            seats += country_.courses[nth(course_of(session))].max_class;
        }
        const auto classes = std::max<std::int64_t>(1, people_ / seats);
        begin("sessions.csv", "session,programme,venue,slot,min_class,capacity,fixed_cost");
        std::int64_t costs = 0;
        for (int session = 0; session < sessions_; ++session) {
            const auto course = course_of(session);
            const auto& of = country_.courses[nth(course)];
            const auto room = nth(session) % rooms_.size();
            const auto screen = rooms_.size() + room % screens_.size();
            costs += classes * of.cost;
            add("sessions.csv",
                {session,
                 course,
                 static_cast<int>(of.online ? screen : room),
                 1 + below(weeks),
                 classes * of.min_class,
                 classes * of.max_class,
                 classes * of.cost});
        }
        files_["params.csv"] = "name,value\nbudget," + std::to_string(costs * 6 / 10) +
                               "\nshortfall_penalty_per_hour,0.1\n";
    }

    const Country& country_;
    int people_;
    int sessions_;
    std::mt19937 dice_;
    std::vector<Peopled> communes_;
    std::vector<Venue> rooms_;
    std::vector<Venue> screens_;
    int next_office_ = 0;
    int next_person_ = 0;
    Files files_;
};

}  // namespace

Files generate_year(const Country& country, int people, int sessions, std::uint32_t seed) {
    return CountryYear(country, people, sessions, seed).files();
}

}  // namespace nangluc::annual
