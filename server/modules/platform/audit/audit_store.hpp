#pragma once

#include "modules/platform/api.hpp"

namespace nangluc::platform {

// A row of the audit as it is read.
struct AuditRecord {
    std::int64_t id = 0;
    Instant at;
    AccountId account;
    std::string act;
    std::int64_t object = 0;
    UnitId unit;
    PersonId person;
    db::Bytes change;  // sealed where there is a person
    std::string request_id;
};

struct AuditFilter {
    std::optional<std::int64_t> object;
    std::optional<std::string> act;
    std::optional<AccountId> account;
    std::optional<PersonId> person;
    std::optional<UnitId> unit;
    Instant from = {};
    Instant until = Instant::never();
    std::int64_t before = INT64_MAX;  // the id of the last one of the page before
    int limit = 50;
};

// The latest first.
std::vector<AuditRecord> list_audit(db::Tx& tx, const AuditFilter& filter);

// Rows about a person whose act is a reading ("person.facts_read"), the latest first; not their
// own.
std::vector<AuditRecord> list_readings(
    db::Tx& tx, PersonId person, AccountId own, std::int64_t before, int limit
);

}  // namespace nangluc::platform
