#include "kit/work/person_keys.hpp"

#include <sodium.h>
#include <sys/stat.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "kit/secrets.hpp"
#include "kit/work/disk.hpp"

namespace nangluc {

std::string master_key(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        write_durably(file, random_bytes(crypto_secretbox_KEYBYTES), S_IRUSR | S_IWUSR);
    }

    struct stat facts {};
    if (stat(file.c_str(), &facts) != 0) {
        throw std::system_error(errno, std::generic_category(), file.string());
    }
    if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        throw std::runtime_error(file.string() + " is open to others than its owner");
    }
    auto key = read_whole(file);
    if (key.size() != crypto_secretbox_KEYBYTES) {
        throw std::runtime_error(file.string() + " is not a key");
    }
    return key;
}

constexpr auto select_person_key = R"sql(
    SELECT sealed_key
      FROM platform_person_keys
     WHERE person_id = $1
)sql";

std::optional<std::string> PersonKeys::find_key(db::Tx& tx, PersonId person, bool& is_erased) {
    const auto row = tx.one(select_person_key, person);
    const auto sealed = row ? row->get<std::optional<db::Bytes>>("sealed_key") : std::nullopt;
    is_erased = row && !sealed;
    if (!sealed) return std::nullopt;
    return nangluc::unseal(master_key_, sealed->data);
}

constexpr auto insert_person_key = R"sql(
    INSERT INTO platform_person_keys (person_id, sealed_key, created_at)
    VALUES ($1, $2, $3)
        ON CONFLICT (person_id) DO NOTHING
)sql";

std::string PersonKeys::make_key(db::Tx& tx, PersonId person) {
    auto key = random_bytes(crypto_secretbox_KEYBYTES);
    const auto sealed = db::Bytes{nangluc::seal(master_key_, key)};
    if (tx.run(insert_person_key, person, sealed, clock_.now()) == 1) return key;

    // Another transaction made it a moment ago.
    bool is_erased = false;
    const auto found = find_key(tx, person, is_erased);
    return found ? *found : key;
}

db::Bytes PersonKeys::seal(db::Tx& tx, PersonId person, std::string_view text) {
    bool is_erased = false;
    auto key = find_key(tx, person, is_erased);
    if (is_erased) key = random_bytes(crypto_secretbox_KEYBYTES);
    if (!key) key = make_key(tx, person);
    return {nangluc::seal(*key, text)};
}

// Most people of a list are new, and have no key yet: keys are made for all, and asked for only
// where somebody had one.
PersonKeys::Keys PersonKeys::keys_of(db::Tx& tx, std::span<const Sealing> sealings) {
    Keys keys;
    for (const auto& sealing : sealings) keys.try_emplace(sealing.person);
    std::vector<db::Values> sets;
    for (auto& [person, key] : keys) {
        key = random_bytes(crypto_secretbox_KEYBYTES);
        sets.push_back({
            db::to_value(person),
            db::to_value(db::Bytes{nangluc::seal(master_key_, key)}),
            db::to_value(clock_.now()),
        });
    }
    const auto made = tx.run_each(insert_person_key, sets);
    if (made == static_cast<std::int64_t>(keys.size())) return keys;

    for (auto& [person, key] : keys) {
        bool is_erased = false;
        if (auto found = find_key(tx, person, is_erased)) key = std::move(*found);
    }
    return keys;
}

std::vector<db::Bytes> PersonKeys::seal_all(db::Tx& tx, std::span<const Sealing> sealings) {
    const auto keys = keys_of(tx, sealings);
    std::vector<db::Bytes> sealed;
    for (const auto& [person, text] : sealings) {
        sealed.push_back({nangluc::seal(keys.at(person), text)});
    }
    return sealed;
}

std::optional<std::string> PersonKeys::unseal(
    db::Tx& tx, PersonId person, const db::Bytes& sealed
) {
    bool is_erased = false;
    const auto key = find_key(tx, person, is_erased);
    if (!key) return std::nullopt;
    return nangluc::unseal(*key, sealed.data);
}

constexpr auto upsert_erased_key = R"sql(
    INSERT INTO platform_person_keys (person_id, sealed_key, created_at, erased_at)
    VALUES ($1, NULL, $2, $2)
        ON CONFLICT (person_id) DO UPDATE SET sealed_key = NULL, erased_at = $2
                                    WHERE platform_person_keys.erased_at IS NULL
)sql";

bool PersonKeys::erase(db::Tx& tx, PersonId person) {
    return tx.run(upsert_erased_key, person, clock_.now()) == 1;
}

}  // namespace nangluc
