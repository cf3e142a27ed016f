#pragma once

#include "modules/platform/api.hpp"

namespace nangluc {

using NoticeId = Id<struct NoticeTag>;

}  // namespace nangluc

namespace nangluc::platform {

// News for one account. `facts` is JSON.
struct Notice {
    NoticeId id;
    std::string kind;
    std::int64_t object = 0;
    std::string facts;
    Instant at;
    std::optional<Instant> read_at;
};

// The latest first.
std::vector<Notice> list_notices(db::Tx& tx, AccountId account, std::int64_t before, int limit);
int count_unread_notices(db::Tx& tx, AccountId account);
// False where it is not the account's. Reading it again keeps the first time.
bool read_notice(db::Tx& tx, AccountId account, NoticeId id, Instant now);

}  // namespace nangluc::platform
