#include "modules/organisation/holding/holding.hpp"

#include <algorithm>

namespace nangluc::organisation {

namespace {

bool fills(const Holding& holding) {
    return holding.kind == HoldingKind::main || holding.kind == HoldingKind::acting;
}

// Sums over time change on the first days of periods only.
template <class Use>
void each_turning_day(const Holding& wanted, const std::vector<Holding>& others, Use use) {
    use(wanted.period.from);
    for (const auto& other : others) {
        if (wanted.period.contains(other.period.from)) use(other.period.from);
    }
}

int share_on(Date day, const std::vector<Holding>& holdings) {
    int share = 0;
    for (const auto& holding : holdings) {
        if (holding.period.contains(day)) share += holding.share_percent;
    }
    return share;
}

int authorised_on(Date day, const PostRecord& post) {
    for (const auto& [authorised, period] : post.authorisations) {
        if (period.contains(day)) return authorised;
    }
    return 0;
}

int filled_on(Date day, const PostRecord& post) {
    return static_cast<int>(std::ranges::count_if(post.holders, [&](const Holding& holder) {
        return fills(holder) && holder.period.contains(day);
    }));
}

bool is_authorised(const Holding& wanted, const PostRecord& post) {
    auto day = wanted.period.from;
    for (bool found = true; found && day < wanted.period.until;) {
        found = false;
        for (const auto& [authorised, period] : post.authorisations) {
            if (authorised == 0 || !period.contains(day)) continue;
            day = period.until;
            found = true;
        }
    }
    return day >= wanted.period.until;
}

// Beside what the person holds.
Result<> check_beside(const Holding& wanted, const std::vector<Holding>& of_person) {
    const auto clashes = [&](const Holding& other) { return other.period.overlaps(wanted.period); };
    const bool is_held = std::ranges::any_of(of_person, [&](const Holding& other) {
        return clashes(other) && other.post == wanted.post;
    });
    if (is_held) return conflict("holding.twice");

    const auto is_main = [](const Holding& holding) { return holding.kind == HoldingKind::main; };
    const bool has_main = std::ranges::any_of(of_person, [&](const Holding& other) {
        return clashes(other) && is_main(other);
    });
    if (is_main(wanted) && has_main) return conflict("holding.second_main");

    bool over_share = false;
    each_turning_day(wanted, of_person, [&](Date day) {
        over_share |= share_on(day, of_person) + wanted.share_percent > 100;
    });
    if (over_share) return conflict("holding.over_share");
    return {};
}

bool is_over_authorised(const Holding& wanted, const PostRecord& post) {
    if (!fills(wanted)) return false;
    bool is_over = false;
    each_turning_day(wanted, post.holders, [&](Date day) {
        is_over |= filled_on(day, post) >= authorised_on(day, post);
    });
    for (const auto& [authorised, period] : post.authorisations) {
        if (!wanted.period.contains(period.from)) continue;
        is_over |= filled_on(period.from, post) >= authorised;
    }
    return is_over;
}

}  // namespace

Result<> check_holding(
    const Holding& wanted, const std::vector<Holding>& of_person, const PostRecord& post
) {
    if (!wanted.period.is_valid()) return invalid("holding.period", {{"/until", "out_of_range"}});
    if (wanted.share_percent < 1 || wanted.share_percent > 100) {
        return invalid("holding.share", {{"/share_percent", "out_of_range"}});
    }
    if (!is_authorised(wanted, post)) return conflict("holding.not_authorised");
    TRY(check_beside(wanted, of_person));
    if (is_over_authorised(wanted, post)) return conflict("holding.over_authorised");
    return {};
}

std::vector<Holding> end_on(std::vector<Holding> holdings, HoldingId holding, Date until) {
    for (auto& each : holdings) {
        if (each.id == holding) each.period.until = std::min(each.period.until, until);
    }
    std::erase_if(holdings, [](const Holding& each) { return !each.period.is_valid(); });
    return holdings;
}

Result<> check_end(const Holding& holding, Date until) {
    if (until > holding.period.from && until <= holding.period.until) return {};
    return invalid("holding.end", {{"/until", "out_of_range"}});
}

}  // namespace nangluc::organisation
