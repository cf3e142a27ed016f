#include "base/text.hpp"

#include <array>

#include "bench/bench.hpp"

namespace nangluc::bench {

namespace {

constexpr std::array<const char*, 8> names{
    "Nguyễn Thị Hòa",
    "Trần Văn Đức",
    "Lò Thị Ánh",
    "Vàng A Páo",
    "Quàng Văn Ỏm",
    "Phạm Đình Trọng",
    "Cà Thị Muôn",
    "Bùi Quốc Khánh",
};

void measure(Report& report, const std::string& what, std::string (*work)(std::string_view)) {
    constexpr int rounds = 2000;
    const auto time = median_seconds(11, [&] {
        for (int round = 0; round < rounds; ++round) {
            for (const auto* name : names) keep(work(name));
        }
    });
    report.add({what, time / (rounds * names.size()) * 1e9, "ns/name"});
}

const Registration group("text", [](Report& report) {
    measure(report, "tidy", tidy);
    measure(report, "fold", fold);
    measure(report, "sort_key", sort_key);
});

}  // namespace

}  // namespace nangluc::bench
