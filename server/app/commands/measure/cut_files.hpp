#pragma once

#include <span>

#include "app/commands/measure/dataset.hpp"
#include "app/commands/measure/item_file.hpp"
#include "engines/irt/levels/cut_scores.hpp"

namespace nangluc::app {

// Where a level begins, by judges or by people judged otherwise.
struct NamedCut {
    std::string level;
    irt::Cut cut;
};

// A step of an item in the booklet of the bookmark method.
struct Located {
    std::string item;
    int step = 0;  // what the category is called
    double t = 0;
};
// Every step that is ever mastered with that probability, the easiest first.
std::vector<Located> booklet_of(const ItemBank& bank, double probability);

// FILE: a row a judge, a column an item: what someone just at the level would be expected to score.
// Refuses measure.bad_judgement at its place, measure.no_column, measure.no_rows, measure.no_cut.
Result<irt::Cut> angoff_of(const std::string& file, const ItemBank& bank);

// FILE: a row a judge, a column a level (but for those that are `ignored`): the place in the
// booklet, counted from 1, of the last step that someone just at the level masters. Refuses
// measure.bad_place at its place, measure.no_rows and measure.no_cut where no column is left.
Result<std::vector<NamedCut>> bookmarks_of(
    const std::string& file, std::span<const Located> booklet, const std::set<std::string>& ignored
);

// FILE: a row a person, their ability in the column `t` and the level that other evidence puts them
// on, a whole number, in the column `level`. One cut for each level above the lowest seen: people
// below it against people at it or above. Refuses measure.not_a_number and measure.not_whole at
// their place, measure.no_column, measure.no_rows, and measure.no_cut at a level that ability does
// not tell apart, or tells apart altogether.
Result<std::vector<NamedCut>> contrasts_of(const std::string& file);

}  // namespace nangluc::app
