#include "kit/work/audit_seal.hpp"

#include <sodium.h>

#include <algorithm>
#include <map>
#include <utility>

#include "kit/json/json.hpp"
#include "kit/log.hpp"
#include "kit/secrets.hpp"
#include "kit/work/sodium_bytes.hpp"

namespace nangluc {

struct SealedHead {
    std::int64_t chain = 0;
    std::int64_t sequence = 0;
    std::string hash;  // in hexadecimal
};
BOOST_DESCRIBE_STRUCT(SealedHead, (), (chain, sequence, hash))

namespace {

struct Seal {
    std::int64_t number = 0;
    Instant at;
    std::string heads;
    std::string previous;
    std::string public_key;
    std::string signature;
};

// What is signed. Its form never changes: another one would need another first word.
std::string signed_text(const Seal& seal) {
    return "nangluc-audit-seal-1 " + std::to_string(seal.number) + " " +
           std::to_string(seal.at.microseconds) + " " + to_hex(seal.previous) + " " + seal.heads;
}

std::string signature_of(const Seal& seal, const std::string& secret_key) {
    const auto text = signed_text(seal);
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(
        as_unsigned(signature), nullptr, as_unsigned(text), text.size(), as_unsigned(secret_key)
    );
    return signature;
}

bool is_signed(const Seal& seal, const std::string& public_key) {
    const auto text = signed_text(seal);
    return seal.public_key == public_key && seal.signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(
               as_unsigned(seal.signature), as_unsigned(text), text.size(), as_unsigned(public_key)
           ) == 0;
}

Seal seal_of(const db::Row& row) {
    return {
        .number = row.get<std::int64_t>("number"),
        .at = row.get<Instant>("at"),
        .heads = row.get<std::string>("heads"),
        .previous = row.get<db::Bytes>("previous").data,
        .public_key = row.get<db::Bytes>("public_key").data,
        .signature = row.get<db::Bytes>("signature").data,
    };
}

}  // namespace

AuditSeals::AuditSeals(db::Db& db, const Clock& clock, const std::string& master_key)
    : db_(db),
      clock_(clock),
      public_key_(crypto_sign_PUBLICKEYBYTES, '\0'),
      secret_key_(crypto_sign_SECRETKEYBYTES, '\0') {
    constexpr std::string_view purpose = "nangluc-audit-seal";
    start_sodium();
    std::string seed(crypto_sign_SEEDBYTES, '\0');
    crypto_generichash(
        as_unsigned(seed),
        seed.size(),
        as_unsigned(purpose),
        purpose.size(),
        as_unsigned(master_key),
        master_key.size()
    );
    crypto_sign_seed_keypair(as_unsigned(public_key_), as_unsigned(secret_key_), as_unsigned(seed));
}

constexpr auto select_heads = R"sql(
    SELECT chain, sequence, hash
      FROM platform_audit_heads
     ORDER BY chain
)sql";

static std::string read_heads(db::Tx& tx) {
    std::vector<SealedHead> heads;
    for (const auto& row : tx.all(select_heads)) {
        heads.push_back({
            .chain = row.get<std::int64_t>("chain"),
            .sequence = row.get<std::int64_t>("sequence"),
            .hash = to_hex(row.get<db::Bytes>("hash").data),
        });
    }
    return json::write(heads);
}

constexpr auto select_last_seal = R"sql(
    SELECT number, at, heads, previous, public_key, signature
      FROM platform_audit_seals
     ORDER BY number DESC
     LIMIT 1
)sql";

constexpr auto insert_seal = R"sql(
    INSERT INTO platform_audit_seals (number, at, heads, previous, public_key, signature)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql";

bool AuditSeals::seal() {
    const auto sealed = db_.transaction([&](db::Tx& tx) -> std::optional<Seal> {
        const auto row = tx.one(select_last_seal);
        const auto last = row ? seal_of(*row) : Seal{.heads = "[]"};
        Seal seal{
            .number = last.number + 1,
            .at = clock_.now(),
            .heads = read_heads(tx),
            .previous = last.signature,
            .public_key = public_key_,
        };
        if (seal.heads == last.heads) return std::nullopt;
        seal.signature = signature_of(seal, secret_key_);
        tx.run(
            insert_seal,
            seal.number,
            seal.at,
            seal.heads,
            db::Bytes{seal.previous},
            db::Bytes{seal.public_key},
            db::Bytes{seal.signature}
        );
        return seal;
    });
    if (!sealed) return false;
    log(Level::info,
        "audit.sealed",
        {{"number", sealed->number},
         {"heads", sealed->heads},
         {"signature", to_hex(sealed->signature)}});
    return true;
}

constexpr auto select_seals = R"sql(
    SELECT number, at, heads, previous, public_key, signature
      FROM platform_audit_seals
     WHERE number > $1
     ORDER BY number
     LIMIT $2
)sql";

constexpr auto select_hash = R"sql(
    SELECT hash
      FROM platform_audit
     WHERE chain = $1 AND sequence = $2
)sql";

static bool is_still_there(db::Tx& tx, const SealedHead& head) {
    const auto row = tx.one(select_hash, head.chain, head.sequence);
    return row && to_hex(row->get<db::Bytes>("hash").data) == head.hash;
}

namespace {

// Follows the seals one after the other.
class SealChain {
public:
    SealChain(db::Tx& tx, const std::string& public_key) : tx_(tx), public_key_(public_key) {}

    bool goes_on_with(const Seal& seal) {
        const bool follows = seal.number == last_ + 1 && seal.previous == previous_;
        last_ = seal.number;
        previous_ = seal.signature;
        if (!follows || !is_signed(seal, public_key_)) return false;
        const auto heads = json::read<std::vector<SealedHead>>(seal.heads);
        return heads && std::ranges::all_of(heads.value(), [&](const SealedHead& head) {
                   return std::exchange(known_[head.chain], head.sequence) == head.sequence ||
                          is_still_there(tx_, head);
               });
    }

private:
    db::Tx& tx_;
    const std::string& public_key_;
    std::int64_t last_ = 0;
    std::string previous_;
    std::map<std::int64_t, std::int64_t> known_;  // by chain: the sequence that was looked up last
};

}  // namespace

SealVerification verify_seals(db::Tx& tx, const std::string& public_key) {
    constexpr int block = 500;
    SealVerification found;
    SealChain chain(tx, public_key);
    std::int64_t last = 0;
    for (bool has_more = true; has_more;) {
        const auto rows = tx.all(select_seals, last, block);
        has_more = rows.size() == block;
        for (const auto& row : rows) {
            const auto seal = seal_of(row);
            last = seal.number;
            ++found.seals;
            if (chain.goes_on_with(seal)) continue;
            found.first_broken = seal.number;
            return found;
        }
    }
    return found;
}

}  // namespace nangluc
