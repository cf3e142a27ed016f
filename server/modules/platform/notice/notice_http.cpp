#include "modules/platform/notice/notice_http.hpp"

#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"

#include "modules/platform/notice/notice_store.hpp"

namespace nangluc::platform {

using namespace http;

namespace {

using NoticeObjectId = Id<struct NoticeObjectTag>;

struct NoticeQuery {
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(NoticeQuery, (), (cursor, limit))

struct BeforeNotice {
    NoticeId notice;
};
BOOST_DESCRIBE_STRUCT(BeforeNotice, (), (notice))

struct NoticeItem {
    NoticeId id;
    std::string kind;
    std::optional<NoticeObjectId> object;
    json::Raw facts;
    Instant at;
    bool is_read = false;
};
BOOST_DESCRIBE_STRUCT(NoticeItem, (), (id, kind, object, facts, at, is_read))

struct NoticePage {
    std::vector<NoticeItem> items;
    std::optional<std::string> next;
    int unread = 0;
};
BOOST_DESCRIBE_STRUCT(NoticePage, (), (items, next, unread))

NoticeItem item_of(const Notice& notice) {
    const NoticeObjectId object{notice.object};
    return {
        .id = notice.id,
        .kind = notice.kind,
        .object = object ? std::optional(object) : std::nullopt,
        .facts = {notice.facts},
        .at = notice.at,
        .is_read = notice.read_at.has_value(),
    };
}

Result<NoticePage> list_page(const Kit& kit, const Actor& actor, const NoticeQuery& query) {
    const auto place = TRY(decode_cursor<BeforeNotice>(query.cursor));
    const auto before = place ? place->notice.value : INT64_MAX;
    const auto limit = query.limit.value();

    return kit.db.read([&](db::Tx& tx) -> Result<NoticePage> {
        NoticePage page{.unread = count_unread_notices(tx, actor.account())};
        for (const auto& notice : list_notices(tx, actor.account(), before, limit)) {
            page.items.push_back(item_of(notice));
        }
        if (page.items.size() == static_cast<std::size_t>(limit)) {
            page.next = encode_cursor(BeforeNotice{page.items.back().id});
        }
        return page;
    });
}

}  // namespace

void add_notice_routes(Router& router, const Kit& kit) {
    Routes at(router, "platform");
    at.get(
        "/notices",
        "list_notices",
        Policy::signed_in(),
        [kit](const Request& request, const NoticeQuery& query) {
            return list_page(kit, request.actor(), query);
        }
    );
    at.post(
        "/notices/{notice}/reading",
        "read_notice",
        Policy::signed_in(),
        [kit](const Request& request) -> Result<> {
            const auto id = TRY(request.path_id<NoticeId>("notice"));
            return kit.db.transaction([&](db::Tx& tx) -> Result<> {
                const auto now = kit.clock.now();
                if (!read_notice(tx, request.actor().account(), id, now)) {
                    return not_found("notice");
                }
                return {};
            });
        }
    );
}

}  // namespace nangluc::platform
