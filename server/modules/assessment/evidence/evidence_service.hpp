#pragma once

#include <string>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/assessment/api.hpp"

namespace nangluc::assessment {

struct Evidence {
    std::string bytes;
    std::string content_type;
    std::string extension;
};

// Files that ratings rest on. Who sends one owns it until a rating names it; from then on it is
// part of the record and stays.
class EvidenceService {
public:
    explicit EvidenceService(const Kit& kit) : kit_(kit) {}

    // Takes pdf, jpg and png, by what is in them; the hash to name it by. Refuses
    // evidence.unknown_type, and evidence.quota from somebody whose files of which no rating speaks
    // would be more than 100 MB.
    Result<std::string> save(const Actor& actor, const std::string& bytes);
    // Refuses evidence.in_use where a rating rests on it, not_found("evidence") to who did not send
    // it.
    Result<> remove(const Actor& actor, const std::string& hash);
    Result<Evidence> read(const Actor& actor, RatingId id);

    // What was sent a week ago and no rating rests on is its sender's no longer.
    void forget_unused();

private:
    Result<> check_quota(db::Tx& tx, const Actor& actor, const std::string& bytes) const;

    const Kit& kit_;
};

}  // namespace nangluc::assessment
