#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/api.hpp"

namespace nangluc::organisation {

// Bulk loading of posts and people: whole rows, recorded now, for imports and for the worlds. The
// caller has checked them. `next` fills a row and returns false when there are no more.

struct GroupRow {
    GroupId id;
    std::string kind;  // position, occupational
    std::string code;
    std::string name;
    std::string name_en;
    std::string legal_basis;
};

struct RankRow {
    RankId id;
    std::string code;
    int seq = 0;
    std::string name;
    std::string name_en;
};

struct PositionRow {
    PositionId id;
    std::string code;
    std::string name;
    std::string name_en;
    std::string kind;  // leadership, professional, support
    GroupId position_group;
    GroupId occupational_group;
    std::string duty;
    std::string legal_basis;
};

struct PostRow {
    PostId id;
    UnitId unit;
    PositionId position;
    RankId rank;
    int authorised = 1;
    Period period;
    DecisionId decision;
};

// The parts of the name, the folded text and the sort key are made from `name`.
struct PersonRow {
    PersonId id;
    std::string staff_number;
    Date birth_date;
    std::string name;
};

struct FactRow {
    PersonId person;
    std::string kind;
    std::string value;
    std::optional<int> year;
    std::string source;
    Period period;
};

struct HoldingRow {
    HoldingId id;
    PersonId person;
    PostId post;
    UnitId unit;
    HoldingKind kind = HoldingKind::main;
    int share_percent = 100;
    Period period;
    std::string note;
};

template <class Row>
using Next = std::function<bool(Row& row)>;

void load_groups(db::Tx& tx, const Next<GroupRow>& next);
void load_ranks(db::Tx& tx, const Next<RankRow>& next);
void load_positions(db::Tx& tx, const Next<PositionRow>& next);
// Read twice: posts, then what they are authorised.
void load_posts(db::Tx& tx, const Kit& kit, const std::vector<PostRow>& posts);
void load_people(db::Tx& tx, const Kit& kit, const Next<PersonRow>& next);
void load_facts(db::Tx& tx, const Kit& kit, const Next<FactRow>& next);
void load_holdings(db::Tx& tx, const Kit& kit, const Next<HoldingRow>& next);

}  // namespace nangluc::organisation
