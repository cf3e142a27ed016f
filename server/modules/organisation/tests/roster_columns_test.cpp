#include <doctest/doctest.h>

#include "modules/organisation/roster_import/roster_columns.hpp"
#include "modules/organisation/roster_import/roster_dates.hpp"

using namespace nangluc;
using namespace nangluc::organisation;

TEST_CASE("a title is known by its words, whatever its accents, case and remarks") {
    CHECK(column_called("Họ và tên") == RosterColumn::name);
    CHECK(column_called("HỌ VÀ TÊN (khai sinh) *") == RosterColumn::name);
    CHECK(column_called("ngày sinh (dd/mm/yyyy):") == RosterColumn::birth_date);
    CHECK(column_called("E-mail") == RosterColumn::email);
    CHECK_FALSE(column_called("Ghi chú"));
}

TEST_CASE("what a unit called its columns the last time wins over what titles mean") {
    const std::vector<RosterTitle> titles = {{1, "Mã số"}, {2, "Mã hồ sơ"}, {3, "Họ tên"}};
    const RememberedMapping remembered{{{RosterColumn::staff_number, "mã hồ sơ"}}, {}};

    CHECK(match_columns(titles, {}).at(RosterColumn::staff_number) == 1);
    CHECK(match_columns(titles, remembered).at(RosterColumn::staff_number) == 2);
    CHECK(match_columns(titles, remembered).at(RosterColumn::name) == 3);
}

TEST_CASE("required columns that no title names are told") {
    const auto mapping = match_columns({{1, "Mã số"}, {2, "Họ tên"}, {3, "Ngày sinh"}}, {});

    CHECK(mapping.missing() == std::vector{RosterColumn::position, RosterColumn::from_date});
}

TEST_CASE("dates are read as offices write them, and no order of day and month is guessed") {
    const auto read = [](std::string_view text, DateOrder order = DateOrder::ask) {
        return read_written_date(text, order);
    };
    for (const auto* text :
         {"25/12/1990",
          "25-12-1990",
          "25.12.1990",
          "25121990",
          "1990-12-25",
          "19901225",
          "12/25/1990"}) {
        CAPTURE(text);
        CHECK(read(text).reading == WrittenDate::sound);
        CHECK(read(text).date == Date{1990, 12, 25});
    }
    CHECK(read("5/5/1990").date == Date{1990, 5, 5});
    CHECK(read("03/04/2026").reading == WrittenDate::ambiguous);
    CHECK(read("03/04/2026", DateOrder::day_first).date == Date{2026, 4, 3});
    CHECK(read("03/04/2026", DateOrder::month_first).date == Date{2026, 3, 4});
    CHECK(read("12/25/1990", DateOrder::day_first).reading == WrittenDate::impossible);
    CHECK(read("31/02/1988").reading == WrittenDate::impossible);
    CHECK(read("1/1/90").reading == WrittenDate::two_digit_year);
    CHECK(read("1990").reading == WrittenDate::malformed);
    CHECK(read("3/4-2026").reading == WrittenDate::malformed);
}
