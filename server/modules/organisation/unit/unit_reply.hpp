#pragma once

#include <string>
#include <vector>

#include "modules/organisation/unit/unit.hpp"

namespace nangluc::organisation {

// A unit as every reply of the module shows it. Included by *_http.cpp only.
struct UnitReply {
    UnitId id;
    UnitId parent;
    std::string code;
    std::string kind;
    std::string type;
    std::string level;
    std::string name;
    std::string full_name;
    std::string full_name_en;
};
BOOST_DESCRIBE_STRUCT(
    UnitReply, (), (id, parent, code, kind, type, level, name, full_name, full_name_en)
)

inline UnitReply reply_of(const Unit& unit) {
    return {
        .id = unit.id,
        .parent = unit.parent,
        .code = unit.code,
        .kind = unit.kind,
        .type = unit.type,
        .level = unit.level,
        .name = unit.name,
        .full_name = unit.full_name,
        .full_name_en = unit.full_name_en,
    };
}

inline std::vector<UnitReply> replies_of(const std::vector<Unit>& units) {
    std::vector<UnitReply> replies;
    replies.reserve(units.size());
    for (const auto& unit : units) replies.push_back(reply_of(unit));
    return replies;
}

}  // namespace nangluc::organisation
