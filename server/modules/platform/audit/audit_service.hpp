#pragma once

#include "kit/kit.hpp"
#include "kit/work/audit_chain.hpp"

#include "modules/platform/audit/audit_store.hpp"

namespace nangluc::platform {

// A record with what its reader may see of it.
struct ReadableRecord {
    AuditRecord record;
    std::string account_name;
    // JSON. Nothing where it concerns a person and the reader may not read personal facts there, or
    // where the person's key was erased.
    std::optional<std::string> change;
};

struct AuditPage {
    std::vector<ReadableRecord> records;
    std::int64_t next_before = 0;  // 0 on the last page
};

class AuditService {
public:
    AuditService(const Kit& kit, PersonKeys& keys) : kit_(kit), keys_(keys) {}

    // What happened where the actor holds read_audit. A page may hold fewer records than asked for
    // while more follow: it ends after so many rows were looked at.
    AuditPage list(const Actor& actor, const AuditFilter& filter);

    // Who read the actor's own file, and when.
    Result<AuditPage> list_own_readings(const Actor& actor, std::int64_t before, int limit);

    // Over the whole audit, so for who holds read_audit at the root of the tree. It is noted that
    // it was asked for.
    Result<AuditVerification> verify(const Actor& actor);

private:
    ReadableRecord readable(db::Tx& tx, const Actor& actor, AuditRecord record) const;
    bool may_read_change(db::Tx& tx, const Actor& actor, const AuditRecord& record) const;

    Kit kit_;
    PersonKeys& keys_;
};

}  // namespace nangluc::platform
