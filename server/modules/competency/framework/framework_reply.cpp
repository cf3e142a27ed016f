#include "modules/competency/framework/framework_reply.hpp"

#include <algorithm>
#include <sstream>

namespace nangluc::competency {

TextReply text_in(const Words& words, TextKind kind, int level, const std::string& language) {
    auto said = say(words, kind, level, language);
    return {std::move(said.text), std::move(said.language)};
}

static std::vector<std::string> words_of(const std::string& remarks) {
    std::istringstream stream(remarks);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

static VersionReply reply_of(const ListedVersion& listed) {
    const auto& version = listed.version;
    const bool dated = version.status != VersionStatus::draft;
    return {
        .id = version.id,
        .label = version.label,
        .status = version.status,
        .decision_number = version.decision_number,
        .decided_on = version.decided_on,
        .from = dated ? std::optional(version.period.from) : std::nullopt,
        .until = dated ? std::optional(version.period.until) : std::nullopt,
        .revision = version.revision,
        .competencies = listed.competencies,
        .roles = listed.roles,
    };
}

static FrameworkReply reply_of(
    const Framework& framework, const Words& names, const std::string& language
) {
    return {
        .id = framework.id,
        .code = framework.code,
        .name = text_in(names, TextKind::name, 0, language),
        .owner = framework.owner,
        .source = framework.source,
        .licence = framework.licence,
        .remarks = words_of(framework.remarks),
    };
}

FrameworkReply reply_of(const ListedFramework& listed, const std::string& language) {
    auto reply = reply_of(listed.framework, listed.names, language);
    for (const auto& version : listed.versions) reply.versions.push_back(reply_of(version));
    if (listed.may_edit) reply.actions = {"copy"};
    return reply;
}

static ItemReply reply_of(const Item& item, CompetencyId id, const std::string& language) {
    ItemReply reply{
        .id = id,
        .code = item.code,
        .name = text_in(item.words, TextKind::name, 0, language),
        .description = text_in(item.words, TextKind::description, 0, language),
    };
    std::vector<std::pair<int, TextKind>> told;
    for (const auto& wording : item.words) {
        const std::pair about(wording.level, wording.kind);
        if (wording.level == 0 || std::ranges::find(told, about) != told.end()) continue;
        told.push_back(about);
    }
    std::ranges::sort(told);
    for (const auto& [level, kind] : told) {
        reply.descriptors.push_back({level, kind, text_in(item.words, kind, level, language)});
    }
    return reply;
}

FrameworkPageReply reply_of(const FrameworkPage& page, const std::string& language) {
    const auto& content = page.content;
    const auto items = static_cast<int>(content.items.size());
    const auto roles = static_cast<int>(content.roles.size());
    FrameworkPageReply reply{
        .framework = reply_of(page.framework, content.words, language),
        .version = reply_of(ListedVersion{page.version, items, roles}),
        .roles = roles,
    };
    for (const auto& level : content.levels) {
        reply.levels.push_back(
            {level.seq, level.code, text_in(level.words, TextKind::name, 0, language)}
        );
    }
    for (const auto& area : content.areas) {
        reply.areas.push_back({area.code, text_in(area.words, TextKind::name, 0, language), {}});
    }
    for (const auto& item : content.items) {
        auto area = std::ranges::find(reply.areas, item.area, &AreaReply::code);
        if (area == reply.areas.end()) {
            reply.areas.push_back({item.area, {}, {}});
            area = std::prev(reply.areas.end());
        }
        area->competencies.push_back(reply_of(item, page.ids.at(item.code), language));
    }
    if (page.may_edit) reply.actions.emplace_back("edit");
    if (page.may_approve) reply.actions.emplace_back("approve");
    return reply;
}

RolesReply roles_of(const FrameworkPage& page, const std::string& language) {
    std::map<std::string, TextReply> names;
    for (const auto& item : page.content.items) {
        names[item.code] = text_in(item.words, TextKind::name, 0, language);
    }
    RolesReply reply;
    for (const auto& role : page.content.roles) {
        RoleReply one{role.code, role.role, role.family, role.name, {}};
        for (const auto& [code, level] : role.levels) {
            one.levels.push_back({page.ids.at(code), code, names[code], level});
        }
        reply.items.push_back(std::move(one));
    }
    return reply;
}

ComparedReply reply_of(const VersionComparison& comparison, const std::string& language) {
    ComparedReply reply{.people = comparison.people};
    for (const auto& [difference, names, people] : comparison.lines) {
        reply.items.push_back({
            .code = difference.code,
            .change = difference.change,
            .aspects = difference.aspects,
            .name = text_in(names, TextKind::name, 0, language),
            .people = people,
        });
    }
    const auto count = [&](Change change) {
        return static_cast<int>(std::ranges::count(reply.items, change, &DifferenceReply::change));
    };
    reply.added = count(Change::added);
    reply.changed = count(Change::changed);
    reply.removed = count(Change::removed);
    return reply;
}

}  // namespace nangluc::competency
