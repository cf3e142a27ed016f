#include "tests/architecture/includes.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>
#include <set>
#include <string_view>

namespace nangluc::architecture {

namespace {

using Finding = std::optional<std::string>;

struct Include {
    std::string header;
    bool quoted = false;
};

// Where a file of server/ stands, from its path without "server/": modules/planning/plan_store.hpp.
struct Place {
    std::string layer;   // base, engines, kit, modules, testing, app
    std::string module;  // planning, or empty outside modules/
    std::string stem;    // plan_store
    bool test = false;
};

std::vector<Include> includes_of(const std::string& text) {
    static const std::regex line(R"re((?:^|\n)[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])re");
    std::vector<Include> found;
    for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at) {
        found.push_back({(*at)[2].str(), (*at)[1].str() == "\""});
    }
    return found;
}

std::vector<std::string> split(const std::string& path) {
    std::vector<std::string> parts(1);
    for (const char c : path) {
        if (c == '/') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

Place place_of(const std::string& path) {
    const auto parts = split(path);
    const auto& file = parts.back();
    return {
        .layer = parts.front(),
        .module = parts.front() == "modules" && parts.size() > 2 ? parts[1] : "",
        .stem = file.substr(0, file.find('.')),
        .test = contains(parts, "tests"),
    };
}

// server/modules/planning/plan.hpp is named as modules/planning/plan.hpp.
std::string below_server(const std::string& path) {
    static const std::string server = "server/";
    return path.starts_with(server) ? path.substr(server.size()) : path;
}

// A header named without a folder stands beside the file that names it.
std::string path_of_header(const std::string& includer, const std::string& header) {
    if (header.find('/') != std::string::npos) return header;
    return includer.substr(0, includer.rfind('/') + 1) + header;
}

// The suffixes by which a file of a module says that it is more than a noun.
bool has_role(const Place& place) {
    static constexpr std::array roles = {"_store", "_service", "_http", "_job", "_import"};
    return std::ranges::any_of(roles, [&](std::string_view role) {
        return place.stem.ends_with(role);
    });
}

// The names, "planning/plan", that a store or a service is built upon: plan_store, plan_service.
using Nouns = std::set<std::string>;

Nouns nouns_of(const std::vector<Source>& sources) {
    Nouns nouns;
    for (const auto& source : sources) {
        const auto place = place_of(below_server(source.path));
        const bool built_upon = place.stem.ends_with("_store") || place.stem.ends_with("_service");
        if (place.module.empty() || place.test || !built_upon) continue;
        nouns.insert(place.module + "/" + place.stem.substr(0, place.stem.rfind('_')));
    }
    return nouns;
}

bool is_noun(const Place& place, const Nouns& nouns) {
    return !place.test && nouns.contains(place.module + "/" + place.stem);
}

Finding against_layers(const Place& from, const Place& to) {
    static const Table below = {
        {"base", {"base"}},
        {"engines", {"base", "engines"}},
        {"kit", {"base", "kit"}},
        {"modules", {"base", "engines", "kit", "modules"}},
    };
    const auto* allowed = find_row(below, from.layer);
    if (!allowed || contains(*allowed, to.layer)) return {};
    if (from.test && to.layer == "testing") return {};
    return "the layer " + from.layer + " does not know " + to.layer;
}

Finding against_modules(const Place& from, const Place& to, const Table& modules) {
    if (from.module.empty() || to.module.empty() || from.module == to.module) return {};
    if (to.stem != "api") return "of another module only api.hpp is known";
    const auto* allowed = find_row(modules, from.module);
    if (!allowed) return "modules.toml has no line for " + from.module;
    if (!contains(*allowed, to.module)) return "modules.toml does not allow it";
    return {};
}

Finding against_roles(const Place& from, const Place& to, const Nouns& nouns) {
    if (is_noun(from, nouns)) {
        const bool pure = to.layer == "base" || to.layer == "engines" || to.stem == "api" ||
                          (to.module == from.module && (!has_role(to) || is_noun(to, nouns)));
        if (!pure) return "a noun is pure: base, engines, api.hpp and what is pure beside it";
    }
    const bool of_http = to.stem.ends_with("_http") && !to.module.empty();
    const bool may_see_http =
        from.test || from.stem == "module" || from.stem.ends_with("_http") || from.module.empty();
    if (of_http && !may_see_http) return "an _http header is for module.cpp only";
    return {};
}

// Of C++, of C and of POSIX: for anybody.
bool is_standard(const std::string& header) {
    static const std::regex standard("[a-z_0-9]+|(sys|arpa|netinet|net)/[a-z_]+\\.h");
    static const std::vector<std::string> posix = {
        "dirent.h",
        "fcntl.h",
        "netdb.h",
        "poll.h",
        "pthread.h",
        "signal.h",
        "stdlib.h",
        "unistd.h"};
    return std::regex_match(header, standard) || contains(posix, header);
}

Finding against_third_party(
    const std::string& path, const std::string& header, const Table& third_party
) {
    if (is_standard(header)) return {};
    const Row* best = nullptr;
    for (const auto& row : third_party) {
        const bool longer = !best || row.first.size() > best->first.size();
        if (header.starts_with(row.first) && longer) best = &row;
    }
    if (!best) return "third_party.toml does not know it";
    for (const auto& folder : best->second) {
        if (path.starts_with(folder + "/")) return {};
    }
    if (path.find("/tests/") != std::string::npos && best->first == "doctest/") return {};
    return "third_party.toml gives it to another layer";
}

Finding against_rules(
    const Source& source, const Include& include, const Rules& rules, const Nouns& nouns
) {
    if (!include.quoted) return against_third_party(source.path, include.header, rules.third_party);
    if (!source.path.starts_with("server/")) return {};

    const auto path = below_server(source.path);
    const auto from = place_of(path);
    const auto to = place_of(path_of_header(path, include.header));
    if (auto finding = against_layers(from, to)) return finding;
    if (auto finding = against_modules(from, to, rules.modules)) return finding;
    return against_roles(from, to, nouns);
}

}  // namespace

std::vector<std::string> broken_includes(const std::vector<Source>& sources, const Rules& rules) {
    const auto nouns = nouns_of(sources);
    std::vector<std::string> broken;
    for (const auto& source : sources) {
        for (const auto& include : includes_of(source.text)) {
            if (const auto finding = against_rules(source, include, rules, nouns)) {
                broken.push_back(source.path + " includes " + include.header + ": " + *finding);
            }
        }
    }
    return broken;
}

}  // namespace nangluc::architecture
