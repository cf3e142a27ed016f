#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <thread>
#include <vector>

#include "base/text.hpp"

using namespace nangluc;

namespace {

using Words = std::vector<std::string>;

// The words shuffled and put in order again by their keys.
Words in_key_order(Words words) {
    std::shuffle(words.begin(), words.end(), std::mt19937(7));
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) {
        return sort_key(a) < sort_key(b);
    });
    return words;
}

std::string key_of_name(const std::string& name) {
    const auto parts = split_name(name);
    return name_sort_key(parts.family, parts.middle, parts.given);
}

}  // namespace

TEST_CASE("C30 part: words sort in the order of a Vietnamese dictionary") {
    const Words dictionary = {
        "An",   "Anh",  "Ánh", "Ăn",   "Ân",  "Ba",  "Bà",    "Bả",  "Bã",    "Bá",   "Bạ",
        "Bằng", "Bùi",  "Chi", "Cúc",  "Dao", "Dào", "Dương", "Đà",  "Đào",   "Đặng", "Đỗ",
        "Em",   "Ê",    "Hoa", "Hòa",  "Hồ",  "Hơn", "Lê",    "Ngà", "Nghĩa", "Oanh", "Ô",
        "Ơn",   "Phan", "Quý", "Thúy", "Trí", "Tú",  "Uyên",  "Ư",   "Vũ",    "Xuân", "Ý",
    };

    CHECK(in_key_order(dictionary) == dictionary);
}

TEST_CASE("C30 part: the six tones of one word follow the order of the alphabet books") {
    const Words tones = {"ma", "mà", "mả", "mã", "má", "mạ"};

    CHECK(in_key_order(tones) == tones);
}

TEST_CASE("a space sorts before every letter, so short names come first") {
    const Words places = {"An", "An Bình", "An Phú", "Anh Sơn", "Ân Thi"};

    CHECK(in_key_order(places) == places);
}

TEST_CASE("units with a number sort by its value") {
    const Words wards = {"Phường 1", "Phường 2", "Phường 10", "Phường 12"};

    CHECK(in_key_order(wards) == wards);
}

TEST_CASE("C30 part: people sort by given name, then family name, then middle names") {
    const Words people = {
        "Cà Văn An",
        "Nguyễn An",
        "Nguyễn Thị An",
        "Nguyễn Văn An",
        "Thào An",
        "Lê Thị Ánh",
        "Nguyễn Văn Bình",
        "Vàng A Dế",
        "Lò Thị Dung",
        "Hoàng Thanh Dương",
        "Nguyễn Hữu Đào",
        "Trần Văn Đặng",
        "Quàng Văn Thành",
        "Cà Văn Thạnh",
    };
    auto sorted = people;
    std::shuffle(sorted.begin(), sorted.end(), std::mt19937(3));
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return key_of_name(a) < key_of_name(b);
    });

    CHECK(sorted == people);
}

TEST_CASE("C30 part: a key does not depend on how a text is composed") {
    CHECK(sort_key("Hậu") == sort_key("Ha\u0323\u0302u"));
    CHECK(sort_key("Hậu") == sort_key("Ha\u0302\u0323u"));
    CHECK(sort_key("Hậu") != sort_key("Hầu"));
}

TEST_CASE("a key is lower-case hexadecimal of any length") {
    const auto key = sort_key(std::string(5000, 'x'));

    CHECK(key.size() > 5000);
    CHECK(key.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(sort_key("").size() < 10);
}

TEST_CASE("keys made by several threads at once are the same") {
    const auto expected = sort_key("Nguyễn Thị Ánh");
    std::vector<int> wrong(4);
    {
        std::vector<std::jthread> threads;
        for (auto& count : wrong) {
            threads.emplace_back([&count, &expected] {
                for (int i = 0; i < 2000; ++i) {
                    if (sort_key("Nguyễn Thị Ánh") != expected) ++count;
                    if (fold("Nguyễn Thị Ánh") != "nguyen thi anh") ++count;
                }
            });
        }
    }

    CHECK(wrong == std::vector<int>(4));
}

TEST_CASE("the version of the order is stated") {
    CHECK(collation_version().starts_with("1-vi-"));
    CHECK(collation_version() == collation_version());
}
