#include <cstring>
#include <random>
#include <stdexcept>

#include "bench/bench.hpp"
#include "engines/gaps/live.hpp"
#include "engines/gaps/queries.hpp"

namespace nangluc::bench {

namespace {

using namespace gaps;

constexpr std::uint32_t people = 2'000'000;
constexpr std::uint32_t profiles = 900;

// 14,000 units on four levels: the state, 63 provinces, about 13 offices each, 16 divisions each.
Units nation() {
    std::vector<UnitNumber> parents{no_unit};
    for (int province = 0; province < 63; ++province) {
        const auto own = static_cast<UnitNumber>(parents.size());
        parents.push_back(0);
        for (int office = 0; office < 13; ++office) {
            const auto below = static_cast<UnitNumber>(parents.size());
            parents.push_back(own);
            for (int division = 0; division < 16; ++division) parents.push_back(below);
        }
    }
    return Units(std::move(parents));
}

// Levels 1 to 6, as on the scales in use. The first `common` competencies are asked of three
// profiles in four; beyond them each profile asks for `special` more, out of one block.
struct Scheme {
    std::size_t competencies;
    std::size_t common;
    std::size_t special;
};

Profiles requirements(const Scheme& scheme, std::mt19937& dice) {
    Profiles made(scheme.competencies, profiles);
    for (ProfileNumber profile = 0; profile < profiles; ++profile) {
        for (Competency competency = 0; competency < scheme.common; ++competency) {
            if (dice() % 4 == 0) continue;
            const auto minimum = static_cast<Level>(1 + dice() % 5);
            made.require(profile, competency, minimum, static_cast<Level>(minimum + 1));
        }
        const auto first =
            block_width * (1 + profile % std::max<std::size_t>(made.blocks() - 1, 1));
        for (std::size_t special = 0; special < scheme.special; ++special) {
            const auto competency = static_cast<Competency>(first + dice() % block_width);
            if (competency >= scheme.competencies) continue;
            made.require(profile, competency, static_cast<Level>(1 + dice() % 5));
        }
    }
    return made;
}

Population populate(const Scheme& scheme) {
    std::mt19937 dice(20250701);
    auto units = nation();
    auto asked = requirements(scheme, dice);
    std::vector<Person> list;
    std::vector<HeldRow> rows;
    list.reserve(people);
    rows.reserve(std::size_t{people} * (scheme.special > 0 ? 2 : 1));
    for (PersonNumber number = 0; number < people; ++number) {
        const Person person{
            static_cast<UnitNumber>(dice() % units.size()),
            static_cast<ProfileNumber>(dice() % profiles)};
        list.push_back(person);
        for (std::uint32_t block = 0; block < asked.blocks(); ++block) {
            if (!asked.asks(person.profile, block)) continue;
            auto& row = rows.emplace_back(HeldRow{number, block, Row::of(not_assessed)});
            const auto& required = asked.table(block)[person.profile].levels;
            for (std::size_t lane = 0; lane < block_width; ++lane) {
                const auto unknown = dice() % 16 == 0;
                if (required[lane] == 0 || unknown) continue;
                row.held.levels[lane] = static_cast<Level>(dice() % 7);
            }
        }
    }
    return Population(std::move(units), std::move(asked), list, rows);
}

// The machine's own floor: as many bytes as a pass must read (rows and profile numbers), lying in
// one piece, added up as fast as they come.
class Floor {
public:
    explicit Floor(const Population& population) {
        std::size_t rows = 0;
        for (std::size_t block = 0; block < population.blocks(); ++block) {
            for (UnitNumber unit = 0; unit < population.units().size(); ++unit) {
                rows += population.shelf(block, unit).size();
            }
        }
        words_.resize(rows * (sizeof(Row) + sizeof(ProfileNumber)) / sizeof(std::uint64_t), 1);
    }

    std::uint64_t read() const {
        using Words __attribute__((vector_size(32))) = std::uint64_t;
        Words sums[4] = {};
        constexpr std::size_t step = 4 * sizeof(Words) / sizeof(std::uint64_t);
        for (std::size_t at = 0; at + step <= words_.size(); at += step) {
            Words words[4];
            std::memcpy(words, &words_[at], sizeof words);
            for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += words[lane];
        }
        const Words sum = sums[0] + sums[1] + sums[2] + sums[3];
        return sum[0] + sum[1] + sum[2] + sum[3];
    }

private:
    std::vector<std::uint64_t> words_;
};

struct Measure {
    Report& report;
    const std::string scheme;
    const Population& population;
    const Floor floor{population};

