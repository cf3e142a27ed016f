#include "modules/competency/framework/content.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace nangluc::competency {

Said say(const Words& words, TextKind kind, int level, std::string_view language) {
    const auto preference = [&](const Wording& wording) {
        if (wording.language == language) return 0;
        return wording.language == "en" ? 1 : 2;
    };
    const Wording* best = nullptr;
    for (const auto& wording : words) {
        if (wording.kind != kind || wording.level != level) continue;
        if (!best || preference(wording) < preference(*best)) best = &wording;
    }
    return best ? Said{best->text, best->language} : Said{};
}

namespace {

using Faults = std::vector<Fault>;

std::set<std::string> area_codes_of(const Content& content, Faults& faults) {
    std::set<std::string> codes;
    for (const auto& area : content.areas) {
        if (!codes.insert(area.code).second) faults.push_back({area.code, "area.repeated"});
    }
    return codes;
}

void check_levels(const Content& content, Faults& faults) {
    int expected = 1;
    for (const auto& level : content.levels) {
        if (level.seq != expected++) faults.push_back({level.code, "level.out_of_order"});
    }
}

void check_item(
    const Item& item, const Content& content, const std::set<std::string>& areas, Faults& faults
) {
    const auto last = static_cast<int>(content.levels.size());
    const bool placed = item.area.empty() || areas.contains(item.area);
    if (!placed) faults.push_back({item.code, "area.unknown"});
    if (say(item.words, TextKind::name, 0, "").text.empty()) {
        faults.push_back({item.code, "name.missing"});
    }
    const bool beyond = std::ranges::any_of(item.words, [&](const Wording& wording) {
        return wording.level > last;
    });
    if (beyond) faults.push_back({item.code, "level.unknown"});
}

void check_role(const Role& role, const std::set<std::string>& items, int last, Faults& faults) {
    for (const auto& [code, level] : role.levels) {
        if (!items.contains(code)) faults.push_back({role.code, "competency.unknown"});
        if (level < 1 || level > last) faults.push_back({role.code, "level.unknown"});
    }
}

}  // namespace

Faults faults_of(const Content& content) {
    Faults faults;
    const auto areas = area_codes_of(content, faults);
    const auto last = static_cast<int>(content.levels.size());
    if (last == 0) faults.push_back({"", "level.missing"});
    check_levels(content, faults);

    std::set<std::string> seen;
    for (const auto& item : content.items) {
        if (!seen.insert(item.code).second) faults.push_back({item.code, "competency.repeated"});
        check_item(item, content, areas, faults);
    }
    for (const auto& role : content.roles) check_role(role, seen, last, faults);
    return faults;
}

namespace {

Words chosen(const Words& words, auto&& which) {
    Words found;
    std::ranges::copy_if(words, std::back_inserter(found), which);
    std::ranges::sort(found);
    return found;
}

std::vector<std::string> aspects_of(const Item& before, const Item& after) {
    const auto differ = [&](auto&& which) {
        return chosen(before.words, which) != chosen(after.words, which);
    };
    std::vector<std::string> aspects;
    if (before.area != after.area) aspects.emplace_back("area");
    if (differ([](const Wording& w) { return w.level == 0 && w.kind == TextKind::name; })) {
        aspects.emplace_back("name");
    }
    if (differ([](const Wording& w) { return w.level == 0 && w.kind != TextKind::name; })) {
        aspects.emplace_back("description");
    }
    if (differ([](const Wording& w) { return w.level > 0; })) aspects.emplace_back("levels");
    return aspects;
}

}  // namespace

std::vector<Difference> compare(const Content& before, const Content& after) {
    std::map<std::string, std::pair<const Item*, const Item*>> by_code;
    for (const auto& item : before.items) by_code[item.code].first = &item;
    for (const auto& item : after.items) by_code[item.code].second = &item;

    std::vector<Difference> differences;
    for (const auto& [code, sides] : by_code) {
        const auto& [old_item, new_item] = sides;
        if (!old_item) {
            differences.push_back({code, Change::added, {}});
        } else if (!new_item) {
            differences.push_back({code, Change::removed, {}});
        } else if (auto aspects = aspects_of(*old_item, *new_item); !aspects.empty()) {
            differences.push_back({code, Change::changed, std::move(aspects)});
        }
    }
    return differences;
}

}  // namespace nangluc::competency
