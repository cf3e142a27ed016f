#include "modules/organisation/reorganisation/reorganisation.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nangluc;
using namespace nangluc::organisation;

// A province with two communes; the first has an office below it.
struct Province {
    static constexpr UnitId root{1};
    static constexpr UnitId east{2};
    static constexpr UnitId west{3};
    static constexpr UnitId office{4};
    static constexpr UnitId fresh{9};

    Province() {
        const auto top = UnitPath::root(root);
        add(root, {}, "Tỉnh", top);
        add(east, root, "Xã Đông", top.child(east));
        add(west, root, "Xã Tây", top.child(west));
        add(office, east, "Văn phòng", top.child(east).child(office));
        standing.promised = {fresh};
    }
    void add(UnitId id, UnitId parent, const std::string& name, UnitPath path) {
        standing.units.push_back(
            {.id = id,
             .parent = parent,
             .code = to_text(id.value),
             .kind = "administrative",
             .type = "commune",
             .level = id == root ? "province" : "commune",
             .name = name,
             .full_name = name,
             .full_name_en = "",
             .path = std::move(path)}
        );
    }
    static Step establish(const std::string& code, const std::string& name) {
        return {
            .kind = StepKind::establish,
            .unit = fresh,
            .into = root,
            .called = {"administrative", "commune", code, "commune", name, name, "", ""}};
    }
    std::string first_fault(const std::vector<Step>& steps) const {
        const auto faults = check(steps, standing);
        return faults.empty() ? "none" : faults[0].path + ' ' + faults[0].code;
    }

    Standing standing{.root = root};
};

TEST_CASE("every fault of a step is told at its place") {
    const Province province;
    const auto fault = [&](std::vector<Step> steps) { return province.first_fault(steps); };
    using enum StepKind;

    CHECK(fault({}) == "/steps required");
    CHECK(
        fault({{.kind = abolish, .unit = {77}, .individually = true}}) ==
        "/steps/0/unit does_not_stand"
    );
    CHECK(fault({{.kind = abolish, .unit = province.east}}) == "/steps/0/into no_successor");
    CHECK(
        fault({{.kind = abolish, .unit = province.root, .individually = true}}) ==
        "/steps/0/unit is_the_root"
    );
    CHECK(
        fault({{.kind = merge, .units = {province.east, province.east}, .into = province.west}}) ==
        "/steps/0/units/1 twice"
    );
    CHECK(
        fault({{.kind = merge, .units = {province.east}, .into = province.east}}) ==
        "/steps/0/into does_not_stand"
    );
    CHECK(
        fault(
            {{.kind = split,
              .unit = province.east,
              .units = {province.west},
              .into = province.west}}
        ) == "/steps/0/units too_few"
    );
    CHECK(
        fault(
            {province.establish("88", "Xã Mới"),
             {.kind = split, .unit = province.east, .units = {province.west, province.fresh}}}
        ) == "/steps/1/into required"
    );
    CHECK(
        fault({{.kind = move, .unit = province.east, .into = province.office}}) ==
        "/steps/0/into cycle"
    );
    CHECK(fault({province.establish("3", "Xã Mới")}) == "/steps/0/called/code code_taken");
    CHECK(fault({province.establish("88", "Xã Tây")}) == "/steps/0/called/full_name name_taken");
    CHECK(
        fault(
            {{.kind = abolish, .unit = province.east, .individually = true},
             {.kind = move, .unit = province.west, .into = province.office}}
        ) == "/steps/1/into does_not_stand"
    );
}

TEST_CASE("the code and name of a unit that ends are free for the one that follows it") {
    const Province province;

    CHECK(
        province.first_fault(
            {province.establish("3", "Xã Tây"),
             {.kind = StepKind::merge,
              .units = {province.east, province.west},
              .into = province.fresh}}
        ) == "none"
    );
}

TEST_CASE("an office goes with its merged commune, and only moved sub-trees get a new place") {
    const Province province;
    const auto outcome = outcome_of(
        {{.kind = StepKind::merge, .units = {province.east}, .into = province.west}},
        province.standing,
        {2027, 1, 1}
    );

    REQUIRE(outcome.placed.size() == 1);
    CHECK(outcome.placed[0].unit == province.office);
    CHECK(outcome.placed[0].path.parent() == province.west);
    CHECK(outcome.asked.empty());
}

TEST_CASE("an office of a split commune ends with it, and its people are asked too") {
    const Province province;
    const auto outcome = outcome_of(
        {province.establish("88", "Xã Mới"),
         {.kind = StepKind::split,
          .unit = province.east,
          .units = {province.west, province.fresh},
          .into = province.fresh}},
        province.standing,
        {2027, 1, 1}
    );

    CHECK(outcome.ended == std::vector{province.east, province.office});
    CHECK(outcome.asked == std::vector{province.east, province.office});
    CHECK(may_place(outcome, province.office, province.west));
    CHECK_FALSE(may_place(outcome, province.office, province.root));
}
