#include "modules/organisation/roster/roster.hpp"

#include <doctest/doctest.h>

using namespace nangluc;
using namespace nangluc::organisation;

static AuthorisedPost post(std::int64_t id, int authorised, std::string name) {
    return {
        .post = {id},
        .position_name = std::move(name),
        .authorised = authorised,
        .authorised_since = {2025, 7, 1},
    };
}

static Holder holder(std::int64_t person, std::int64_t post, HoldingKind kind, std::string name) {
    return {
        .holding = {person * 100 + post},
        .post = {post},
        .person = {person},
        .name = name,
        .sort_key = name,
        .kind = kind,
    };
}

// An office with a chief, three clerks' posts of which two are held, and the IT post, which a clerk
// does beside his own.
static std::vector<RosterRow> office() {
    auto it_post = post(3, 1, "Quản trị công nghệ thông tin");
    it_post.last_left = Date{2026, 8, 1};
    return roster_of(
        {post(1, 1, "Chánh Văn phòng"), post(2, 3, "Văn thư"), it_post},
        {holder(1, 1, HoldingKind::main, "Thạnh"),
         holder(2, 2, HoldingKind::main, "Dế"),
         holder(3, 2, HoldingKind::main, "Bình"),
         holder(3, 3, HoldingKind::concurrent, "Bình")}
    );
}

TEST_CASE("C2 part: vacancies are what is authorised less main and acting holders") {
    const auto totals = totals_of(office());

    CHECK(totals == RosterTotals{5, 3, 2, 1, 0});
}

TEST_CASE("C4 part: a concurrent duty leaves its post vacant") {
    const auto rows = select_rows(office(), RosterFilter::vacant, "");

    REQUIRE(rows.size() == 2);
    CHECK(rows[1].post.position_name == "Quản trị công nghệ thông tin");
}

TEST_CASE("a post is vacant since its last holder left, or since it was authorised") {
    const auto rows = select_rows(office(), RosterFilter::vacant, "");

    CHECK(rows[0].vacant_since == Date{2025, 7, 1});
    CHECK(rows[1].vacant_since == Date{2026, 8, 1});
}

TEST_CASE("an acting holder fills the post for the time being and counts as temporary") {
    const auto rows = roster_of(
        {post(3, 1, "Quản trị công nghệ thông tin")}, {holder(4, 3, HoldingKind::acting, "Mai")}
    );

    CHECK(totals_of(rows) == RosterTotals{1, 0, 0, 0, 1});
}

TEST_CASE("more holders than posts are no negative vacancy") {
    const auto rows = roster_of(
        {post(1, 1, "Chánh Văn phòng")},
        {holder(1, 1, HoldingKind::main, "A"), holder(2, 1, HoldingKind::main, "B")}
    );

    CHECK(totals_of(rows) == RosterTotals{1, 2, 0, 0, 0});
}

TEST_CASE("C30 part: the roster is searched without marks, by person or by position") {
    CHECK(select_rows(office(), RosterFilter::all, "binh").size() == 1);
    CHECK(select_rows(office(), RosterFilter::concurrent, "BÌNH").size() == 1);
    CHECK(select_rows(office(), RosterFilter::all, "quan tri").size() == 2);
    CHECK(select_rows(office(), RosterFilter::all, "không có ai").empty());
}

TEST_CASE("C1 part: every post stands once in the whole roster, whoever does it beside his own") {
    const auto rows = select_rows(office(), RosterFilter::all, "");

    CHECK(rows.size() == 5);
    CHECK(counts_of(office()) == RosterCounts{5, 2, 1, 0});
    const auto& binh = rows[1];
    REQUIRE(binh.beside.size() == 1);
    CHECK(binh.beside[0].position_name == "Quản trị công nghệ thông tin");
}
