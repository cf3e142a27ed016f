#include "modules/organisation/person/person_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/db/db.hpp"
#include "kit/events.hpp"
#include "modules/organisation/post/post_store.hpp"

namespace nangluc::organisation {

namespace {

struct NameChange {
    std::string before;
    std::string after;
    BOOST_DESCRIBE_CLASS(NameChange, (), (before, after), (), ())
};

struct FactStated {
    FactKind kind = FactKind::rank;
    std::string value;
    std::optional<int> year;
    Date from;
    BOOST_DESCRIBE_CLASS(FactStated, (), (kind, value, year, from), (), ())
};

struct PersonAdded {
    std::string staff_number;
    std::string name;
    BOOST_DESCRIBE_CLASS(PersonAdded, (), (staff_number, name), (), ())
};

PersonRecord named(PersonRecord person, const PersonName& name) {
    person.name = tidy(name.name);
    const auto [family, middle, given] = name.parts ? *name.parts : split_name(person.name);
    person.family = tidy(family);
    person.middle = tidy(middle);
    person.given = tidy(given);
    return person;
}

Result<> check_name(const PersonRecord& person) {
    if (person.name.empty()) return invalid("person.name", {{"/name", "required"}});
    if (person.given.empty()) return invalid("person.name", {{"/given", "required"}});
    return {};
}

bool comes_before(const FoundPerson& a, const FoundPerson& b) {
    return std::tie(a.sort_key, a.id) < std::tie(b.sort_key, b.id);
}

}  // namespace

Result<PersonPage> PersonService::find(const Actor& actor, PersonId id, AsOf at) {
    return kit_.db.read([&](db::Tx& tx) -> Result<PersonPage> {
        const auto today = kit_.clock.as_of_now();
        const auto place = TRY(place_of_person(tx, id, today));
        if (!actor.is(id)) TRY(actor.require(Permission::read_people, place, "person"));
        const auto unit = TRY(main_unit_of(tx, id, at));
        auto standing = find_unit(tx, unit, at);
        if (!standing) standing = find_unit(tx, place.unit(), today);
        return PersonPage{
            .person = TRY(find_person_record(tx, id)),
            .unit = TRY(std::move(standing)),
            .may_edit = actor.may(Permission::edit_people, place),
            .may_read_facts = actor.is(id) || actor.may(Permission::read_personal_facts, place),
        };
    });
}

Result<FoundPeople> PersonService::search(
    const Actor& actor, const PeopleQuestion& question, AsOf at
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<FoundPeople> {
        auto places = actor.roots(Permission::read_people);
        if (question.unit) {
            const auto judged = TRY(place_of_rights(tx, question.unit, at, kit_.clock.as_of_now()));
            TRY(actor.require(Permission::read_people, judged, "unit"));
            places = {TRY(path_of(tx, question.unit, at))};
        }
        auto search = question.search;
        ++search.limit;
        FoundPeople found;
        for (const auto& place : places) {
            for (auto& person : find_people_below(tx, place, search, at)) {
                found.people.push_back(std::move(person));
            }
        }
        std::ranges::sort(found.people, comes_before);
        found.has_more = static_cast<int>(found.people.size()) > question.search.limit;
        if (found.has_more) {
            found.people.resize(static_cast<std::size_t>(question.search.limit));
        }
        return found;
    });
}

Result<PersonId> PersonService::add(const Actor& actor, const NewPerson& wanted) {
    auto person = named({.id = kit_.ids.make<PersonId>()}, wanted.name);
    person.staff_number = tidy(wanted.staff_number);
    person.birth_date = wanted.birth_date;
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PersonId> {
        const auto post = TRY(find_post_record(tx, wanted.holding.post));
        const auto place = TRY(path_of(tx, post.unit, AsOf::latest(kit_.clock.today())));
        TRY(actor.require(Permission::edit_people, place, "post"));
        TRY(check_name(person));
        if (person.staff_number.empty()) {
            return invalid("person.staff_number", {{"/staff_number", "required"}});
        }
        if (person.birth_date >= kit_.clock.today()) {
            return invalid("person.birth_date", {{"/birth_date", "out_of_range"}});
        }
        if (wanted.holding.kind != HoldingKind::main) return conflict("person.no_main");

        if (!add_person(tx, kit_, person)) {
            const auto known = take_up_person(tx, person);
            if (!known) return conflict("person.exists");
            person.id = *known;
        }
        kit_.audit.write(
            tx,
            actor,
            {.act = "person.added",
             .object = person.id.value,
             .unit = post.unit,
             .person = person.id,
             .change = json::write(PersonAdded{person.staff_number, person.name})}
        );
        TRY(holdings_.appoint_in(tx, actor, person.id, wanted.holding));
        return person.id;
    });
}

Result<> PersonService::correct_name(
    const Actor& actor, PersonId id, const PersonName& name, int version
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto place = TRY(place_of_person(tx, id, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::edit_people, place, "person"));
        const auto before = TRY(find_person_record(tx, id));
        auto person = named(before, name);
        TRY(check_name(person));
        person.version = version;
        if (!save_name(tx, person)) return stale("person.changed");

        kit_.audit.write(
            tx,
            actor,
            {.act = "person.name_corrected",
             .object = id.value,
             .unit = place.unit(),
             .person = id,
             .change = json::write(NameChange{before.name, person.name})}
        );
        return {};
    });
}

Result<PersonFacts> PersonService::facts(const Actor& actor, PersonId id, AsOf at) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<PersonFacts> {
        const auto place = TRY(place_of_person(tx, id, kit_.clock.as_of_now()));
        if (!actor.is(id)) {
            TRY(actor.require(Permission::read_personal_facts, place, "person"));
            kit_.audit.write(
                tx,
                actor,
                {.act = "person.facts_read", .object = id.value, .unit = place.unit(), .person = id}
            );
        }
        const auto person = TRY(find_person_record(tx, id));
        return PersonFacts{
            .birth_date = person.birth_date,
            .facts = list_facts(tx, id, at),
            .may_edit = actor.may(Permission::edit_people, place),
        };
    });
}

Result<> PersonService::state_fact(const Actor& actor, PersonId id, const PersonFact& wanted) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        const auto place = TRY(place_of_person(tx, id, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::edit_people, place, "person"));
        auto fact = wanted;
        fact.value = tidy(fact.value);
        if (fact.kind == FactKind::rank && !is_rank(tx, fact.value)) {
            return invalid("fact.rank", {{"/value", "not_one_of"}});
        }
        const auto change = TRY(change_of(list_known_facts(tx, id, fact.kind), fact));

        save_facts(tx, kit_, id, change);
        kit_.audit.write(
            tx,
            actor,
            {.act = "person.fact_stated",
             .object = id.value,
             .unit = place.unit(),
             .person = id,
             .change = json::write(FactStated{fact.kind, fact.value, fact.year, fact.period.from})}
        );
        if (fact.kind == FactKind::rank) publish(kit_.outbox, tx, HoldingsChanged{place.unit()});
        return {};
    });
}

}  // namespace nangluc::organisation
