#include "modules/assessment/evidence/evidence_store.hpp"
#include "modules/assessment/module.hpp"

namespace nangluc::assessment {

constexpr auto select_any_evidence = R"sql(
    SELECT hash
      FROM assessment_evidence
     WHERE hash = $1
     LIMIT 1
)sql";

bool keeps_file(db::Tx& tx, std::string_view hash) {
    return tx.one(select_any_evidence, hash).has_value() || is_evidence_used(tx, hash);
}

}  // namespace nangluc::assessment
