#include "modules/organisation/roster_import/roster_reference_store.hpp"

namespace nangluc::organisation {

namespace {

constexpr auto select_people_about = R"sql(
    SELECT p.id, p.staff_number, p.birth_date, p.name, p.folded
      FROM organisation_people p
     WHERE p.id IN (SELECT q.id
                      FROM organisation_roster_import_keys k
                      JOIN organisation_people q ON q.staff_number = k.staff_number
                     WHERE k.import_id = $1 AND k.run_id = $2
                     UNION
                    SELECT q.id
                      FROM organisation_roster_import_keys k
                      JOIN organisation_people q
                        ON q.folded = k.folded AND q.birth_date = k.birth_date
                     WHERE k.import_id = $1 AND k.run_id = $2)
     ORDER BY p.id
)sql";

void load_people_about(db::Tx& tx, const RosterRun& run, RosterKnown& known) {
    const auto add = [&](const db::Row& row) {
        KnownPerson person{
            .id = row.get<PersonId>("id"),
            .staff_number = row.get<std::string>("staff_number"),
            .birth_date = row.get<Date>("birth_date"),
            .name = row.get<std::string>("name"),
            .folded = row.get<std::string>("folded"),
        };
        known.by_number[person.staff_number].push_back(person.id);
        known.people.emplace(person.id, std::move(person));
    };
    tx.each(select_people_about, add, run.import, run.job);
}

constexpr auto select_holdings_about = R"sql(
    SELECT h.id, h.person_id, h.post_id, h.unit_id, h.kind, h.share_percent, h.note,
           h.from_date, h.until_date
      FROM organisation_holdings h
     WHERE h.superseded_at = 9223372036854775807
       AND h.person_id IN (SELECT q.id
                             FROM organisation_roster_import_keys k
                             JOIN organisation_people q ON q.staff_number = k.staff_number
                            WHERE k.import_id = $1 AND k.run_id = $2
                            UNION
                           SELECT q.id
                             FROM organisation_roster_import_keys k
                             JOIN organisation_people q
                               ON q.folded = k.folded AND q.birth_date = k.birth_date
                            WHERE k.import_id = $1 AND k.run_id = $2)
     ORDER BY h.id
)sql";

void load_holdings_about(
    db::Tx& tx, const RosterRun& run, const RosterReference& reference, RosterKnown& known
) {
    const auto add = [&](const db::Row& row) {
        KnownHolding holding{
            .id = row.get<HoldingId>("id"),
            .person = row.get<PersonId>("person_id"),
            .post = row.get<PostId>("post_id"),
            .kind = row.get<HoldingKind>("kind"),
            .share = row.get<int>("share_percent"),
            .period = row.period(),
            .note = row.get<std::string>("note"),
        };
        holding.is_inside = reference.units.contains(row.get<UnitId>("unit_id"));
        auto& person = known.people.at(holding.person);
        person.is_held = true;
        if (holding.is_inside) person.is_inside = true;
        known.holdings[holding.person].push_back(std::move(holding));
    };
    tx.each(select_holdings_about, add, run.import, run.job);
}

constexpr auto select_facts_about = R"sql(
    SELECT f.id, f.person_id, f.kind, f.value, f.from_date
      FROM organisation_person_facts f
     WHERE f.superseded_at = 9223372036854775807
       AND f.from_date <= $3 AND f.until_date > $3
       AND f.kind IN ('rank', 'qualification', 'sex', 'email')
       AND f.person_id IN (SELECT q.id
                             FROM organisation_roster_import_keys k
                             JOIN organisation_people q ON q.staff_number = k.staff_number
                            WHERE k.import_id = $1 AND k.run_id = $2
                            UNION
                           SELECT q.id
                             FROM organisation_roster_import_keys k
                             JOIN organisation_people q
                               ON q.folded = k.folded AND q.birth_date = k.birth_date
                            WHERE k.import_id = $1 AND k.run_id = $2)
     ORDER BY f.id
)sql";

void load_facts_about(db::Tx& tx, const RosterRun& run, Date today, RosterKnown& known) {
    const auto add = [&](const db::Row& row) {
        known.facts[row.get<PersonId>("person_id")].push_back({
            .id = row.get<std::int64_t>("id"),
            .kind = row.get<std::string>("kind"),
            .value = row.get<std::string>("value"),
            .from = row.get<Date>("from_date"),
        });
    };
    tx.each(select_facts_about, add, run.import, run.job, today);
}

constexpr auto select_filled_posts = R"sql(
    SELECT h.post_id, h.person_id
      FROM organisation_holdings h
     WHERE h.superseded_at = 9223372036854775807 AND h.until_date > $3
       AND h.kind IN ('main', 'acting')
       AND h.post_id IN (SELECT k.post_id
                           FROM organisation_roster_import_keys k
                          WHERE k.import_id = $1 AND k.run_id = $2 AND k.post_id IS NOT NULL)
)sql";

void load_filled_posts(db::Tx& tx, const RosterRun& run, Date today, RosterKnown& known) {
    const auto add = [&](const db::Row& row) {
        known.filled_by[row.get<PostId>("post_id")].insert(row.get<PersonId>("person_id"));
    };
    tx.each(select_filled_posts, add, run.import, run.job, today);
}

}  // namespace

RosterKnown load_roster_known(db::Tx& tx, const RosterRun& run, const RosterReference& reference) {
    RosterKnown known;
    load_people_about(tx, run, known);
    load_holdings_about(tx, run, reference, known);
    load_facts_about(tx, run, reference.today, known);
    load_filled_posts(tx, run, reference.today, known);
    for (const auto& [id, person] : known.people) {
        if (!person.is_inside) continue;
        known.by_name[person_key(person.folded, person.birth_date)].push_back(id);
    }
    return known;
}

}  // namespace nangluc::organisation
