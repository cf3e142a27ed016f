#pragma once

#include <optional>

#include "kit/audit.hpp"
#include "kit/work/person_keys.hpp"

namespace nangluc {

// The audit as chains of hashes: one on SQLite, whose writers queue anyway, 16 on PostgreSQL, so
// that commits do not queue behind one head. An account always adds to the same chain: a
// transaction then locks one head, and two of them cannot wait for each other.
class AuditChain final : public Audit {
public:
    AuditChain(const Clock& clock, IdMaker& ids, PersonKeys& keys)
        : clock_(clock), ids_(ids), keys_(keys) {}

    void write(db::Tx& tx, const Actor& actor, const AuditEntry& entry) override;
    void write_all(db::Tx& tx, const Actor& actor, std::span<const AuditEntry> entries) override;

private:
    const Clock& clock_;
    IdMaker& ids_;
    PersonKeys& keys_;
};

// altered: the row is not what was hashed. missing: its number follows no other, or the chain ends
// before its head. reordered: it holds the hash of another row than the one before it.
enum class AuditFlaw { altered, missing, reordered };
BOOST_DESCRIBE_ENUM(AuditFlaw, altered, missing, reordered)

struct AuditFlawAt {
    AuditFlaw flaw;
    int chain = 0;
    std::int64_t sequence = 0;
    BOOST_DESCRIBE_CLASS(AuditFlawAt, (), (flaw, chain, sequence), (), ())
};

struct AuditVerification {
    std::int64_t rows = 0;
    std::optional<AuditFlawAt> first_flaw;
    BOOST_DESCRIBE_CLASS(AuditVerification, (), (rows, first_flaw), (), ())
};

// Reads every row once, in order, and hashes it again. Stops at the first flaw.
AuditVerification verify_audit(db::Tx& tx);

}  // namespace nangluc
