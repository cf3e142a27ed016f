#include "modules/competency/requirement/requirement_load.hpp"

#include "base/clock.hpp"

namespace nangluc::competency {

using db::to_value;
using db::Values;

void load_requirements(
    db::Tx& tx, const Kit& kit, const std::function<bool(Requirement& row)>& next
) {
    const auto now = kit.clock.now();
    Requirement row;
    tx.load(
        "competency_requirements",
        {"id",
         "reason_kind",
         "reason_id",
         "reason_word",
         "scope_unit_id",
         "competency_id",
         "minimum",
         "desired",
         "goal",
         "decision_number",
         "note",
         "from_date",
         "until_date",
         "recorded_at",
         "superseded_at"},
        [&](Values& values) {
            row = {};
            if (!next(row)) return false;
            values = {
                to_value(row.id ? row.id : kit.ids.make<RequirementId>()),
                to_value(row.reason.kind),
                to_value(row.reason.id),
                to_value(row.reason.word),
                to_value(row.scope),
                to_value(row.competency),
                to_value(row.minimum),
                to_value(row.desired),
                to_value(row.goal),
                to_value(row.decision_number),
                to_value(""),
                to_value(row.period.from),
                to_value(row.period.until),
                to_value(now),
                to_value(Instant::never()),
            };
            return true;
        }
    );
}

void load_requirements(db::Tx& tx, const Kit& kit, const std::vector<Requirement>& rows) {
    std::size_t at = 0;
    load_requirements(tx, kit, [&](Requirement& row) {
        if (at == rows.size()) return false;
        row = rows[at++];
        return true;
    });
}

void load_next_positions(db::Tx& tx, const Kit& kit, const std::vector<NextPosition>& rows) {
    const auto now = kit.clock.now();
    std::size_t at = 0;
    tx.load(
        "competency_next_positions",
        {"id",
         "person_id",
         "position_id",
         "agreed_by",
         "note",
         "from_date",
         "until_date",
         "recorded_at",
         "superseded_at"},
        [&](Values& values) {
            if (at == rows.size()) return false;
            const auto& row = rows[at++];
            values = {
                to_value(kit.ids.next()),
                to_value(row.person),
                to_value(row.position),
                to_value(row.agreed_by.value),
                to_value(""),
                to_value(row.period.from),
                to_value(row.period.until),
                to_value(now),
                to_value(Instant::never()),
            };
            return true;
        }
    );
}

}  // namespace nangluc::competency
