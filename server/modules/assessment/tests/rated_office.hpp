#pragma once

#include <set>

#include "modules/assessment/rating/rating_load.hpp"
#include "testing/office.hpp"

namespace nangluc::assessment {

using testing::Office;

// The office with a national rule: a test of the last 12 months first, then the supervisor.
struct RatedOffice : Office {
    RatedOffice() {
        const Rule rule{
            .code = "test_first",
            .title = "Test first",
            .definition =
                {.combination = Combination::first_method,
                 .methods = {{Method::test, 1, 12}, {Method::supervisor, 1, 12}}},
            .decision_number = "01/QD",
            .scope = nation,
            .period = {long_ago},
        };
        db.transaction([&](db::Tx& tx) { load_rules(tx, kit, std::vector{rule}, Instant{0}); });
    }

    // As of a day of 2026 at noon.
    static AsOf day(int month, int on) {
        const Date date{2026, month, on};
        return {date, {(days_between({1970, 1, 1}, date) * 86'400LL + 43'200) * 1'000'000}};
    }

    Actor chief() {
        return actor(
            {1}, head, commune, {Permission::rate_as_supervisor, Permission::read_ratings}
        );
    }

    Result<RatingId> rate(PersonId person, int level, Date on, const Actor& rater) {
        return db.transaction([&](db::Tx& tx) {
            return add_rating(
                tx,
                kit,
                rater,
                {.person = person,
                 .competency = data_use,
                 .level = level,
                 .method = Method::supervisor,
                 .observed_on = on}
            );
        });
    }

    std::string levels(PersonId person, AsOf at) {
        return db.read([&](db::Tx& tx) {
            std::string text;
            for (const auto& held : held_levels(tx, person, at)) {
                text +=
                    std::to_string(held.competency.value) + ':' + std::to_string(held.level) + ' ';
            }
            return text;
        });
    }

    std::string packed() {
        return db.read([&](db::Tx& tx) {
            std::set<std::string> lines;
            each_row(tx, [&](const PackedRow& row) {
                lines.insert(
                    std::to_string(row.person.value) + '/' + std::to_string(row.block) + ':' +
                    std::to_string(static_cast<unsigned char>(row.levels[0])) + ' '
                );
            });
            std::string text;
            for (const auto& line : lines) text += line;
            return text;
        });
    }
};

}  // namespace nangluc::assessment
