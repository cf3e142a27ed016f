#include "kit/work/audit_chain.hpp"

#include <map>

#include "kit/secrets.hpp"

namespace nangluc {

namespace {

struct AuditRow {
    std::int64_t chain = 0;
    std::int64_t sequence = 0;
    std::int64_t id = 0;
    Instant at;
    AccountId account;
    std::string act;
    std::int64_t object = 0;
    UnitId unit;
    PersonId person;
    std::string change;
    Origin origin;
    std::string previous_hash;
};

void append_number(std::string& bytes, std::int64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8) {
        bytes += static_cast<char>((static_cast<std::uint64_t>(number) >> shift) & 0xff);
    }
}

// With its length before it, so that no two rows have the same bytes.
void append_text(std::string& bytes, std::string_view text) {
    append_number(bytes, static_cast<std::int64_t>(text.size()));
    bytes += text;
}

// What is hashed. Its form never changes: another one would need another first word.
std::string hash_of(const AuditRow& row) {
    std::string bytes = "nangluc-audit-1";
    append_number(bytes, row.chain);
    append_number(bytes, row.sequence);
    append_number(bytes, row.id);
    append_number(bytes, row.at.microseconds);
    append_number(bytes, row.account.value);
    append_text(bytes, row.act);
    append_number(bytes, row.object);
    append_number(bytes, row.unit.value);
    append_number(bytes, row.person.value);
    append_text(bytes, row.change);
    append_text(bytes, row.origin.request_id);
    append_text(bytes, row.origin.idempotency_key);
    append_text(bytes, row.previous_hash);
    return sha256(bytes);
}

std::string first_hash() {
    return std::string(32, '\0');
}

std::int64_t chain_of(const db::Tx& tx, AccountId account) {
    if (tx.engine() == db::Engine::sqlite) return 0;
    std::string bytes;
    append_number(bytes, account.value);
    return sha256(bytes).front() & 15;
}

}  // namespace

// Locks the chain until the transaction ends, and says what the row before holds.
constexpr auto advance_head = R"sql(
    INSERT INTO platform_audit_heads (chain, sequence, at, hash)
    VALUES ($1, $4, $2, $3)
        ON CONFLICT (chain) DO UPDATE SET sequence = platform_audit_heads.sequence + excluded.sequence
    RETURNING sequence, hash
)sql";

// What the rows to come follow on.
struct Head {
    std::int64_t sequence = 0;  // of the last row there is
    std::string hash;
};

static Head advance(db::Tx& tx, std::int64_t chain, Instant at, std::size_t rows) {
    const auto more = static_cast<std::int64_t>(rows);
    const auto head = tx.one(advance_head, chain, at, db::Bytes{first_hash()}, more).value();
    return {head.get<std::int64_t>("sequence") - more, head.get<db::Bytes>("hash").data};
}

constexpr auto update_head = R"sql(
    UPDATE platform_audit_heads
       SET at = $2, hash = $3
     WHERE chain = $1
)sql";

constexpr auto insert_audit_row = R"sql(
    INSERT INTO platform_audit (chain, sequence, id, at, account_id, act, object_id, unit_id,
                                person_id, change, request_id, idempotency_key, previous_hash, hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
)sql";

static std::optional<std::int64_t> given(std::int64_t id) {
    return id != 0 ? std::optional(id) : std::nullopt;
}

static std::optional<std::string> given(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

static AuditRow row_of(const Actor& actor, const AuditEntry& entry, std::int64_t id, Instant at) {
    return {
        .id = id,
        .at = at,
        .account = actor.account(),
        .act = std::string(entry.act),
        .object = entry.object,
        .unit = entry.unit,
        .person = entry.person,
        .change = entry.change,
        .origin = actor.request(),
        .previous_hash = {},
    };
}

void AuditChain::write(db::Tx& tx, const Actor& actor, const AuditEntry& entry) {
    auto row = row_of(actor, entry, ids_.next(), clock_.now());
    row.chain = chain_of(tx, actor.account());
    if (row.person) row.change = keys_.seal(tx, row.person, entry.change).data;

    auto head = advance(tx, row.chain, row.at, 1);
    row.sequence = head.sequence + 1;
    row.previous_hash = std::move(head.hash);
    const auto hash = db::Bytes{hash_of(row)};

    tx.run(
        insert_audit_row,
        row.chain,
        row.sequence,
        row.id,
        row.at,
        row.account,
        row.act,
        given(row.object),
        row.unit,
        row.person,
        db::Bytes{row.change},
        row.origin.request_id,
        given(row.origin.idempotency_key),
        db::Bytes{row.previous_hash},
        hash
    );
    tx.run(update_head, row.chain, row.at, hash);
}

static void load_rows(db::Tx& tx, const std::vector<AuditRow>& rows, std::string& hash) {
    using db::to_value;
    tx.load(
        "platform_audit",
        {"chain",
         "sequence",
         "id",
         "at",
         "account_id",
         "act",
         "object_id",
         "unit_id",
         "person_id",
         "change",
         "request_id",
         "idempotency_key",
         "previous_hash",
         "hash"},
        [&, next = std::size_t{0}](db::Values& values) mutable {
            if (next == rows.size()) return false;
            auto row = rows[next++];
            row.previous_hash = std::move(hash);
            hash = hash_of(row);
            values = {
                to_value(row.chain),
                to_value(row.sequence),
                to_value(row.id),
                to_value(row.at),
                to_value(row.account),
                to_value(row.act),
                to_value(given(row.object)),
                to_value(row.unit),
                to_value(row.person),
                to_value(db::Bytes{row.change}),
                to_value(row.origin.request_id),
                to_value(given(row.origin.idempotency_key)),
                to_value(db::Bytes{row.previous_hash}),
                to_value(db::Bytes{hash}),
            };
            return true;
        }
    );
}

void AuditChain::write_all(db::Tx& tx, const Actor& actor, std::span<const AuditEntry> entries) {
    if (entries.empty()) return;
    std::vector<PersonKeys::Sealing> sealings;
    for (const auto& entry : entries) {
        if (entry.person) sealings.push_back({entry.person, entry.change});
    }
    auto sealed = keys_.seal_all(tx, sealings);

    const auto chain = chain_of(tx, actor.account());
    const auto now = clock_.now();
    auto head = advance(tx, chain, now, entries.size());
    std::vector<AuditRow> rows;
    auto next_sealed = sealed.begin();
    for (const auto& entry : entries) {
        auto& row = rows.emplace_back(row_of(actor, entry, ids_.next(), now));
        row.chain = chain;
        row.sequence = ++head.sequence;
        if (row.person) row.change = std::move((next_sealed++)->data);
    }
    load_rows(tx, rows, head.hash);
    tx.run(update_head, chain, now, db::Bytes{head.hash});
}

constexpr auto select_audit_rows = R"sql(
    SELECT chain, sequence, id, at, account_id, act, object_id, unit_id, person_id, change,
           request_id, idempotency_key, previous_hash, hash
      FROM platform_audit
     WHERE chain > $1 OR (chain = $1 AND sequence > $2)
     ORDER BY chain, sequence
     LIMIT $3
)sql";

