#include "kit/db/db.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

static Competency competency_of(const db::Row& row) {
    return {
        .id = row.get<CompetencyId>("id"),
        .code = row.get<std::string>("code"),
        .scale = row.get<ScaleId>("scale_id"),
        .levels = row.get<int>("levels"),
        .block = row.get<int>("block"),
        .slot = row.get<int>("slot"),
        .name = row.get<std::optional<std::string>>("name").value_or(""),
        .area = row.get<std::optional<std::string>>("area").value_or(""),
    };
}

// Words, area and scale come from one version: the newest approved one that has a name in the
// language asked for, else in English, else the newest there is; drafts after all others.
constexpr auto select_competencies = R"sql(
    WITH named AS (
        SELECT t.version_id, t.object_kind, t.object_id, t.text,
               CASE t.language WHEN $1 THEN 0 WHEN 'en' THEN 1 ELSE 2 END AS preference,
               ROW_NUMBER() OVER (
                   PARTITION BY t.version_id, t.object_kind, t.object_id
                   ORDER BY CASE t.language WHEN $1 THEN 0 WHEN 'en' THEN 1 ELSE 2 END, t.language
               ) AS place
          FROM competency_texts t
         WHERE t.kind = 'name' AND t.level = 0 AND t.object_kind IN ('competency', 'area')
    ), held AS (
        SELECT i.competency_id, i.area_id, i.version_id, v.scale_id, n.text,
               ROW_NUMBER() OVER (
                   PARTITION BY i.competency_id
                   ORDER BY CASE v.status WHEN 'approved' THEN 0 ELSE 1 END, n.preference,
                            v.from_date DESC, v.id
               ) AS place
          FROM competency_version_items i
          JOIN competency_framework_versions v ON v.id = i.version_id
          LEFT JOIN named n
            ON n.version_id = i.version_id AND n.object_kind = 'competency'
           AND n.object_id = i.competency_id AND n.place = 1
    )
    SELECT c.id, c.code, c.block, c.slot, h.text AS name, a.text AS area,
           COALESCE(h.scale_id, c.scale_id) AS scale_id,
           (SELECT COUNT(*) FROM competency_levels l
             WHERE l.scale_id = COALESCE(h.scale_id, c.scale_id)) AS levels
      FROM competency_competencies c
      LEFT JOIN held h ON h.competency_id = c.id AND h.place = 1
      LEFT JOIN named a
        ON a.version_id = h.version_id AND a.object_kind = 'area'
       AND a.object_id = h.area_id AND a.place = 1
     WHERE (c.id = $2 OR $2 = 0)
     ORDER BY c.block, c.slot
)sql";

std::vector<Competency> list_competencies(db::Tx& tx, std::string_view language) {
    std::vector<Competency> competencies;
    for (const auto& row : tx.all(select_competencies, language, 0)) {
        competencies.push_back(competency_of(row));
    }
    return competencies;
}

Result<Competency> find_competency(db::Tx& tx, CompetencyId id, std::string_view language) {
    const auto row = tx.one(select_competencies, language, id.value);
    if (!row) return not_found("competency");
    return competency_of(*row);
}

}  // namespace nangluc::competency
