#include "modules/programmes/participation_store.hpp"

#include <map>

#include "base/clock.hpp"

namespace nangluc::programmes {

using db::to_value;
using db::Values;

void load_participations(
    db::Tx& tx, const Kit& kit, const std::function<bool(Participation& next)>& next
) {
    const auto now = kit.clock.now();
    Participation row;
    tx.load(
        "programmes_participations",
        {"id",
         "person_id",
         "version_id",
         "unit_id",
         "run",
         "started_on",
         "ended_on",
         "completed",
         "source",
         "recorded_at",
         "superseded_at"},
        [&](Values& values) {
            row = {};
            if (!next(row)) return false;
            values = {
                to_value(kit.ids.next()),
                to_value(row.person),
                to_value(row.version),
                to_value(row.unit),
                to_value(row.run),
                to_value(row.started_on),
                to_value(row.ended_on),
                to_value(row.completed),
                to_value(row.source),
                to_value(now),
                to_value(Instant::never()),
            };
            return true;
        }
    );
}

constexpr auto select_attended_runs = R"sql(
    SELECT p.version_id, v.title, v.title_en, p.unit_id, p.run, p.started_on, p.ended_on,
           p.completed
      FROM programmes_participations p
      JOIN programmes_versions v ON v.id = p.version_id
     WHERE p.person_id = $1
       AND p.started_on <= $2
       AND p.recorded_at <= $3 AND p.superseded_at > $3
     ORDER BY p.started_on DESC, p.id DESC
)sql";

std::vector<AttendedRun> list_attended_runs(db::Tx& tx, PersonId person, AsOf at) {
    std::vector<AttendedRun> runs;
    for (const auto& row : tx.all(select_attended_runs, person, at.on, at.known_at)) {
        runs.push_back({
            .version = row.get<ProgrammeVersionId>("version_id"),
            .title = row.get<std::string>("title"),
            .title_en = row.get<std::string>("title_en"),
            .unit = row.get<UnitId>("unit_id"),
            .run = row.get<std::string>("run"),
            .started_on = row.get<Date>("started_on"),
            .ended_on = row.get<Date>("ended_on"),
            .completed = row.get<bool>("completed"),
        });
    }
    return runs;
}

// A participant's unit is judged where it stood when the run began.
constexpr auto select_counts = R"sql(
    WITH taken AS (
        SELECT p.person_id, COUNT(*) AS participations
          FROM programmes_participations p
          JOIN organisation_v_places c
            ON c.unit_id = p.unit_id
           AND c.from_date <= p.started_on AND c.until_date > p.started_on
           AND c.recorded_at <= $6 AND c.superseded_at > $6
         WHERE c.path >= $1 AND c.path < $2
           AND p.started_on >= $3 AND p.started_on < $4
           AND p.recorded_at <= $6 AND p.superseded_at > $6
         GROUP BY p.person_id
    ), placed AS (
        SELECT h.person_id, MAX(CASE WHEN c.path >= $1 AND c.path < $2 THEN 1 ELSE 0 END) AS here
          FROM organisation_v_holdings h
          JOIN organisation_v_places c
            ON c.unit_id = h.unit_id
           AND c.from_date <= $5 AND c.until_date > $5
           AND c.recorded_at <= $6 AND c.superseded_at > $6
         WHERE h.kind = 'main'
           AND h.person_id IN (SELECT t.person_id FROM taken t)
           AND h.from_date <= $5 AND h.until_date > $5
           AND h.recorded_at <= $6 AND h.superseded_at > $6
         GROUP BY h.person_id
    )
    SELECT CAST(COALESCE(SUM(t.participations), 0) AS bigint) AS participations,
           COUNT(*) AS persons,
           COUNT(*) FILTER (WHERE l.here = 1) AS still_here,
           COUNT(*) FILTER (WHERE l.here = 0) AS elsewhere,
           COUNT(*) FILTER (WHERE l.here IS NULL) AS gone
      FROM taken t
      LEFT JOIN placed l ON l.person_id = t.person_id
)sql";

ParticipationCounts count_participations(
    db::Tx& tx, const UnitPath& place, Period during, AsOf at
) {
    const auto row = tx.one(
        select_counts,
        place.range_from(),
        place.range_until(),
        during.from,
        during.until,
        at.on,
        at.known_at
    );
    return {
        .participations = row->get<int>("participations"),
        .persons = row->get<int>("persons"),
        .still_here = row->get<int>("still_here"),
        .elsewhere = row->get<int>("elsewhere"),
        .left = row->get<int>("gone"),
    };
}

// Equivalences in force say which other programmes count as this one, and for how long.
constexpr auto select_completions = R"sql(
    SELECT p.person_id, p.version_id, p.ended_on, COALESCE(e.months_valid, 0) AS months_valid
      FROM programmes_participations p
      JOIN programmes_versions v ON v.id = p.version_id
      LEFT JOIN programmes_equivalences e
        ON e.programme_id = v.programme_id AND e.stands_for_id = $1
       AND e.from_date <= $2 AND e.until_date > $2
       AND e.recorded_at <= $3 AND e.superseded_at > $3
     WHERE p.completed = 1
       AND (v.programme_id = $1 OR e.id IS NOT NULL)
       AND p.ended_on <= $2
       AND p.recorded_at <= $3 AND p.superseded_at > $3
     ORDER BY p.person_id, p.ended_on DESC, p.id DESC
)sql";

std::vector<Completion> list_completions(
    db::Tx& tx, ProgrammeId programme, const std::vector<PersonId>& people, AsOf at
) {
    std::map<PersonId, std::optional<Completion>> latest;
    for (const auto person : people) latest[person] = std::nullopt;

    tx.each(
        select_completions,
        [&](const db::Row& row) {
            const auto asked = latest.find(row.get<PersonId>("person_id"));
            if (asked == latest.end() || asked->second) return;
            Completion completion{
                .person = asked->first,
                .attended = row.get<ProgrammeVersionId>("version_id"),
                .ended_on = row.get<Date>("ended_on"),
                .valid_until = std::nullopt,
            };
            if (const int months = row.get<int>("months_valid"); months > 0) {
                completion.valid_until = add_months(completion.ended_on, months);
            }
            if (!completion.valid_until || *completion.valid_until > at.on) {
                asked->second = completion;
            }
        },
        programme,
        at.on,
        at.known_at
    );

    std::vector<Completion> completions;
    for (const auto& [person, completion] : latest) {
        if (completion) completions.push_back(*completion);
    }
    return completions;
}

}  // namespace nangluc::programmes
