#include "modules/platform/notice/notice_store.hpp"

namespace nangluc::platform {

constexpr auto insert_notice = R"sql(
    INSERT INTO platform_notices (id, account_id, kind, object_id, facts, at)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

void add_notice(db::Tx& tx, IdMaker& ids, const Clock& clock, const NoticeToAdd& notice) {
    tx.run(
        insert_notice,
        ids.make<NoticeId>(),
        notice.account,
        notice.kind,
        notice.object,
        notice.facts,
        clock.now()
    );
}

constexpr auto select_notices = R"sql(
    SELECT id, kind, object_id, facts, at, read_at
      FROM platform_notices
     WHERE account_id = $1 AND id < $2
     ORDER BY id DESC
     LIMIT $3
)sql";

std::vector<Notice> list_notices(db::Tx& tx, AccountId account, std::int64_t before, int limit) {
    std::vector<Notice> notices;
    for (const auto& row : tx.all(select_notices, account, before, limit)) {
        notices.push_back({
            .id = row.get<NoticeId>("id"),
            .kind = row.get<std::string>("kind"),
            .object = row.get<std::optional<std::int64_t>>("object_id").value_or(0),
            .facts = row.get<std::string>("facts"),
            .at = row.get<Instant>("at"),
            .read_at = row.get<std::optional<Instant>>("read_at"),
        });
    }
    return notices;
}

constexpr auto count_unread = R"sql(
    SELECT COUNT(*) AS unread
      FROM platform_notices
     WHERE account_id = $1 AND read_at IS NULL
)sql";

int count_unread_notices(db::Tx& tx, AccountId account) {
    return tx.one(count_unread, account).value().get<int>("unread");
}

constexpr auto update_read = R"sql(
    UPDATE platform_notices
       SET read_at = COALESCE(read_at, $3)
     WHERE account_id = $1 AND id = $2
)sql";

bool read_notice(db::Tx& tx, AccountId account, NoticeId id, Instant now) {
    return tx.run(update_read, account, id, now) == 1;
}

}  // namespace nangluc::platform
