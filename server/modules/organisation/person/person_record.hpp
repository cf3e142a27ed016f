#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/db/db.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/person/person_fact.hpp"

namespace nangluc::organisation {

// The personnel file as it is kept.
struct PersonRecord {
    PersonId id;
    std::string staff_number;
    Date birth_date;
    std::string name;
    std::string family;
    std::string middle;
    std::string given;
    int version = 1;
};

// Absent: not_found("person").
Result<PersonRecord> find_person_record(db::Tx& tx, PersonId person);
// The parts, the folded text and the sort key of the name are kept with it. False where somebody
// has the same number and birth date.
bool add_person(db::Tx& tx, const Kit& kit, const PersonRecord& person);
// The identity of that number and birth date, of whom nothing is known any more since the import
// that added them was taken back: now under this name. Nothing where there is none such.
std::optional<PersonId> take_up_person(db::Tx& tx, const PersonRecord& person);
// False when the version is no longer that of the row.
bool save_name(db::Tx& tx, const PersonRecord& person);

std::vector<PersonFact> list_facts(db::Tx& tx, PersonId person, AsOf at);
// Of all times, as known now.
std::vector<PersonFact> list_known_facts(db::Tx& tx, PersonId person, FactKind kind);
void save_facts(db::Tx& tx, const Kit& kit, PersonId person, const FactChange& change);

// One of those found, with the main post.
struct FoundPerson {
    PersonId id;
    std::string staff_number;
    std::string name;
    std::string sort_key;
    UnitId unit;
    std::string unit_name;
    std::string position_name;
    std::string position_name_en;
};

// Where a page begins: after this one in the order of given names.
struct AfterPerson {
    std::string sort_key;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(AfterPerson, (), (sort_key, person))

struct PeopleSearch {
    std::string text;  // of the name, without marks; or the whole staff number
    AfterPerson after;
    int limit = 50;
};

// By given name in Vietnamese order.
std::vector<FoundPerson> find_people_below(
    db::Tx& tx, const UnitPath& place, const PeopleSearch& search, AsOf at
);

}  // namespace nangluc::organisation
