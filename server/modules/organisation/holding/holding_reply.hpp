#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "modules/organisation/holding/holding_service.hpp"

namespace nangluc::organisation {

// An appointment as a body tells it. Included by *_http.cpp only.
struct HoldingBody {
    PostId post;
    HoldingKind kind = HoldingKind::main;
    Date from;
    std::optional<Date> until;
    std::optional<int> share_percent;
    std::optional<int> main_share_percent;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(
    HoldingBody, (), (post, kind, from, until, share_percent, main_share_percent, note)
)

inline NewHolding holding_of(const HoldingBody& body) {
    return {
        .post = body.post,
        .kind = body.kind,
        .share_percent = body.share_percent.value_or(100),
        .period = {body.from, body.until.value_or(Date::never())},
        .note = body.note.value_or(""),
        .main_share_percent = body.main_share_percent.value_or(0),
    };
}

struct HoldingAddedReply {
    HoldingId id;
};
BOOST_DESCRIBE_STRUCT(HoldingAddedReply, (), (id))

}  // namespace nangluc::organisation
