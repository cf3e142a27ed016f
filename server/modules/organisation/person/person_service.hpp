#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/organisation/holding/holding_service.hpp"
#include "modules/organisation/person/person_record.hpp"

namespace nangluc::organisation {

// The parts may be left out: they are then made from the name.
struct PersonName {
    std::string name;
    std::optional<NameParts> parts;
};

struct NewPerson {
    std::string staff_number;
    Date birth_date;
    PersonName name;
    NewHolding holding;  // the first appointment: nobody is on file without a post
};

// A person as the page shows them on a day.
struct PersonPage {
    PersonRecord person;
    Unit unit;  // of the main post
    bool may_edit = false;
    bool may_read_facts = false;
};

struct PersonFacts {
    Date birth_date;
    std::vector<PersonFact> facts;
    bool may_edit = false;
};

struct PeopleQuestion {
    UnitId unit;  // none: wherever the actor may read people
    PeopleSearch search;
};

struct FoundPeople {
    std::vector<FoundPerson> people;
    bool has_more = false;
};

// The personnel files. Everybody reads their own.
class PersonService {
public:
    PersonService(const Kit& kit, HoldingService& holdings) : kit_(kit), holdings_(holdings) {}

    Result<PersonPage> find(const Actor& actor, PersonId person, AsOf at);
    Result<FoundPeople> search(const Actor& actor, const PeopleQuestion& question, AsOf at);
    // Refuses person.exists for a staff number and birth date on file.
    Result<PersonId> add(const Actor& actor, const NewPerson& wanted);
    // Refuses stale("person.changed") when the name was changed since that version.
    Result<> correct_name(const Actor& actor, PersonId person, const PersonName& name, int version);
    // Personal facts: reading those of another is written into the audit.
    Result<PersonFacts> facts(const Actor& actor, PersonId person, AsOf at);
    Result<> state_fact(const Actor& actor, PersonId person, const PersonFact& fact);

private:
    const Kit& kit_;
    HoldingService& holdings_;
};

}  // namespace nangluc::organisation
