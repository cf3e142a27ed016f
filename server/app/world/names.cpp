#include "app/world/names.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace nangluc::world {

namespace {

using Words = std::span<const std::string_view>;

struct Stock {
    Words families;  // the commoner ones stand several times
    Words middles_of_women;
    Words middles_of_men;
    Words given_of_women;
    Words given_of_men;
};

constexpr std::array<std::string_view, 40> kinh_families = {
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn",
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần",   "Trần",   "Trần",   "Trần",
    "Lê",     "Lê",     "Lê",     "Phạm",   "Phạm",   "Hoàng",  "Hoàng",  "Phan",
    "Vũ",     "Vũ",     "Võ",     "Đặng",   "Bùi",    "Đỗ",     "Hồ",     "Ngô",
    "Dương",  "Lý",     "Đinh",   "Đoàn",   "Trịnh",  "Mai",    "Đào",    "Lương",
};
constexpr std::array<std::string_view, 10> kinh_women_middles = {
    "Thị",
    "Thị",
    "Thị",
    "Thu",
    "Thanh",
    "Ngọc",
    "Minh",
    "Phương",
    "Bích",
    "Kim",
};
constexpr std::array<std::string_view, 12> kinh_men_middles = {
    "Văn",
    "Văn",
    "Văn",
    "Đức",
    "Minh",
    "Quang",
    "Hữu",
    "Xuân",
    "Đình",
    "Anh",
    "Mạnh",
    "Công",
};
constexpr std::array<std::string_view, 30> kinh_women = {
    "Hà",  "Hương", "Lan",  "Mai",   "Hoa",  "Thảo",   "Linh",  "Trang", "Hằng", "Yến",
    "Nga", "Thủy",  "Dung", "Hạnh",  "Loan", "Phượng", "Oanh",  "Quyên", "Ngân", "Ánh",
    "Vân", "Hòa",   "Tâm",  "Nhung", "Xuân", "Diệp",   "Giang", "Hiền",  "Thơm", "Uyên",
};
constexpr std::array<std::string_view, 30> kinh_men = {
    "Hùng",  "Dũng",  "Cường", "Tuấn", "Bình", "Sơn",   "Hải",   "Nam",  "Long", "Đạt",
    "Thắng", "Hiếu",  "Trung", "Kiên", "Quân", "Phúc",  "Khánh", "Tùng", "Việt", "Đông",
    "Lâm",   "Phong", "Toàn",  "Huy",  "Khoa", "Thành", "Giang", "Hưng", "Ước",  "Vinh",
};

constexpr std::array<std::string_view, 18> thai_families = {
    "Lò",
    "Lò",
    "Lò",
    "Lò",
    "Quàng",
    "Quàng",
    "Cà",
    "Cà",
    "Tòng",
    "Tòng",
    "Lường",
    "Lường",
    "Mào",
    "Điêu",
    "Bạc",
    "Khoàng",
    "Vì",
    "Hà",
};
constexpr std::array<std::string_view, 3> thai_women_middles = {"Thị", "Thị", "Thị Thu"};
constexpr std::array<std::string_view, 5> thai_men_middles = {"Văn", "Văn", "Văn", "Xuân", "Minh"};
constexpr std::array<std::string_view, 20> thai_women = {
    "Mai",  "Hương", "Thảo", "Nọi",   "Xiêng", "Ín",     "Ơn",  "Pánh",  "Phượng", "Loan",
    "Dung", "Hặc",   "Lả",   "Sương", "Yến",   "Thương", "Bua", "Piếng", "Kẹo",    "Thiên",
};
constexpr std::array<std::string_view, 20> thai_men = {
    "Thạnh", "Bình", "Inh",  "Hặc",   "Phương", "Ún",   "Pản", "Thoan", "Chương", "Ọi",
    "Muôn",  "Tọ",   "Diên", "Nghịt", "Quyết",  "Xuân", "Yêu", "Hoan",  "Panh",   "Sáng",
};

constexpr std::array<std::string_view, 12> hmong_families = {
    "Giàng",
    "Giàng",
    "Vàng",
    "Vàng",
    "Sùng",
    "Sùng",
    "Mùa",
    "Thào",
    "Hạng",
    "Lầu",
    "Cứ",
    "Vừ",
};
constexpr std::array<std::string_view, 1> hmong_women_middles = {"Thị"};
constexpr std::array<std::string_view, 4> hmong_men_middles = {"A", "A", "A", "Chứ"};
constexpr std::array<std::string_view, 14> hmong_women = {
    "Súa",
    "Mỷ",
    "Dợ",
    "Chia",
    "Mái",
    "Sua",
    "Dính",
    "Pà",
    "Cở",
    "Dua",
    "Chư",
    "Lỳ",
    "Máy",
    "Xê",
};
constexpr std::array<std::string_view, 16> hmong_men = {
    "Dế",
    "Páo",
    "Chu",
    "Tủa",
    "Lử",
    "Vàng",
    "Sình",
    "Nhè",
    "Dơ",
    "Thào",
    "Lềnh",
    "Phứ",
    "Tính",
    "Khua",
    "Chớ",
    "Giống",
};

constexpr std::array<std::string_view, 12> tay_families = {
    "Nông",
    "Nông",
    "Hoàng",
    "Hoàng",
    "Lý",
    "Bế",
    "Triệu",
    "Đàm",
    "Ma",
    "Hứa",
    "Vi",
    "Lục",
};

Stock stock_of(People people) {
    switch (people) {
        case People::thai:
            return {thai_families, thai_women_middles, thai_men_middles, thai_women, thai_men};
        case People::hmong:
            return {hmong_families, hmong_women_middles, hmong_men_middles, hmong_women, hmong_men};
        case People::tay:
            return {tay_families, kinh_women_middles, kinh_men_middles, kinh_women, kinh_men};
        case People::kinh:
            break;
    }
    return {kinh_families, kinh_women_middles, kinh_men_middles, kinh_women, kinh_men};
}

constexpr std::array<std::string_view, 4> north_west = {"11", "12", "14", "15"};
constexpr std::array<std::string_view, 5> north_east = {"04", "08", "19", "20", "24"};

bool is_in(Words codes, std::string_view code) {
    return std::ranges::find(codes, code) != codes.end();
}

}  // namespace

std::string make_name(Chance& chance, People people, bool is_woman) {
    const auto stock = stock_of(people);
    const auto middle = chance.one_of(is_woman ? stock.middles_of_women : stock.middles_of_men);
    const auto given = chance.one_of(is_woman ? stock.given_of_women : stock.given_of_men);
    std::string name(chance.one_of(stock.families));
    name.append(" ").append(middle).append(" ").append(given);
    return name;
}

People people_of(Chance& chance, const std::string& province_code) {
    const int share = chance.below(100);
    if (is_in(north_west, province_code)) {
        if (share < 45) return People::thai;
        return share < 70 ? People::hmong : People::kinh;
    }
    if (is_in(north_east, province_code)) {
        if (share < 50) return People::tay;
        return share < 62 ? People::hmong : People::kinh;
    }
    return People::kinh;
}

}  // namespace nangluc::world
