#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/word.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

enum class TextKind { name, description, knowledge, skill, attitude, behaviour };
BOOST_DESCRIBE_ENUM(TextKind, name, description, knowledge, skill, attitude, behaviour)

// One text of a framework, an area, a level or a competency; `level` above 0 describes what that
// level of a competency looks like.
struct Wording {
    TextKind kind = TextKind::name;
    int level = 0;
    std::string language;
    int seq = 0;  // where one kind has several sentences
    std::string text;

    friend auto operator<=>(const Wording&, const Wording&) = default;
};
BOOST_DESCRIBE_STRUCT(Wording, (), (kind, level, language, seq, text))

using Words = std::vector<Wording>;

struct Level {
    int seq = 0;  // from 1
    std::string code;
    Words words;
};

struct Area {
    std::string code;
    Words words;
};

struct Item {
    std::string code;  // of the competency: the same in every framework and institution
    std::string area;  // code of its area; empty where the framework has none
    Words words;
};

struct Role {
    std::string code;  // of one level of the role
    std::string role;  // the role itself, which may have several levels
    std::string family;
    std::string name;
    std::vector<std::pair<std::string, int>> levels;  // competency, level asked for
};

// What a version of a framework says, by codes, apart from any database: as a spreadsheet holds it,
// as it is compared and copied. Level n of its scale is level n of every competency it holds; a
// scale may stop below the competency's own last level.
struct Content {
    Words words;
    std::string scale;
    std::vector<Level> levels;
    std::vector<Area> areas;
    std::vector<Item> items;
    std::vector<Role> roles;
};

// The text in the language asked for, else in English, else in the first there is. `language` says
// which it was; both empty where there is none.
struct Said {
    std::string text;
    std::string language;
};
Said say(const Words& words, TextKind kind, int level, std::string_view language);

// What contradicts itself, each at the code of the object it was found at: competency.repeated,
// area.repeated, area.unknown, level.missing, level.out_of_order, level.unknown, name.missing,
// competency.unknown (of a role).
std::vector<Fault> faults_of(const Content& content);

// What became of a competency from one version to the next. `aspects` of a changed one: area, name,
// description, levels (its descriptors).
enum class Change { added, changed, removed };
BOOST_DESCRIBE_ENUM(Change, added, changed, removed)

struct Difference {
    std::string code;
    Change change = Change::added;
    std::vector<std::string> aspects;

    friend bool operator==(const Difference&, const Difference&) = default;
};
// By code.
std::vector<Difference> compare(const Content& before, const Content& after);

}  // namespace nangluc::competency
