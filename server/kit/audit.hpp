#pragma once

#include <span>
#include <string>
#include <string_view>

#include "kit/actor.hpp"
#include "kit/db/db.hpp"

namespace nangluc {

// What was done to what. `change` is a JSON text of the values before and after; where `person` is
// given it is kept under that person's key, so that erasing the key erases it.
struct AuditEntry {
    std::string_view act;  // noun and past participle: "plan.submitted"
    std::int64_t object = 0;
    UnitId unit = {};
    PersonId person = {};
    std::string change = "{}";
};

// Adds to the audit in the transaction of the change: each row holds the hash of the one before it.
// Every writing use case calls this once for each object it changes. Reading protected facts of a
// person writes one too ("person.facts_read").
class Audit {
public:
    virtual ~Audit() = default;
    virtual void write(db::Tx& tx, const Actor& actor, const AuditEntry& entry) = 0;
    // The same for thousands of objects of one act: one entry each, in this order.
    virtual void write_all(db::Tx& tx, const Actor& actor, std::span<const AuditEntry> entries) = 0;
};

}  // namespace nangluc
