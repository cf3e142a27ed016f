#include "modules/organisation/roster/roster.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/text.hpp"

namespace nangluc::organisation {

static bool fills(const Holder& holder) {
    return holder.kind == HoldingKind::main || holder.kind == HoldingKind::acting;
}

int vacancies_of(const AuthorisedPost& post, const std::vector<Holder>& holders_of_post) {
    const auto filled = static_cast<int>(std::ranges::count_if(holders_of_post, fills));
    return std::max(0, post.authorised - filled);
}

std::vector<RosterRow> roster_of(
    const std::vector<AuthorisedPost>& posts, std::vector<Holder> holders
) {
    std::ranges::sort(holders, [](const Holder& a, const Holder& b) {
        return std::tie(a.kind, a.sort_key, a.holding) < std::tie(b.kind, b.sort_key, b.holding);
    });
    std::unordered_map<PostId, std::vector<Holder>> by_post;
    for (auto& holder : holders) by_post[holder.post].push_back(std::move(holder));

    std::unordered_map<PersonId, std::vector<Duty>> duties;
    for (const auto& post : posts) {
        for (const auto& holder : by_post[post.post]) {
            if (holder.kind != HoldingKind::concurrent) continue;
            duties[holder.person].push_back({post.post, post.position_name, post.position_name_en});
        }
    }

    std::vector<RosterRow> rows;
    for (const auto& post : posts) {
        const auto& here = by_post[post.post];
        for (const auto& holder : here) {
            rows.push_back({.post = post, .holder = holder});
            if (holder.kind == HoldingKind::main) rows.back().beside = duties[holder.person];
        }
        const auto since = std::max(post.authorised_since, post.last_left.value_or(Date{}));
        for (int vacancy = vacancies_of(post, here); vacancy > 0; --vacancy) {
            rows.push_back({.post = post, .vacant_since = since});
        }
    }
    return rows;
}

RosterTotals totals_of(const std::vector<RosterRow>& rows) {
    RosterTotals totals;
    std::set<PostId> posts;
    std::set<PersonId> persons;
    for (const auto& row : rows) {
        if (posts.insert(row.post.post).second) totals.authorised += row.post.authorised;
        if (!row.holder) {
            ++totals.vacancies;
            continue;
        }
        switch (row.holder->kind) {
            case HoldingKind::main:
                persons.insert(row.holder->person);
                break;
            case HoldingKind::concurrent:
                ++totals.concurrent;
                break;
            case HoldingKind::acting:
            case HoldingKind::seconded:
                ++totals.temporary;
                break;
        }
    }
    totals.persons = static_cast<int>(persons.size());
    return totals;
}

std::vector<UnitStaff> staff_by_unit(const std::vector<RosterRow>& rows) {
    std::vector<UnitStaff> units;
    for (auto first = rows.begin(); first != rows.end();) {
        const auto unit = first->post.unit;
        const auto last = std::find_if(first, rows.end(), [&](const RosterRow& row) {
            return row.post.unit != unit;
        });
        const auto totals = totals_of({first, last});
        units.push_back({
            .unit = unit,
            .name = first->post.unit_name,
            .authorised = totals.authorised,
            .persons = totals.persons,
            .vacancies = totals.vacancies,
        });
        first = last;
    }
    return units;
}

static bool passes(const RosterRow& row, RosterFilter filter, const Lacking& lacking) {
    if (filter == RosterFilter::all) return !row.holder || fills(*row.holder);
    if (filter == RosterFilter::vacant) return !row.holder;
    if (!row.holder) return false;
    if (filter == RosterFilter::lacking) {
        return fills(*row.holder) && lacking && lacking->contains(row.holder->person);
    }
    const bool is_concurrent = row.holder->kind == HoldingKind::concurrent;
    const bool is_main = row.holder->kind == HoldingKind::main;
    return filter == RosterFilter::concurrent ? is_concurrent : !is_concurrent && !is_main;
}

static bool contains(const RosterRow& row, std::string_view folded) {
    if (folded.empty()) return true;
    auto text = row.post.position_name + ' ' + row.post.position_name_en;
    for (const auto& duty : row.beside) {
        text += ' ' + duty.position_name + ' ' + duty.position_name_en;
    }
    if (row.holder) text += ' ' + row.holder->name + ' ' + row.holder->staff_number;
    return fold(text).find(folded) != std::string::npos;
}

RosterCounts counts_of(const std::vector<RosterRow>& rows, const Lacking& lacking) {
    const auto count = [&](RosterFilter filter) {
        return static_cast<int>(std::ranges::count_if(rows, [&](const RosterRow& row) {
            return passes(row, filter, lacking);
        }));
    };
    return {
        .all = count(RosterFilter::all),
        .vacant = count(RosterFilter::vacant),
        .concurrent = count(RosterFilter::concurrent),
        .temporary = count(RosterFilter::temporary),
        .lacking = lacking ? std::optional(count(RosterFilter::lacking)) : std::nullopt,
    };
}

std::vector<RosterRow> select_rows(
    std::vector<RosterRow> rows,
    RosterFilter filter,
    std::string_view search,
    const Lacking& lacking
) {
    const auto folded = fold(search);
    std::erase_if(rows, [&](const RosterRow& row) {
        return !passes(row, filter, lacking) || !contains(row, folded);
    });
    return rows;
}

}  // namespace nangluc::organisation