    void of(
        const std::string& what,
        int runs,
        const std::function<void()>& work,
        Time time = Time::processor
    ) const {
        const auto [median, reading, ratio] = compare(
            runs, work, [&] { keep(floor.read()); }, time
        );
        report.add({what + scheme, median * 1e3, "ms", "read_same_bytes" + scheme, ratio});
    }
};

void passes(const Measure& measure) {
    const auto& population = measure.population;
    const auto reading = median_seconds(21, [&] { keep(measure.floor.read()); });
    measure.report.add({"read_same_bytes" + measure.scheme, reading * 1e3, "ms"});

    Cube cube(population.blocks(), population.units().size());
    measure.of("full_pass", 21, [&] { recount(population, cube); });
    const auto by_two = [&] { recount(population, cube, {.threads = 2}); };
    measure.of("full_pass_2_threads", 21, by_two, Time::wall);
    for (const auto& [name, machine] :
         {std::pair{"full_pass_baseline", Machine::baseline},
          std::pair{"full_pass_avx2", Machine::avx2}}) {
        if (!runs_here(machine)) continue;
        measure.of(name, 11, [&, used = machine] { recount(population, cube, {.machine = used}); });
    }
    auto others = population.profiles();
    for (ProfileNumber profile = 0; profile < profiles; ++profile) others.require(profile, 3, 4);
    measure.of("what_if", 11, [&] { keep(what_if(population, others)); });
}

void questions(const Measure& measure) {
    const auto& population = measure.population;
    const GroupRule nation_rule{.unit = 0, .conditions = {{.competency = 3, .min_gap = 2}}};
    const GroupRule province{.unit = 1, .conditions = {{.competency = 3, .min_gap = 2}}};
    measure.of("target_group_nation", 5, [&] { keep(target_group(population, nation_rule)); });
    measure.of("target_group_province", 21, [&] { keep(target_group(population, province)); });
    measure.of("total_gaps_nation", 5, [&] { keep(total_gaps(population, 0, {})); });
    measure.of("top_1000_people", 5, [&] { keep(top_people(population, 0, {}, 1000)); });
    measure.of("spread_nation", 5, [&] { keep(spread_of(population, 0, 3)); });
}

void changes(const Measure& measure, Population population) {
    LiveCube live(std::move(population));
    std::mt19937 dice(7);
    constexpr std::uint32_t times = 200'000;
    std::vector<PersonNumber> chosen;
    for (std::uint32_t at = 0; at < times; ++at)
        chosen.push_back(static_cast<PersonNumber>(dice() % people));
    const auto once = [&](const std::string& name, std::uint32_t count, const auto& change) {
        std::uint32_t round = 0;
        const auto time = median_seconds(5, [&] {
            ++round;
            for (std::uint32_t at = 0; at < count; ++at) change(chosen[at], at + round);
        });
        measure.report.add({name + measure.scheme, time / count * 1e9, "ns"});
    };
    once("live_level_any_person", times, [&](auto person, auto at) {
        live.set_held(person, at % 25, static_cast<Level>(at % 7));
    });
    once("live_level_warm", times, [&](auto person, auto at) {
        live.set_held(chosen[person % 64], at % 25, static_cast<Level>(at % 7));
    });
    once("live_move", times / 10, [&](auto person, auto at) {
        live.move(person, at % static_cast<UnitNumber>(live.population().units().size()));
    });
    once("live_profile", times / 10, [&](auto person, auto at) {
        live.set_profile(person, at % profiles);
    });
    if (!live.agrees()) throw std::logic_error("the live cube differs from a full pass");
}

void measure_scheme(Report& report, const std::string& name, const Scheme& scheme) {
    auto population = populate(scheme);
    const Measure measure{report, name, population};
    passes(measure);
    questions(measure);
    auto copy = population;
    changes(measure, std::move(copy));
}

const Registration group("gaps", [](Report& report) {
    measure_scheme(report, "", {.competencies = 25, .common = 25, .special = 0});
    measure_scheme(report, "_188", {.competencies = 188, .common = 25, .special = 12});
});

}  // namespace

}  // namespace nangluc::bench
