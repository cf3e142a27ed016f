#include "modules/organisation/roster_import/roster_columns.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"

namespace nangluc::organisation {

namespace {

struct Called {
    std::string_view folded;
    RosterColumn column;
};

// Titles as offices write them, folded.
constexpr std::array called{
    Called{"ma so can bo", RosterColumn::staff_number},
    Called{"ma can bo", RosterColumn::staff_number},
    Called{"ma so", RosterColumn::staff_number},
    Called{"ma nhan su", RosterColumn::staff_number},
    Called{"so hieu", RosterColumn::staff_number},
    Called{"so hieu can bo", RosterColumn::staff_number},
    Called{"so dinh danh", RosterColumn::staff_number},
    Called{"so cccd", RosterColumn::staff_number},
    Called{"staff number", RosterColumn::staff_number},
    Called{"ho va ten", RosterColumn::name},
    Called{"ho ten", RosterColumn::name},
    Called{"ho ten khai sinh", RosterColumn::name},
    Called{"ho va ten khai sinh", RosterColumn::name},
    Called{"full name", RosterColumn::name},
    Called{"name", RosterColumn::name},
    Called{"ngay sinh", RosterColumn::birth_date},
    Called{"ngay thang nam sinh", RosterColumn::birth_date},
    Called{"ngay, thang, nam sinh", RosterColumn::birth_date},
    Called{"birth date", RosterColumn::birth_date},
    Called{"date of birth", RosterColumn::birth_date},
    Called{"gioi tinh", RosterColumn::sex},
    Called{"sex", RosterColumn::sex},
    Called{"don vi", RosterColumn::unit},
    Called{"co quan", RosterColumn::unit},
    Called{"xa", RosterColumn::unit},
    Called{"xa, phuong", RosterColumn::unit},
    Called{"unit", RosterColumn::unit},
    Called{"phong", RosterColumn::division},
    Called{"phong ban", RosterColumn::division},
    Called{"phong, ban", RosterColumn::division},
    Called{"bo phan", RosterColumn::division},
    Called{"don vi truc thuoc", RosterColumn::division},
    Called{"division", RosterColumn::division},
    Called{"vi tri", RosterColumn::position},
    Called{"vi tri viec lam", RosterColumn::position},
    Called{"chuc vu", RosterColumn::position},
    Called{"chuc danh", RosterColumn::position},
    Called{"position", RosterColumn::position},
    Called{"hinh thuc", RosterColumn::kind},
    Called{"hinh thuc dam nhiem", RosterColumn::kind},
    Called{"kind of holding", RosterColumn::kind},
    Called{"kind", RosterColumn::kind},
    Called{"ty le", RosterColumn::share},
    Called{"ty le thoi gian", RosterColumn::share},
    Called{"ti le thoi gian", RosterColumn::share},
    Called{"share", RosterColumn::share},
    Called{"share of time", RosterColumn::share},
    Called{"tu ngay", RosterColumn::from_date},
    Called{"ngay dam nhiem", RosterColumn::from_date},
    Called{"ngay bo nhiem", RosterColumn::from_date},
    Called{"ngay nhan nhiem vu", RosterColumn::from_date},
    Called{"from date", RosterColumn::from_date},
    Called{"from", RosterColumn::from_date},
    Called{"den ngay", RosterColumn::until_date},
    Called{"ngay thoi dam nhiem", RosterColumn::until_date},
    Called{"until date", RosterColumn::until_date},
    Called{"until", RosterColumn::until_date},
    Called{"ngach", RosterColumn::rank},
    Called{"ngach cong chuc", RosterColumn::rank},
    Called{"ma ngach", RosterColumn::rank},
    Called{"rank", RosterColumn::rank},
    Called{"trinh do", RosterColumn::qualification},
    Called{"trinh do chuyen mon", RosterColumn::qualification},
    Called{"trinh do dao tao", RosterColumn::qualification},
    Called{"qualification", RosterColumn::qualification},
    Called{"so quyet dinh", RosterColumn::decision},
    Called{"quyet dinh", RosterColumn::decision},
    Called{"decision number", RosterColumn::decision},
    Called{"decision", RosterColumn::decision},
    Called{"email", RosterColumn::email},
    Called{"e mail", RosterColumn::email},
    Called{"e-mail", RosterColumn::email},
    Called{"thu dien tu", RosterColumn::email},
    Called{"dia chi thu dien tu", RosterColumn::email},
};

// "Ngày sinh (dd/mm/yyyy) *" -> "ngay sinh"
std::string core_of(std::string_view title) {
    std::string outside;
    int depth = 0;
    for (const char c : title) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0 && c != '*' && c != ':') outside += c;
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return fold(outside);
}

}  // namespace

std::optional<RosterColumn> column_called(std::string_view title) {
    const auto core = core_of(title);
    const auto* found = std::ranges::find(called, std::string_view(core), &Called::folded);
    if (found == called.end()) return std::nullopt;
    return found->column;
}

std::vector<RosterTitle> titles_of(const sheet::Row& row) {
    std::vector<RosterTitle> titles;
    for (const auto& cell : row.cells) {
        auto text = tidy(cell.text);
        if (!text.empty()) titles.push_back({cell.column, std::move(text)});
    }
    return titles;
}

int columns_named_in(const sheet::Row& row) {
    std::set<RosterColumn> named;
    for (const auto& cell : row.cells) {
        if (cell.kind != sheet::Kind::text) continue;
        if (const auto column = column_called(cell.text)) named.insert(*column);
    }
    return static_cast<int>(named.size());
}

RosterMapping match_columns(
    const std::vector<RosterTitle>& titles, const RememberedMapping& remembered
) {
    RosterMapping mapping{.columns = {}, .date_order = remembered.date_order};
    std::set<int> taken;
    const auto take = [&](RosterColumn column, const RosterTitle& title) {
        if (mapping.at(column) != 0 || taken.contains(title.column)) return;
        mapping.columns[column] = title.column;
        taken.insert(title.column);
    };
    for (const auto& known : remembered.columns) {
        const auto found = std::ranges::find_if(titles, [&](const RosterTitle& title) {
            return fold(title.text) == fold(known.title);
        });
        if (found != titles.end()) take(known.column, *found);
    }
    for (const auto& title : titles) {
        if (const auto column = column_called(title.text)) take(*column, title);
    }
    return mapping;
}

RememberedMapping remember(const RosterMapping& mapping, const std::vector<RosterTitle>& titles) {
    RememberedMapping remembered{.columns = {}, .date_order = mapping.date_order};
    for (const auto& [column, at] : mapping.columns) {
        const auto found = std::ranges::find(titles, at, &RosterTitle::column);
        if (found != titles.end()) remembered.columns.push_back({column, found->text});
    }
    return remembered;
}

}  // namespace nangluc::organisation
