#pragma once

#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/holding/holding.hpp"

namespace nangluc::organisation {

// The catalogue: what positions, groups and ranks there are.
struct Group {
    GroupId id;
    std::string kind;  // position, occupational
    std::string code;
    std::string name;
    std::string name_en;
    std::string legal_basis;
};

struct Rank {
    RankId id;
    std::string code;
    int seq = 0;
    std::string name;
    std::string name_en;
};

enum class PositionKind { leadership, professional, support };
BOOST_DESCRIBE_ENUM(PositionKind, leadership, professional, support)

struct Position {
    PositionId id;
    std::string code;
    std::string name;
    std::string name_en;
    PositionKind kind = PositionKind::professional;
    GroupId position_group;
    GroupId occupational_group;
    std::string duty;
    std::string legal_basis;
};

std::vector<Group> list_groups(db::Tx& tx);
std::vector<Rank> list_ranks(db::Tx& tx);
std::vector<Position> list_positions(db::Tx& tx);
bool is_rank(db::Tx& tx, const std::string& code);
bool is_rank(db::Tx& tx, RankId rank);
bool is_position(db::Tx& tx, PositionId position);
bool is_group(db::Tx& tx, GroupId group, const std::string& kind);
// False where its code is in use.
bool add_position(db::Tx& tx, const Position& position);

void add_post(db::Tx& tx, PostId post, UnitId unit, PositionId position, RankId rank);
// The headcount from that day on; what was authorised later is no longer known.
void save_authorisation(db::Tx& tx, const Kit& kit, PostId post, const Authorisation& from_then_on);

}  // namespace nangluc::organisation
