#include "modules/organisation/person/person_record.hpp"

#include "base/clock.hpp"
#include "base/text.hpp"

namespace nangluc::organisation {

constexpr auto select_person_record = R"sql(
    SELECT id AS person_id, staff_number, birth_date, name, family, middle, given, version
      FROM organisation_people
     WHERE id = $1
)sql";

Result<PersonRecord> find_person_record(db::Tx& tx, PersonId person) {
    const auto row = tx.one(select_person_record, person);
    if (!row) return not_found("person");
    return PersonRecord{
        .id = row->get<PersonId>("person_id"),
        .staff_number = row->get<std::string>("staff_number"),
        .birth_date = row->get<Date>("birth_date"),
        .name = row->get<std::string>("name"),
        .family = row->get<std::string>("family"),
        .middle = row->get<std::string>("middle"),
        .given = row->get<std::string>("given"),
        .version = row->get<int>("version"),
    };
}

constexpr auto insert_person = R"sql(
    INSERT INTO organisation_people (id, staff_number, birth_date, name, family, middle, given,
           folded, sort_key, version, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)
        ON CONFLICT (staff_number, birth_date) DO NOTHING
)sql";

bool add_person(db::Tx& tx, const Kit& kit, const PersonRecord& person) {
    const auto added = tx.run(
        insert_person,
        person.id,
        person.staff_number,
        person.birth_date,
        person.name,
        person.family,
        person.middle,
        person.given,
        fold(person.name),
        name_sort_key(person.family, person.middle, person.given),
        kit.clock.now()
    );
    return added == 1;
}

constexpr auto take_up_identity = R"sql(
    UPDATE organisation_people
       SET name = $3, family = $4, middle = $5, given = $6, folded = $7, sort_key = $8,
           version = version + 1
     WHERE staff_number = $1 AND birth_date = $2
       AND NOT EXISTS (SELECT 1
                         FROM organisation_holdings h
                        WHERE h.person_id = organisation_people.id
                          AND h.superseded_at = 9223372036854775807)
    RETURNING id
)sql";

std::optional<PersonId> take_up_person(db::Tx& tx, const PersonRecord& person) {
    const auto row = tx.one(
        take_up_identity,
        person.staff_number,
        person.birth_date,
        person.name,
        person.family,
        person.middle,
        person.given,
        fold(person.name),
        name_sort_key(person.family, person.middle, person.given)
    );
    if (!row) return {};
    return row->get<PersonId>("id");
}

constexpr auto update_name = R"sql(
    UPDATE organisation_people
       SET name = $3, family = $4, middle = $5, given = $6, folded = $7, sort_key = $8,
           version = version + 1
     WHERE id = $1 AND version = $2
)sql";

bool save_name(db::Tx& tx, const PersonRecord& person) {
    const auto changed = tx.run(
        update_name,
        person.id,
        person.version,
        person.name,
        person.family,
        person.middle,
        person.given,
        fold(person.name),
        name_sort_key(person.family, person.middle, person.given)
    );
    return changed == 1;
}

static PersonFact fact_of(const db::Row& row) {
    return {
        .id = row.get<FactId>("fact_id"),
        .kind = row.get<FactKind>("kind"),
        .value = row.get<std::string>("value"),
        .year = row.get<std::optional<int>>("year"),
        .source = row.get<std::string>("source"),
        .period = row.period(),
    };
}

static std::vector<PersonFact> facts_of(const std::vector<db::Row>& rows) {
    std::vector<PersonFact> facts;
    for (const auto& row : rows) facts.push_back(fact_of(row));
    return facts;
}

// What had begun by that day: a rating of a past year is a fact of today too.
constexpr auto select_facts = R"sql(
    SELECT id AS fact_id, kind, value, year, source, from_date, until_date
      FROM organisation_person_facts
     WHERE person_id = $1
       AND from_date <= $2
       AND recorded_at <= $3 AND superseded_at > $3
     ORDER BY kind, from_date DESC, id
)sql";

std::vector<PersonFact> list_facts(db::Tx& tx, PersonId person, AsOf at) {
    return facts_of(tx.all(select_facts, person, at.on, at.known_at));
}

constexpr auto select_known_facts = R"sql(
    SELECT id AS fact_id, kind, value, year, source, from_date, until_date
      FROM organisation_person_facts
     WHERE person_id = $1 AND kind = $2 AND superseded_at = 9223372036854775807
     ORDER BY from_date, id
)sql";

std::vector<PersonFact> list_known_facts(db::Tx& tx, PersonId person, FactKind kind) {
    return facts_of(tx.all(select_known_facts, person, kind));
}

constexpr auto supersede_fact = R"sql(
    UPDATE organisation_person_facts
       SET superseded_at = $2
     WHERE id = $1
)sql";

constexpr auto insert_fact = R"sql(
    INSERT INTO organisation_person_facts (id, person_id, kind, value, year, source, from_date,
           until_date, recorded_at, superseded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 9223372036854775807)
)sql";

void save_facts(db::Tx& tx, const Kit& kit, PersonId person, const FactChange& change) {
    const auto now = kit.clock.now();
    for (const auto fact : change.superseded) tx.run(supersede_fact, fact, now);
    for (const auto& fact : change.added) {
        tx.run(
            insert_fact,
            kit.ids.make<FactId>(),
            person,
            fact.kind,
            fact.value,
            fact.year,
            fact.source,
            fact.period.from,
            fact.period.until,
            now
        );
    }
}

}  // namespace nangluc::organisation
