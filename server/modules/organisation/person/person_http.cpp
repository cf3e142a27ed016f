#include "modules/organisation/person/person_http.hpp"

#include "kit/http/as_of.hpp"
#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/organisation/holding/holding_reply.hpp"
#include "modules/organisation/person/person_service.hpp"
#include "modules/organisation/unit/unit_reply.hpp"

namespace nangluc::organisation {

using http::AsOfQuery;
using http::Created;
using http::Nothing;
using http::Page;
using http::Policy;
using http::Request;
using http::Versioned;

namespace {

struct FoundPersonReply {
    PersonId id;
    std::string staff_number;
    std::string name;
    UnitId unit;
    std::string unit_name;
    std::string position_name;
    std::string position_name_en;
};
BOOST_DESCRIBE_STRUCT(
    FoundPersonReply, (), (id, staff_number, name, unit, unit_name, position_name, position_name_en)
)

struct PeopleQuery : AsOfQuery {
    std::optional<std::string> search;
    std::optional<UnitId> unit;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(PeopleQuery, (AsOfQuery), (search, unit, cursor, limit))

enum class PersonAct { correct_name, appoint, transfer, state_fact, read_facts };
BOOST_DESCRIBE_ENUM(PersonAct, correct_name, appoint, transfer, state_fact, read_facts)

struct PersonFileReply {
    PersonId id;
    std::string staff_number;
    std::string name;
    std::string family;
    std::string middle;
    std::string given;
    UnitReply unit;
    std::vector<PersonAct> actions;
};
BOOST_DESCRIBE_STRUCT(
    PersonFileReply, (), (id, staff_number, name, family, middle, given, unit, actions)
)

struct NameBody {
    std::string name;
    std::optional<std::string> family;
    std::optional<std::string> middle;
    std::optional<std::string> given;
};
BOOST_DESCRIBE_STRUCT(NameBody, (), (name, family, middle, given))

struct NewPersonBody {
    std::string staff_number;
    Date birth_date;
    NameBody name;
    HoldingBody holding;
};
BOOST_DESCRIBE_STRUCT(NewPersonBody, (), (staff_number, birth_date, name, holding))

struct PersonAddedReply {
    PersonId id;
};
BOOST_DESCRIBE_STRUCT(PersonAddedReply, (), (id))

struct FactReply {
    FactId id;
    FactKind kind = FactKind::rank;
    std::string value;
    std::optional<int> year;
    std::string source;
    Date from;
    Date until;
};
BOOST_DESCRIBE_STRUCT(FactReply, (), (id, kind, value, year, source, from, until))

struct FactsReply {
    Date birth_date;
    std::vector<FactReply> items;
    std::vector<PersonAct> actions;
};
BOOST_DESCRIBE_STRUCT(FactsReply, (), (birth_date, items, actions))

struct FactBody {
    FactKind kind = FactKind::rank;
    std::string value;
    std::optional<int> year;
    std::optional<std::string> source;
    Date from;
    std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(FactBody, (), (kind, value, year, source, from, until))

PersonName name_of(const NameBody& body) {
    if (!body.given) return {body.name, std::nullopt};
    return {body.name, NameParts{body.family.value_or(""), body.middle.value_or(""), *body.given}};
}

PersonFileReply reply_of(const PersonPage& page) {
    PersonFileReply reply{
        .id = page.person.id,
        .staff_number = page.person.staff_number,
        .name = page.person.name,
        .family = page.person.family,
        .middle = page.person.middle,
        .given = page.person.given,
        .unit = organisation::reply_of(page.unit),
        .actions = {},
    };
    if (page.may_edit) {
        reply.actions = {
            PersonAct::correct_name,
            PersonAct::appoint,
            PersonAct::transfer,
            PersonAct::state_fact};
    }
    if (page.may_read_facts) reply.actions.push_back(PersonAct::read_facts);
    return reply;
}

FactsReply reply_of(const PersonFacts& facts) {
    FactsReply reply{.birth_date = facts.birth_date, .items = {}, .actions = {}};
    for (const auto& fact : facts.facts) {
        reply.items.push_back({
            .id = fact.id,
            .kind = fact.kind,
            .value = fact.value,
            .year = fact.year,
            .source = fact.source,
            .from = fact.period.from,
            .until = fact.period.until,
        });
    }
    if (facts.may_edit) reply.actions = {PersonAct::state_fact};
    return reply;
}

Page<FoundPersonReply> reply_of(const FoundPeople& found) {
    Page<FoundPersonReply> page;
    for (const auto& person : found.people) {
        page.items.push_back({
            .id = person.id,
            .staff_number = person.staff_number,
            .name = person.name,
            .unit = person.unit,
            .unit_name = person.unit_name,
            .position_name = person.position_name,
            .position_name_en = person.position_name_en,
        });
    }
    if (found.has_more) {
        const auto& last = found.people.back();
        page.next = http::encode_cursor(AfterPerson{last.sort_key, last.id});
    }
    return page;
}

PersonFact fact_of(const FactBody& body) {
    return {
        .id = {},
        .kind = body.kind,
        .value = body.value,
        .year = body.year,
        .source = body.source.value_or(""),
        .period = {body.from, body.until.value_or(Date::never())},
    };
}

void add_reading_routes(http::Routes& at, PersonService& people, const Clock& clock) {
    at.get(
        "/people",
        "search_people",
        Policy::needs(Permission::read_people),
        [&](const Request& request, const PeopleQuery& query) -> Result<Page<FoundPersonReply>> {
            const auto after = TRY(http::decode_cursor<AfterPerson>(query.cursor));
            const PeopleQuestion question{
                .unit = query.unit.value_or(UnitId{}),
                .search =
                    {.text = query.search.value_or(""),
                     .after = after.value_or(AfterPerson{}),
                     .limit = query.limit.value_or(50)},
            };
            return reply_of(TRY(people.search(request.actor(), question, query.as_of(clock))));
        }
    );

    at.get(
        "/people/{person}",
        "read_person",
        Policy::signed_in(),
        [&](const Request& request, const AsOfQuery& query) -> Result<Versioned<PersonFileReply>> {
            const auto id = TRY(request.path_id<PersonId>("person"));
            const auto page = TRY(people.find(request.actor(), id, query.as_of(clock)));
            return Versioned<PersonFileReply>{reply_of(page), page.person.version};
        }
    );

    at.get(
        "/people/{person}/facts",
        "read_person_facts",
        Policy::signed_in(),
        [&](const Request& request, const AsOfQuery& query) -> Result<FactsReply> {
            const auto id = TRY(request.path_id<PersonId>("person"));
            return reply_of(TRY(people.facts(request.actor(), id, query.as_of(clock))));
        }
    );
}

}  // namespace

void add_person_routes(http::Router& router, PersonService& people, const Clock& clock) {
    http::Routes at(router, "organisation");
    const auto editors = Policy::needs(Permission::edit_people);
    add_reading_routes(at, people, clock);

    at.post(
        "/people",
        "add_person",
        editors,
        [&](const Request& request,
            const NewPersonBody& body) -> Result<Created<PersonAddedReply>> {
            const NewPerson person{
                .staff_number = body.staff_number,
                .birth_date = body.birth_date,
                .name = name_of(body.name),
                .holding = holding_of(body.holding),
            };
            const auto id = TRY(people.add(request.actor(), person));
            return Created<PersonAddedReply>{{id}, "/people/" + to_text(id.value)};
        }
    );

    at.put(
        "/people/{person}/name",
        "correct_name",
        editors,
        [&](const Request& request, const NameBody& body) -> Result<Nothing> {
            const auto id = TRY(request.path_id<PersonId>("person"));
            const int version = TRY(request.if_match());
            TRY(people.correct_name(request.actor(), id, name_of(body), version));
            return Nothing{};
        }
    );

    at.post(
        "/people/{person}/facts",
        "state_fact",
        editors,
        [&](const Request& request, const FactBody& body) -> Result<Nothing> {
            const auto id = TRY(request.path_id<PersonId>("person"));
            TRY(people.state_fact(request.actor(), id, fact_of(body)));
            return Nothing{};
        }
    );
}

}  // namespace nangluc::organisation