static AuditRow audit_row_of(const db::Row& row) {
    return {
        .chain = row.get<std::int64_t>("chain"),
        .sequence = row.get<std::int64_t>("sequence"),
        .id = row.get<std::int64_t>("id"),
        .at = row.get<Instant>("at"),
        .account = row.get<AccountId>("account_id"),
        .act = row.get<std::string>("act"),
        .object = row.get<std::optional<std::int64_t>>("object_id").value_or(0),
        .unit = row.get<UnitId>("unit_id"),
        .person = row.get<PersonId>("person_id"),
        .change = row.get<db::Bytes>("change").data,
        .origin =
            {.request_id = row.get<std::string>("request_id"),
             .idempotency_key =
                 row.get<std::optional<std::string>>("idempotency_key").value_or("")},
        .previous_hash = row.get<db::Bytes>("previous_hash").data,
    };
}

constexpr auto select_audit_heads = R"sql(
    SELECT chain, sequence, hash
      FROM platform_audit_heads
     ORDER BY chain
)sql";

namespace {

// How far a chain has been followed.
struct Reached {
    std::int64_t sequence = 0;
    std::string hash = first_hash();
};

std::optional<AuditFlaw> flaw_of(
    const AuditRow& row, const std::string& hash, const Reached& before
) {
    if (hash_of(row) != hash) return AuditFlaw::altered;
    if (row.sequence != before.sequence + 1) return AuditFlaw::missing;
    if (row.previous_hash != before.hash) return AuditFlaw::reordered;
    return std::nullopt;
}

}  // namespace

// Block by block, so that years of rows are neither held at once nor by one statement, and no more
// are read after the first flaw.
static void follow_chains(
    db::Tx& tx, AuditVerification& found, std::map<std::int64_t, Reached>& chains
) {
    constexpr std::size_t block = 2'000;
    std::int64_t chain = -1;
    std::int64_t sequence = 0;
    for (bool has_more = true; has_more && !found.first_flaw;) {
        const auto rows = tx.all(select_audit_rows, chain, sequence, static_cast<int>(block));
        has_more = rows.size() == block;
        for (const auto& stored : rows) {
            const auto row = audit_row_of(stored);
            const auto hash = stored.get<db::Bytes>("hash").data;
            chain = row.chain;
            sequence = row.sequence;
            auto& reached = chains[chain];
            if (const auto flaw = flaw_of(row, hash, reached)) {
                found.first_flaw = {*flaw, static_cast<int>(chain), sequence};
                return;
            }
            reached = {sequence, hash};
            ++found.rows;
        }
    }
}

AuditVerification verify_audit(db::Tx& tx) {
    AuditVerification found;
    std::map<std::int64_t, Reached> chains;
    follow_chains(tx, found, chains);
    if (found.first_flaw) return found;

    const auto note = [&](AuditFlaw flaw, std::int64_t chain, std::int64_t sequence) {
        if (!found.first_flaw) found.first_flaw = {flaw, static_cast<int>(chain), sequence};
    };
    for (const auto& head : tx.all(select_audit_heads)) {
        const auto chain = head.get<std::int64_t>("chain");
        const auto reached = chains[chain];
        chains.erase(chain);
        if (reached.sequence != head.get<std::int64_t>("sequence")) {
            note(AuditFlaw::missing, chain, reached.sequence + 1);
        } else if (reached.hash != head.get<db::Bytes>("hash").data) {
            note(AuditFlaw::altered, chain, reached.sequence);
        }
    }
    for (const auto& [chain, reached] : chains)
        note(AuditFlaw::missing, chain, reached.sequence + 1);
    return found;
}

}  // namespace nangluc
