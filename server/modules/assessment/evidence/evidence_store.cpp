#include "modules/assessment/evidence/evidence_store.hpp"

#include "base/clock.hpp"

namespace nangluc::assessment {

constexpr auto insert_evidence = R"sql(
    INSERT INTO assessment_evidence (hash, account_id, bytes, uploaded_at)
    VALUES ($1, $2, $3, $4)
        ON CONFLICT (hash, account_id) DO UPDATE SET uploaded_at = excluded.uploaded_at
)sql";

void add_evidence(db::Tx& tx, const EvidenceFile& file, Instant now) {
    tx.run(insert_evidence, file.hash, file.owner, file.bytes, now);
}

constexpr auto select_evidence = R"sql(
    SELECT bytes
      FROM assessment_evidence
     WHERE hash = $1 AND account_id = $2
)sql";

bool is_evidence_of(db::Tx& tx, std::string_view hash, AccountId owner) {
    return tx.one(select_evidence, hash, owner).has_value();
}

constexpr auto select_rating_with = R"sql(
    SELECT id
      FROM assessment_ratings
     WHERE evidence_hash = $1
     LIMIT 1
)sql";

bool is_evidence_used(db::Tx& tx, std::string_view hash) {
    return tx.one(select_rating_with, hash).has_value();
}

constexpr auto sum_unused = R"sql(
    SELECT CAST(COALESCE(SUM(e.bytes), 0) AS bigint) AS bytes
      FROM assessment_evidence e
     WHERE e.account_id = $1
       AND NOT EXISTS (SELECT 1
                         FROM assessment_ratings r
                        WHERE r.evidence_hash = e.hash)
)sql";

std::int64_t unused_bytes_of(db::Tx& tx, AccountId owner) {
    return tx.one(sum_unused, owner)->get<std::int64_t>("bytes");
}

constexpr auto delete_evidence = R"sql(
    DELETE FROM assessment_evidence
     WHERE hash = $1 AND account_id = $2
)sql";

bool remove_evidence(db::Tx& tx, std::string_view hash, AccountId owner) {
    return tx.run(delete_evidence, hash, owner) == 1;
}

constexpr auto delete_unused_evidence = R"sql(
    DELETE FROM assessment_evidence
     WHERE uploaded_at < $1
       AND NOT EXISTS (SELECT 1
                         FROM assessment_ratings r
                        WHERE r.evidence_hash = assessment_evidence.hash)
)sql";

void remove_unused_evidence(db::Tx& tx, Instant before) {
    tx.run(delete_unused_evidence, before);
}

}  // namespace nangluc::assessment
