#pragma once

// A small country in a test's database, for the tests of the modules above organisation and
// competency: one province, two communes, a few people with their posts, one framework's worth of
// competencies. Made in milliseconds; every name is invented.

#include <set>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "modules/competency/api.hpp"
#include "modules/organisation/person/people_load.hpp"
#include "testing/test_kit.hpp"

namespace nangluc::testing {

class Office {
public:
    static constexpr Date today{2026, 11, 23};
    static constexpr Date long_ago{2020, 1, 1};

    static constexpr UnitId nation{1};
    static constexpr UnitId province{2};
    static constexpr UnitId commune{3};
    static constexpr UnitId other_commune{4};

    static constexpr PersonId head{11};         // leads the commune
    static constexpr PersonId officer{12};      // works there
    static constexpr PersonId clerk{13};        // works there too
    static constexpr PersonId far_officer{14};  // works in the other commune
    static constexpr PersonId planner{15};      // works at the province

    // Five levels each, the first two in block 0, the last in block 1.
    static constexpr CompetencyId data_use{21};
    static constexpr CompetencyId drafting{22};
    static constexpr CompetencyId artificial_intelligence{23};
    static constexpr ScaleId scale{20};

    static constexpr PositionId position{31};

    Office() : kit_(subtrees_, today) {
        kit_.db().transaction([&](db::Tx& tx) {
            add_units(tx);
            add_people(tx);
            add_competencies(tx);
        });
    }

    UnitPath place_of(UnitId unit) {
        return kit_.db().read([&](db::Tx& tx) {
            return organisation::path_of(tx, unit, AsOf::latest(today)).value();
        });
    }

    // Someone signed in, with these permissions at one unit.
    Actor actor(AccountId account, PersonId person, UnitId unit, std::vector<Permission> rights) {
        return {account, person, {{place_of(unit), std::move(rights)}}};
    }

    void move_person(PersonId person, UnitId from, UnitId to, Date on);

private:
    class Tree final : public Subtrees {
    public:
        std::optional<UnitPath> path_of(db::Tx& tx, UnitId unit, Date on) const override {
            auto path = organisation::path_of(tx, unit, AsOf::latest(on));
            return path ? std::optional(std::move(path.value())) : std::nullopt;
        }
    };

    static PostId post_at(UnitId unit) { return {40 + unit.value}; }
    void add_unit(db::Tx& tx, UnitId unit, UnitPath path, std::string level, std::string name);
    void add_units(db::Tx& tx);
    void add_people(db::Tx& tx);
    void add_competencies(db::Tx& tx);
    void add_competency(db::Tx& tx, CompetencyId id, std::string code, int block, int slot);

    Tree subtrees_;
    TestKit kit_;

public:
    const Kit& kit = kit_.kit;
    db::Db& db = kit_.db();
    FixedClock& clock = kit_.clock;
    Work& work = kit_.work;
};

template <class Row>
organisation::Next<Row> each_of(std::vector<Row> rows) {
    return [rows = std::move(rows), at = std::size_t{0}](Row& row) mutable {
        if (at == rows.size()) return false;
        row = rows[at++];
        return true;
    };
}

inline constexpr auto insert_unit = R"sql(
    INSERT INTO organisation_units (id, country, kind, system)
    VALUES ($1, 'VN', 'administrative', 'state')
)sql";

inline constexpr auto insert_unit_name = R"sql(
    INSERT INTO organisation_unit_names (id, unit_id, code, type, name, full_name, name_en,
           full_name_en, folded, sort_key, from_date, until_date, recorded_at, superseded_at)
    VALUES ($1, $1, '', $2, $3, $3, '', '', $4, $5, $6, 99991231, 0, 9223372036854775807)
)sql";

inline constexpr auto insert_unit_place = R"sql(
    INSERT INTO organisation_unit_places (id, unit_id, parent_id, level, path, seq, from_date,
           until_date, recorded_at, superseded_at)
    VALUES ($1, $1, $2, $3, $4, $1, $5, 99991231, 0, 9223372036854775807)
)sql";

