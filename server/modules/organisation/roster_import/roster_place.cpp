// Where a row's post is: unit, division, position, and the one post they name.

#include <algorithm>

#include "base/repeated.hpp"
#include "base/text.hpp"
#include "modules/organisation/roster_import/roster_row.hpp"
#include "modules/organisation/roster_import/roster_row_reading.hpp"

namespace nangluc::organisation {

using enum RosterColumn;

namespace {

constexpr std::size_t most_suggestions = 6;

// How many words two texts share, for suggestions.
int shared_words(std::string_view one, std::string_view other) {
    int shared = 0;
    while (!one.empty()) {
        const auto end = std::min(one.find(' '), one.size());
        const auto word = one.substr(0, end);
        if (word.size() > 1 && other.find(word) != std::string_view::npos) ++shared;
        one.remove_prefix(std::min(end + 1, one.size()));
    }
    return shared;
}

std::vector<FaultOption> nearest(std::vector<std::string> names, const std::string& wanted) {
    const auto folded = fold(wanted);
    std::ranges::sort(names);
    erase_repeated(names);
    std::ranges::stable_sort(names, std::ranges::greater{}, [&](const std::string& name) {
        return shared_words(folded, fold(name));
    });
    names.resize(std::min(names.size(), most_suggestions));
    std::vector<FaultOption> options;
    for (auto& name : names) options.push_back({name, ""});
    return options;
}

}  // namespace

void RosterRowReader::read_place(Reading& at) {
    const auto unit = read_unit(at);
    const bool has_division = reading_.mapping.at(division) != 0 &&
                              at.row.at(reading_.mapping.at(division)).kind != sheet::Kind::empty;
    const auto here = unit ? read_division(at, unit) : (cell_of(at, division), UnitId{});
    at.line.unit = here;
    read_post(at, here, has_division);
}

UnitId RosterRowReader::read_unit(Reading& at) {
    const auto& reference = reading_.reference;
    const auto cell = cell_of(at, unit);
    if (!cell.is_sound) return {};
    if (cell.is_empty()) return reference.root;
    const auto found = reference.called(folded(cell.text), reference.root);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) {
        // A province and its commune may share a name; the higher one holds the other.
        const auto highest = std::ranges::min_element(found, {}, [&](UnitId id) {
            return reference.units.at(id).path.depth();
        });
        const auto& top = reference.units.at(*highest).path;
        const bool holds_all = std::ranges::all_of(found, [&](UnitId id) {
            return top.contains(reference.units.at(id).path);
        });
        if (holds_all) return *highest;
        at.cells.add(unit, RosterFault::unknown_unit, cell.text);
        return {};
    }
    return read_former(at, unit, cell.text);
}

// A name that nobody bears any more, or never bore here.
UnitId RosterRowReader::read_former(Reading& at, RosterColumn column, const std::string& text) {
    const auto& reference = reading_.reference;
    const auto unknown = column == unit ? RosterFault::unknown_unit : RosterFault::unknown_division;
    const auto former = reference.former_by_name.find(folded(text));
    if (former == reference.former_by_name.end()) {
        at.cells.add(column, unknown, text);
        return {};
    }
    std::vector<FaultOption> options;
    bool is_renamed = true;
    const auto answer = choice_of(at, column);
    for (const auto& candidate : former->second) {
        is_renamed &= candidate.is_renamed;
        for (const auto now : candidate.now) {
            const auto value = to_text(now.value);
            if (answer == value) return now;
            if (std::ranges::find(options, value, &FaultOption::value) == options.end()) {
                options.push_back({value, reference.units.at(now).full_name});
            }
        }
    }
    if (options.empty()) {
        at.cells.add(column, RosterFault::unit_abolished, text);
        return {};
    }
    const auto code = is_renamed ? RosterFault::unit_renamed : RosterFault::unit_merged;
    at.cells.add(column, code, text, std::move(options));
    return {};
}

