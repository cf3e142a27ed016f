#include "modules/organisation/roster_import/roster_columns.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"

namespace nangluc::organisation {

namespace {

struct Title {
    std::string_view folded;
    RosterColumn column;
};

// Titles as offices write them, folded.
constexpr std::array called{
    Title{"ma so can bo", RosterColumn::staff_number},
    Title{"ma can bo", RosterColumn::staff_number},
    Title{"ma so", RosterColumn::staff_number},
    Title{"ma nhan su", RosterColumn::staff_number},
    Title{"so hieu", RosterColumn::staff_number},
    Title{"so hieu can bo", RosterColumn::staff_number},
    Title{"so dinh danh", RosterColumn::staff_number},
    Title{"so cccd", RosterColumn::staff_number},
    Title{"staff number", RosterColumn::staff_number},
    Title{"ho va ten", RosterColumn::name},
    Title{"ho ten", RosterColumn::name},
    Title{"ho ten khai sinh", RosterColumn::name},
    Title{"ho va ten khai sinh", RosterColumn::name},
    Title{"full name", RosterColumn::name},
    Title{"name", RosterColumn::name},
    Title{"ngay sinh", RosterColumn::birth_date},
    Title{"ngay thang nam sinh", RosterColumn::birth_date},
    Title{"ngay, thang, nam sinh", RosterColumn::birth_date},
    Title{"birth date", RosterColumn::birth_date},
    Title{"date of birth", RosterColumn::birth_date},
    Title{"gioi tinh", RosterColumn::sex},
    Title{"sex", RosterColumn::sex},
    Title{"don vi", RosterColumn::unit},
    Title{"co quan", RosterColumn::unit},
    Title{"xa", RosterColumn::unit},
    Title{"xa, phuong", RosterColumn::unit},
    Title{"unit", RosterColumn::unit},
    Title{"phong", RosterColumn::division},
    Title{"phong ban", RosterColumn::division},
    Title{"phong, ban", RosterColumn::division},
    Title{"bo phan", RosterColumn::division},
    Title{"don vi truc thuoc", RosterColumn::division},
    Title{"division", RosterColumn::division},
    Title{"vi tri", RosterColumn::position},
    Title{"vi tri viec lam", RosterColumn::position},
    Title{"chuc vu", RosterColumn::position},
    Title{"chuc danh", RosterColumn::position},
    Title{"position", RosterColumn::position},
    Title{"hinh thuc", RosterColumn::kind},
    Title{"hinh thuc dam nhiem", RosterColumn::kind},
    Title{"kind of holding", RosterColumn::kind},
    Title{"kind", RosterColumn::kind},
    Title{"ty le", RosterColumn::share},
    Title{"ty le thoi gian", RosterColumn::share},
    Title{"ti le thoi gian", RosterColumn::share},
    Title{"share", RosterColumn::share},
    Title{"share of time", RosterColumn::share},
    Title{"tu ngay", RosterColumn::from_date},
    Title{"ngay dam nhiem", RosterColumn::from_date},
    Title{"ngay bo nhiem", RosterColumn::from_date},
    Title{"ngay nhan nhiem vu", RosterColumn::from_date},
    Title{"from date", RosterColumn::from_date},
    Title{"from", RosterColumn::from_date},
    Title{"den ngay", RosterColumn::until_date},
    Title{"ngay thoi dam nhiem", RosterColumn::until_date},
    Title{"until date", RosterColumn::until_date},
    Title{"until", RosterColumn::until_date},
    Title{"ngach", RosterColumn::rank},
    Title{"ngach cong chuc", RosterColumn::rank},
    Title{"ma ngach", RosterColumn::rank},
    Title{"rank", RosterColumn::rank},
    Title{"trinh do", RosterColumn::qualification},
    Title{"trinh do chuyen mon", RosterColumn::qualification},
    Title{"trinh do dao tao", RosterColumn::qualification},
    Title{"qualification", RosterColumn::qualification},
    Title{"so quyet dinh", RosterColumn::decision},
    Title{"quyet dinh", RosterColumn::decision},
    Title{"decision number", RosterColumn::decision},
    Title{"decision", RosterColumn::decision},
    Title{"email", RosterColumn::email},
    Title{"e mail", RosterColumn::email},
    Title{"e-mail", RosterColumn::email},
    Title{"thu dien tu", RosterColumn::email},
    Title{"dia chi thu dien tu", RosterColumn::email},
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
    const auto* found = std::ranges::find(called, std::string_view(core), &Title::folded);
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
