#include "modules/assessment/evidence/evidence_service.hpp"

#include <optional>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/files.hpp"
#include "kit/json/json.hpp"
#include "modules/assessment/evidence/evidence_store.hpp"
#include "modules/assessment/rating/rating_service.hpp"
#include "modules/assessment/rating/rating_store.hpp"

namespace nangluc::assessment {

static constexpr std::int64_t most_unused_bytes = 100 << 20;
static constexpr std::int64_t week = 7 * 86'400LL * 1'000'000;

struct EvidenceChange {
    std::string hash;
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(EvidenceChange, (), (hash, bytes))

// By the first bytes: what a file calls itself proves nothing.
static std::optional<std::pair<std::string, std::string>> kind_of(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return {{"application/pdf", "pdf"}};
    if (bytes.starts_with("\xFF\xD8\xFF")) return {{"image/jpeg", "jpg"}};
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return {{"image/png", "png"}};
    return std::nullopt;
}

Result<> EvidenceService::check_quota(db::Tx& tx, const Actor& actor, const std::string& bytes)
    const {
    const auto more = static_cast<std::int64_t>(bytes.size());
    if (unused_bytes_of(tx, actor.account()) + more > most_unused_bytes) {
        return conflict("evidence.quota");
    }
    return {};
}

Result<std::string> EvidenceService::save(const Actor& actor, const std::string& bytes) {
    if (!kind_of(bytes)) return invalid("evidence.unknown_type", {{"", "unknown_type"}});
    TRY(kit_.db.read([&](db::Tx& tx) { return check_quota(tx, actor, bytes); }));
    // The disk is waited for outside the transaction, so others may have been added meanwhile.
    const auto hash = kit_.files.save(bytes);
    return kit_.db.transaction([&](db::Tx& tx) -> Result<std::string> {
        TRY(check_quota(tx, actor, bytes));
        const EvidenceFile file{hash, actor.account(), static_cast<std::int64_t>(bytes.size())};
        add_evidence(tx, file, kit_.clock.now());
        const EvidenceChange change{hash, file.bytes};
        kit_.audit.write(tx, actor, {.act = "evidence.sent", .change = json::write(change)});
        return hash;
    });
}

// The file itself is swept by the housekeeping, unless somebody else sent the same.
Result<> EvidenceService::remove(const Actor& actor, const std::string& hash) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        if (!is_evidence_of(tx, hash, actor.account())) return not_found("evidence");
        if (is_evidence_used(tx, hash)) return conflict("evidence.in_use");

        remove_evidence(tx, hash, actor.account());
        const EvidenceChange change{hash};
        kit_.audit.write(tx, actor, {.act = "evidence.removed", .change = json::write(change)});
        return {};
    });
}

Result<Evidence> EvidenceService::read(const Actor& actor, RatingId id) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<Evidence> {
        const auto rating = TRY(find_rating(tx, id));
        if (!require_reading(tx, kit_, actor, rating.person)) return not_found("rating");
        if (rating.evidence_hash.empty()) return not_found("evidence");

        auto bytes = TRY(kit_.files.read(rating.evidence_hash));
        const auto kind = kind_of(bytes);
        if (!kind) return not_found("evidence");
        kit_.audit.write(
            tx, actor, {.act = "rating.evidence_read", .object = id.value, .person = rating.person}
        );
        return Evidence{std::move(bytes), kind->first, kind->second};
    });
}

void EvidenceService::forget_unused() {
    kit_.db.transaction([&](db::Tx& tx) {
        remove_unused_evidence(tx, {kit_.clock.now().microseconds - week});
    });
}

}  // namespace nangluc::assessment
