#include "kit/http/conditional.hpp"

#include <algorithm>

namespace nangluc::http {

// Tags are compared weakly, as the standard asks of If-None-Match: W/"3" is "3".
static std::string_view strong(std::string_view tag) {
    return tag.starts_with("W/") ? tag.substr(2) : tag;
}

static bool holds_tag(std::string_view list, std::string_view tag) {
    while (!list.empty()) {
        auto item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        item.remove_prefix(std::min(item.size(), item.find_first_not_of(' ')));
        item = item.substr(0, item.find_last_not_of(' ') + 1);
        if (item == "*" || strong(item) == strong(tag)) return true;
    }
    return false;
}

void answer_unchanged(const Request& request, Reply& reply) {
    const auto tag = reply.header("etag");
    const auto known = request.header("if-none-match");
    if (request.method != Method::get || reply.status != 200 || !tag || !known) return;
    if (!holds_tag(*known, *tag)) return;

    reply.status = 304;
    reply.body.clear();
    reply.file.reset();
}

}  // namespace nangluc::http
