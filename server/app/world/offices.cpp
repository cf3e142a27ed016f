#include "app/world/offices.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "base/id.hpp"
#include "kit/sheet/table.hpp"

namespace nangluc::world {

namespace {

using organisation::GroupRow;
using organisation::PositionRow;
using sheet::Table;

int number_of(const std::string& digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

Result<> read_groups(const Kit& kit, const std::string& folder, Offices& offices) {
    const auto ranks = TRY(Table::read(folder + "/ranks.csv"));
    for (std::size_t row = 0; row < ranks.rows(); ++row) {
        offices.ranks.push_back({
            .id = kit.ids.make<RankId>(),
            .code = ranks.at(row, "code"),
            .seq = number_of(ranks.at(row, "seq")),
            .name = ranks.at(row, "name"),
            .name_en = ranks.at(row, "name_en"),
        });
    }
    const auto groups = TRY(Table::read(folder + "/groups.csv"));
    for (std::size_t row = 0; row < groups.rows(); ++row) {
        offices.groups.push_back({
            .id = kit.ids.make<GroupId>(),
            .kind = groups.at(row, "kind"),
            .code = groups.at(row, "code"),
            .name = groups.at(row, "name"),
            .name_en = groups.at(row, "name_en"),
            .legal_basis = groups.at(row, "legal_basis"),
        });
    }
    return {};
}

GroupId group_of(const Offices& offices, std::string_view kind, std::string_view code) {
    const auto found = std::ranges::find_if(offices.groups, [&](const GroupRow& group) {
        return group.kind == kind && group.code == code;
    });
    return found == offices.groups.end() ? GroupId{} : found->id;
}

Result<> read_positions(const Kit& kit, const std::string& folder, Offices& offices) {
    const auto table = TRY(Table::read(folder + "/positions.csv"));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto& code = table.at(row, "code");
        offices.positions[code] = PositionRow{
            .id = kit.ids.make<PositionId>(),
            .code = code,
            .name = table.at(row, "name"),
            .name_en = table.at(row, "name_en"),
            .kind = table.at(row, "kind"),
            .position_group = group_of(offices, "position", table.at(row, "position_group")),
            .occupational_group =
                group_of(offices, "occupational", table.at(row, "occupational_group")),
            .duty = table.at(row, "duty"),
            .legal_basis = "",
        };
        offices.rank_of_position[code] = table.at(row, "rank");
    }
    return {};
}

Result<> read_divisions(const std::string& folder, Offices& offices) {
    const auto divisions = TRY(Table::read(folder + "/divisions.csv"));
    for (std::size_t row = 0; row < divisions.rows(); ++row) {
        offices.divisions.push_back({
            .code = divisions.at(row, "code"),
            .type = divisions.at(row, "type"),
            .name = divisions.at(row, "name"),
            .name_en = divisions.at(row, "name_en"),
            .system = divisions.at(row, "system"),
            .applies_to = words_of(divisions.at(row, "applies_to")),
        });
    }
    const auto posts = TRY(Table::read(folder + "/posts.csv"));
    for (std::size_t row = 0; row < posts.rows(); ++row) {
        offices.posts[posts.at(row, "division")].push_back(
            {posts.at(row, "position"), number_of(posts.at(row, "authorised"))}
        );
    }
    return {};
}

// A pull of the items of a container, for the bulk loaders.
template <class Container>
auto each_of(const Container& items) {
    return [at = items.begin(), end = items.end()](auto& row) mutable {
        if (at == end) return false;
        row = *at++;
        return true;
    };
}

}  // namespace

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(std::move(word));
    return words;
}

std::vector<const DivisionPlan*> Offices::divisions_of(const std::string& unit_type) const {
    std::vector<const DivisionPlan*> found;
    for (const auto& division : divisions) {
        if (std::ranges::find(division.applies_to, unit_type) != division.applies_to.end()) {
            found.push_back(&division);
        }
    }
    return found;
}

Result<Offices> read_offices(const Kit& kit, const std::string& folder) {
    Offices offices;
    TRY(read_groups(kit, folder, offices));
    TRY(read_positions(kit, folder, offices));
    TRY(read_divisions(folder, offices));
    return offices;
}

void load_catalogues(db::Tx& tx, const Offices& offices) {
    organisation::load_ranks(tx, each_of(offices.ranks));
    organisation::load_groups(tx, each_of(offices.groups));
    std::vector<PositionRow> positions;
    for (const auto& [code, position] : offices.positions) positions.push_back(position);
    organisation::load_positions(tx, each_of(positions));
}

}  // namespace nangluc::world
