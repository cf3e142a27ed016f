#include "kit/db/db.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

// From the newest version that holds the competency, drafts after approved ones; each level and
// kind in the language asked for, else in English, else in the first there is.
constexpr auto select_descriptors = R"sql(
    WITH newest AS (
        SELECT i.version_id
          FROM competency_version_items i
          JOIN competency_framework_versions v ON v.id = i.version_id
         WHERE i.competency_id = $1
         ORDER BY CASE v.status WHEN 'approved' THEN 0 ELSE 1 END, v.from_date DESC, v.id
         LIMIT 1
    ), worded AS (
        SELECT t.level, t.kind, t.seq, t.text,
               DENSE_RANK() OVER (
                   PARTITION BY t.level, t.kind
                   ORDER BY CASE t.language WHEN $2 THEN 0 WHEN 'en' THEN 1 ELSE 2 END, t.language
               ) AS place
          FROM competency_texts t
          JOIN newest n ON n.version_id = t.version_id
         WHERE t.object_kind = 'competency' AND t.object_id = $1 AND t.level > 0
    )
    SELECT level, kind, text
      FROM worded
     WHERE place = 1
     ORDER BY level, kind, seq
)sql";

std::vector<Descriptor> list_descriptors(
    db::Tx& tx, CompetencyId competency, std::string_view language
) {
    std::vector<Descriptor> descriptors;
    for (const auto& row : tx.all(select_descriptors, competency, language)) {
        descriptors.push_back({
            .level = row.get<int>("level"),
            .kind = row.get<std::string>("kind"),
            .text = row.get<std::string>("text"),
        });
    }
    return descriptors;
}

}  // namespace nangluc::competency