inline void Office::add_unit(
    db::Tx& tx, UnitId unit, UnitPath path, std::string level, std::string name
) {
    tx.run(insert_unit, unit);
    tx.run(insert_unit_name, unit, level, name, fold(name), sort_key(name), long_ago);
    tx.run(insert_unit_place, unit, path.parent(), level, path, long_ago);
}

inline void Office::add_units(db::Tx& tx) {
    const auto root = UnitPath::root(nation);
    const auto below = root.child(province);
    add_unit(tx, nation, root, "nation", "Đất nước");
    add_unit(tx, province, below, "province", "Tỉnh Sông Đông");
    add_unit(tx, commune, below.child(commune), "commune", "Xã Đồi Sim");
    add_unit(tx, other_commune, below.child(other_commune), "commune", "Xã Bến Lau");
}

inline constexpr auto backdate_people = R"sql(
    UPDATE organisation_holdings
       SET recorded_at = 0
)sql";

inline void Office::add_people(db::Tx& tx) {
    organisation::load_positions(
        tx,
        each_of<organisation::PositionRow>({{
            .id = position,
            .code = "officer",
            .name = "Chuyên viên",
            .name_en = "Officer",
            .kind = "professional",
        }})
    );
    std::vector<organisation::PostRow> posts;
    for (const auto unit : {province, commune, other_commune}) {
        posts.push_back({
            .id = post_at(unit),
            .unit = unit,
            .position = position,
            .authorised = 9,
            .period = {long_ago},
        });
    }
    organisation::load_posts(tx, kit, posts);

    const std::vector<std::tuple<PersonId, std::string, UnitId>> everyone = {
        {head, "Lò Thị Sen", commune},
        {officer, "Nguyễn Văn Bách", commune},
        {clerk, "Trần Thị Cúc", commune},
        {far_officer, "Vàng A Dinh", other_commune},
        {planner, "Phạm Thị Én", province},
    };
    std::vector<organisation::PersonRow> people;
    std::vector<organisation::HoldingRow> holdings;
    for (const auto& [person, name, unit] : everyone) {
        people.push_back({person, "T" + to_text(person.value), {1990, 1, 1}, name});
        holdings.push_back({
            .id = {100 + person.value},
            .person = person,
            .post = post_at(unit),
            .unit = unit,
            .period = {long_ago},
        });
    }
    organisation::load_people(tx, kit, each_of(std::move(people)));
    organisation::load_holdings(tx, kit, each_of(std::move(holdings)));
    // Known all along, so that a test may ask what was known in any month.
    tx.run(backdate_people);
}

inline constexpr auto insert_scale = R"sql(
    INSERT INTO competency_scales (id, code)
    VALUES ($1, 'five')
)sql";

inline constexpr auto insert_level = R"sql(
    INSERT INTO competency_levels (id, scale_id, seq, code)
    VALUES ($1, $2, $3, 'level')
)sql";

inline constexpr auto insert_competency = R"sql(
    INSERT INTO competency_competencies (id, code, scale_id, block, slot)
    VALUES ($1, $2, $3, $4, $5)
)sql";

inline void Office::add_competency(
    db::Tx& tx, CompetencyId id, std::string code, int block, int slot
) {
    tx.run(insert_competency, id, code, scale, block, slot);
}

inline void Office::add_competencies(db::Tx& tx) {
    tx.run(insert_scale, scale);
    for (int level = 1; level <= 5; ++level) tx.run(insert_level, 200 + level, scale, level);
    add_competency(tx, data_use, "data.use", 0, 0);
    add_competency(tx, drafting, "office.drafting", 0, 1);
    add_competency(tx, artificial_intelligence, "data.ai", 1, 0);
}

inline constexpr auto end_holding = R"sql(
    UPDATE organisation_holdings
       SET until_date = $3
     WHERE person_id = $1 AND unit_id = $2
)sql";

inline void Office::move_person(PersonId person, UnitId from, UnitId to, Date on) {
    db.transaction([&](db::Tx& tx) {
        tx.run(end_holding, person, from, on);
        organisation::load_holdings(
            tx,
            kit,
            each_of<organisation::HoldingRow>({{
                .id = kit.ids.make<HoldingId>(),
                .person = person,
                .post = post_at(to),
                .unit = to,
                .period = {on},
            }})
        );
    });
}

}  // namespace nangluc::testing
