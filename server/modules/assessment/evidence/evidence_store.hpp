#pragma once

#include <string_view>

#include "kit/db/db.hpp"
#include "modules/assessment/api.hpp"

namespace nangluc::assessment {

// A file that somebody sent to rest a rating on.
struct EvidenceFile {
    std::string hash;
    AccountId owner;
    std::int64_t bytes = 0;
};

// The same file sent again by the same person is as good as new.
void add_evidence(db::Tx& tx, const EvidenceFile& file, Instant now);
bool is_evidence_of(db::Tx& tx, std::string_view hash, AccountId owner);
// Whether a rating names it.
bool is_evidence_used(db::Tx& tx, std::string_view hash);
// The bytes that an account sent, without those that ratings rest on.
std::int64_t unused_bytes_of(db::Tx& tx, AccountId owner);
// False where it is not theirs.
bool remove_evidence(db::Tx& tx, std::string_view hash, AccountId owner);
// Forgets what was sent before then and no rating rests on.
void remove_unused_evidence(db::Tx& tx, Instant before);

}  // namespace nangluc::assessment
