#include "modules/programmes/programme.hpp"

#include <algorithm>
#include <set>

namespace nangluc::programmes {

Result<> Programme::open_to_change() const {
    if (status != ProgrammeStatus::draft) return conflict("programme.not_draft");
    return {};
}

static bool is_form(const std::string& form) {
    static const std::set<std::string> forms = {
        "class", "online", "blended", "practical", "rotation", "coaching", "self_study"};
    return forms.contains(form);
}

Result<> Programme::check() const {
    std::vector<Fault> faults;
    const auto require = [&](bool holds, std::string path, std::string code) {
        if (!holds) faults.push_back({std::move(path), std::move(code)});
    };
    require(!version.code.empty(), "/code", "required");
    require(!version.title.empty(), "/title", "required");
    require(is_form(form), "/form", "not_one_of");
    require(version.hours >= 0 && version.hours <= 2'000, "/hours", "out_of_range");
    require(version.days >= 0 && version.days <= 366, "/days", "out_of_range");
    require(version.min_class >= 1, "/min_class", "out_of_range");
    require(version.max_class >= version.min_class, "/max_class", "out_of_range");
    require(version.cost_per_class >= Money{}, "/cost_per_class", "out_of_range");
    require(version.cost_per_person >= Money{}, "/cost_per_person", "out_of_range");
    std::set<CompetencyId> taught;
    for (std::size_t i = 0; i < version.outcomes.size(); ++i) {
        const auto at = "/outcomes/" + std::to_string(i);
        const auto& [competency, from_level, to_level] = version.outcomes[i];
        require(taught.insert(competency).second, at + "/competency", "repeated");
        require(from_level >= 0, at + "/from_level", "out_of_range");
        require(to_level > from_level, at + "/to_level", "out_of_range");
    }
    if (!faults.empty()) return invalid("programme.invalid", std::move(faults));
    return {};
}

Result<> Programme::approve(AccountId by, Date from) {
    TRY(open_to_change());
    if (version.outcomes.empty()) return conflict("programme.no_outcome");
    if (version.min_class < 1 || version.max_class < version.min_class) {
        return conflict("programme.class_size");
    }
    if (author && author == by) return conflict("programme.own_draft");

    status = ProgrammeStatus::approved;
    period = {from};
    return {};
}

Programme Programme::next_draft(ProgrammeVersionId id, AccountId by) const {
    auto next = *this;
    next.version.id = id;
    next.version.number = version.number + 1;
    next.status = ProgrammeStatus::draft;
    next.author = by;
    next.lock = 1;
    return next;
}

static std::set<std::pair<CompetencyId, int>> levels_of(const Version& version) {
    std::set<std::pair<CompetencyId, int>> levels;
    for (const auto& [competency, from_level, to_level] : version.outcomes) {
        for (int level = from_level + 1; level <= to_level; ++level) {
            levels.emplace(competency, level);
        }
    }
    return levels;
}

int overlap_percent(const Version& one, const Version& other) {
    const auto mine = levels_of(one);
    const auto theirs = levels_of(other);
    const auto smaller = std::min(mine.size(), theirs.size());
    if (smaller == 0) return 0;

    const auto shared =
        std::ranges::count_if(mine, [&](const auto& level) { return theirs.contains(level); });
    return static_cast<int>(100 * static_cast<std::size_t>(shared) / smaller);
}

}  // namespace nangluc::programmes
