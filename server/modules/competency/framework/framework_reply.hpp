#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/competency/framework/framework_service.hpp"

namespace nangluc::competency {

// Frameworks as the replies show them. Included by *_http.cpp only.

// A text and the language it is really in, which may not be the one asked for.
struct TextReply {
    std::string text;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(TextReply, (), (text, language))

struct VersionReply {
    FrameworkVersionId id;
    std::string label;
    VersionStatus status = VersionStatus::draft;
    std::string decision_number;
    std::optional<Date> decided_on;
    std::optional<Date> from;  // none of a draft
    std::optional<Date> until;
    int revision = 1;
    int competencies = 0;
    int roles = 0;  // templates that a unit may take over
};
BOOST_DESCRIBE_STRUCT(
    VersionReply,
    (),
    (id, label, status, decision_number, decided_on, from, until, revision, competencies, roles)
)

struct FrameworkReply {
    FrameworkId id;
    std::string code;
    TextReply name;
    UnitId owner;
    std::string source;
    std::string licence;
    std::vector<std::string> remarks;
    std::vector<VersionReply> versions;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    FrameworkReply, (), (id, code, name, owner, source, licence, remarks, versions, actions)
)

struct FrameworksReply {
    std::vector<FrameworkReply> items;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(FrameworksReply, (), (items, actions))

struct LevelReply {
    int level = 0;
    std::string code;
    TextReply name;
};
BOOST_DESCRIBE_STRUCT(LevelReply, (), (level, code, name))

struct DescriptorReply {
    int level = 0;
    TextKind kind = TextKind::behaviour;
    TextReply text;
};
BOOST_DESCRIBE_STRUCT(DescriptorReply, (), (level, kind, text))

struct ItemReply {
    CompetencyId id;
    std::string code;
    TextReply name;
    TextReply description;
    std::vector<DescriptorReply> descriptors;
};
BOOST_DESCRIBE_STRUCT(ItemReply, (), (id, code, name, description, descriptors))

struct AreaReply {
    std::string code;  // empty: competencies without an area
    TextReply name;
    std::vector<ItemReply> competencies;
};
BOOST_DESCRIBE_STRUCT(AreaReply, (), (code, name, competencies))

struct FrameworkPageReply {
    FrameworkReply framework;
    VersionReply version;
    std::vector<LevelReply> levels;
    std::vector<AreaReply> areas;
    int roles = 0;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(FrameworkPageReply, (), (framework, version, levels, areas, roles, actions))

struct RoleLevelReply {
    CompetencyId competency;
    std::string code;
    TextReply name;
    int level = 0;
};
BOOST_DESCRIBE_STRUCT(RoleLevelReply, (), (competency, code, name, level))

struct RoleReply {
    std::string code;
    std::string role;
    std::string family;
    std::string name;
    std::vector<RoleLevelReply> levels;
};
BOOST_DESCRIBE_STRUCT(RoleReply, (), (code, role, family, name, levels))

struct RolesReply {
    std::vector<RoleReply> items;
};
BOOST_DESCRIBE_STRUCT(RolesReply, (), (items))

struct DifferenceReply {
    std::string code;
    Change change = Change::added;
    std::vector<std::string> aspects;
    TextReply name;
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(DifferenceReply, (), (code, change, aspects, name, people))

struct ComparedReply {
    int added = 0;
    int changed = 0;
    int removed = 0;
    int people = 0;  // of whom something changed or removed is required, each once
    std::vector<DifferenceReply> items;
};
BOOST_DESCRIBE_STRUCT(ComparedReply, (), (added, changed, removed, people, items))

TextReply text_in(const Words& words, TextKind kind, int level, const std::string& language);
FrameworkReply reply_of(const ListedFramework& listed, const std::string& language);
FrameworkPageReply reply_of(const FrameworkPage& page, const std::string& language);
RolesReply roles_of(const FrameworkPage& page, const std::string& language);
ComparedReply reply_of(const VersionComparison& comparison, const std::string& language);

}  // namespace nangluc::competency