UnitId RosterRowReader::read_division(Reading& at, UnitId above) {
    const auto& reference = reading_.reference;
    const auto cell = cell_of(at, division);
    if (!cell.is_sound) return {};
    if (cell.is_empty()) return above;
    const auto found = reference.called(folded(cell.text), above);
    if (found.size() == 1) return found.front();
    if (found.empty()) return read_former(at, division, cell.text);

    std::vector<FaultOption> options;
    const auto answer = choice_of(at, division);
    for (const auto candidate : found) {
        const auto value = to_text(candidate.value);
        if (answer == value) return candidate;
        const auto& parent = reference.units.find(reference.units.at(candidate).parent);
        const bool has_parent = parent != reference.units.end();
        options.push_back({value, has_parent ? parent->second.full_name : std::string()});
    }
    at.cells.add(division, RosterFault::ambiguous_division, cell.text, std::move(options));
    return {};
}

std::vector<const KnownPost*> RosterRowReader::posts_below(
    UnitId above, const std::vector<PositionId>& positions
) const {
    std::vector<const KnownPost*> found;
    const auto& place = reading_.reference.units.at(above).path;
    for (const auto position : positions) {
        const auto posts = reading_.reference.posts_by_position.find(position);
        if (posts == reading_.reference.posts_by_position.end()) continue;
        for (const auto id : posts->second) {
            const auto& post = reading_.reference.posts.at(id);
            if (place.contains(reading_.reference.units.at(post.unit).path)) found.push_back(&post);
        }
    }
    std::ranges::sort(found, {}, [](const KnownPost* post) { return post->id; });
    return found;
}

std::span<const KnownPost> RosterRowReader::posts_of(UnitId unit) const {
    const auto found = reading_.reference.posts_by_unit.find(unit);
    if (found == reading_.reference.posts_by_unit.end()) return {};
    return found->second;
}

void RosterRowReader::read_post(Reading& at, UnitId here, bool has_division) {
    const auto& reference = reading_.reference;
    const auto cell = cell_of(at, position);
    if (!cell.is_sound) return;
    const auto known = reference.positions_by_name.find(folded(cell.text));
    if (known == reference.positions_by_name.end()) {
        std::vector<std::string> names;
        for (const auto& [id, name] : reference.position_names) names.push_back(name);
        return at.cells.add(
            position, RosterFault::unknown_position, cell.text, nearest(names, cell.text)
        );
    }
    if (!here) return;

    std::vector<const KnownPost*> posts;
    for (const auto& post : posts_of(here)) {
        if (std::ranges::count(known->second, post.position) != 0) posts.push_back(&post);
    }
    if (posts.empty() && !has_division) posts = posts_below(here, known->second);
    if (!posts.empty()) return choose_post(at, posts);

    std::vector<std::string> names;
    for (const auto& post : posts_of(here)) {
        names.push_back(reference.position_names.at(post.position));
    }
    at.cells.add(
        position, RosterFault::position_not_in_division, cell.text, nearest(names, cell.text)
    );
}

void RosterRowReader::choose_post(Reading& at, const std::vector<const KnownPost*>& posts) {
    const auto& reference = reading_.reference;
    const KnownPost* chosen = posts.size() == 1 ? posts.front() : nullptr;
    std::vector<FaultOption> options;
    const auto answer = choice_of(at, division);
    for (const auto* post : posts) {
        const auto value = to_text(post->unit.value);
        if (answer == value) chosen = post;
        options.push_back({value, reference.units.at(post->unit).full_name});
    }
    if (!chosen) {
        return at.cells.add(division, RosterFault::ambiguous_division, {}, std::move(options));
    }
    at.line.unit = chosen->unit;
    at.line.post = chosen->id;
    if (at.line.from && *at.line.from < chosen->since) {
        at.cells.add(from_date, RosterFault::before_post, to_text(chosen->since));
    }
}

}  // namespace nangluc::organisation
