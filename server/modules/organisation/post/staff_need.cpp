#include "modules/organisation/post/staff_need.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace nangluc::organisation {

static int order_of(const std::string& kind) {
    return kind == "leadership" ? 0 : kind == "professional" ? 1 : 2;
}

std::vector<PositionNeed> needs_by_position(const std::vector<RosterRow>& rows) {
    std::vector<PositionNeed> needs;
    std::unordered_map<PositionId, std::size_t> at;
    std::set<PostId> posts;
    for (const auto& row : rows) {
        const auto [place, is_new] = at.emplace(row.post.position, needs.size());
        if (is_new) {
            needs.push_back({
                .position = row.post.position,
                .name = row.post.position_name,
                .name_en = row.post.position_name_en,
                .kind = row.post.position_kind,
                .duty = row.post.duty,
            });
        }
        auto& need = needs[place->second];
        if (posts.insert(row.post.post).second) {
            ++need.posts;
            need.authorised += row.post.authorised;
        }
        if (!row.holder) {
            ++need.needed;
        } else if (row.holder->kind == HoldingKind::concurrent) {
            ++need.concurrent;
        } else if (row.holder->kind != HoldingKind::seconded) {
            ++need.filled;
        }
    }
    std::ranges::stable_sort(needs, {}, [](const PositionNeed& need) {
        return order_of(need.kind);
    });
    return needs;
}

}  // namespace nangluc::organisation
