#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/clock.hpp"
#include "kit/db/db.hpp"

namespace nangluc {

// The secret of the installation, 32 bytes, made at the first start in a file that only its owner
// may read (0600). Throws where the file cannot be made, has another size or is open to others.
// Whoever loses the file loses every sealed value; it is backed up apart from the database.
std::string master_key(const std::filesystem::path& file);

// One key a person, sealed under the master key. What is sealed under it stays readable until the
// key is erased, and then nowhere, backups of the rows included. Thread-safe.
class PersonKeys {
public:
    PersonKeys(const Clock& clock, std::string master_key)
        : clock_(clock), master_key_(std::move(master_key)) {}

    // Makes the person's key at the first use. Of a person whose key was erased nothing is kept:
    // the sealed text is then unreadable from the start.
    db::Bytes seal(db::Tx& tx, PersonId person, std::string_view text);
    // The same for many texts, each under the key of its person, in this order.
    struct Sealing {
        PersonId person;
        std::string_view text;
    };
    std::vector<db::Bytes> seal_all(db::Tx& tx, std::span<const Sealing> sealings);
    // Nothing where the key was erased. Throws where the bytes were tampered with.
    std::optional<std::string> unseal(db::Tx& tx, PersonId person, const db::Bytes& sealed);
    // False where it was erased already. A person without a key gets an erased one, so that none is
    // made later.
    bool erase(db::Tx& tx, PersonId person);

private:
    std::optional<std::string> find_key(db::Tx& tx, PersonId person, bool& is_erased);
    std::string make_key(db::Tx& tx, PersonId person);
    using Keys = std::unordered_map<PersonId, std::string>;
    Keys keys_of(db::Tx& tx, std::span<const Sealing> sealings);

    const Clock& clock_;
    std::string master_key_;
};

}  // namespace nangluc
