#pragma once

#include <unordered_map>
#include <vector>

#include "kit/db/db.hpp"
#include "modules/assessment/rule/rule_book.hpp"

namespace nangluc::assessment {

// A person with everything a level is reckoned from.
struct RatedPerson {
    PersonId person;
    UnitPath place;
    std::vector<Rating> ratings;  // by competency
};

// Everybody at or below a place, page by page, in the order of their ids; whoever holds no post
// that day stands where the last main post was. An empty root is the whole country; of a place
// below a root, nobody else's rows are read.
class PeopleScan {
public:
    PeopleScan(UnitPath root, AsOf at) : root_(std::move(root)), at_(at) {}

    struct Page {
        std::vector<RatedPerson> people;
        PersonId last;  // where the next page begins; none at the end
        std::int64_t seen = 0;
    };
    Page next(db::Tx& tx, PersonId after);

    AsOf at() const { return at_; }

private:
    using MainUnit = std::pair<PersonId, UnitId>;

    bool is_whole_country() const { return root_.depth() <= 1; }
    const UnitPath& path_of(db::Tx& tx, UnitId unit);
    Page next_of_country(db::Tx& tx, PersonId after);
    Page next_below(db::Tx& tx, PersonId after);
    std::vector<RatedPerson> at_their_places(db::Tx& tx, const std::vector<MainUnit>& units);
    void add_ratings(db::Tx& tx, std::vector<RatedPerson>& people) const;

    UnitPath root_;
    AsOf at_;
    std::unordered_map<UnitId, UnitPath> paths_;
};

std::int64_t count_people(db::Tx& tx);

}  // namespace nangluc::assessment
