#include "app/world/accounts.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "kit/secrets.hpp"
#include "modules/platform/account/account_store.hpp"

namespace nangluc::world {

namespace {

using organisation::HoldingKind;
using organisation::HoldingRow;
using platform::AccountToAdd;
using platform::GrantToAdd;
using platform::Role;

enum class Over { commune, division, province, nation };

// Who plays which part: the first holder of the position in the commune or the department.
struct Part {
    std::string_view login;
    Role role;
    std::string_view position;  // empty: an account without a staff record
    Over over;
    std::string_view name = {};
    bool in_nations_only = false;
};
constexpr std::array parts = {
    Part{"nhansu.muongang", Role::hr_officer, "NV", Over::commune},
    Part{"truongphong.muongang", Role::supervisor, "TP", Over::division},
    Part{"congchuc.muongang", Role::civil_servant, "VH", Over::commune},
    Part{"kehoach.dienbien", Role::planner, "TPS", Over::province},
    Part{"lanhdao.dienbien", Role::approver, "GDS", Over::province},
    Part{"danhgia.dienbien", Role::assessor, "CVS", Over::province},
    Part{"quantri", Role::administrator, "", Over::nation, "Quản trị hệ thống"},
    Part{"thanhtra", Role::auditor, "", Over::nation, "Kiểm tra hệ thống"},
    Part{"kehoach.trunguong", Role::planner, "", Over::nation, "Kế hoạch trung ương", true},
    Part{"lanhdao.trunguong", Role::approver, "", Over::nation, "Lãnh đạo trung ương", true},
};

class Accounts {
public:
    Accounts(const Kit& kit, const Offices& offices, const Staff& staff, const Neighbourhood& here)
        : kit_(kit), offices_(offices), staff_(staff), here_(here) {
        for (const auto& place : staff.units.places) places_[place.unit] = place.path;
        for (const auto& post : staff.posts) positions_[post.id] = post.position;
        for (const auto& holding : staff.holdings) {
            const bool is_main = holding.kind == HoldingKind::main && holding.period.is_open();
            if (is_main) holdings_[holding.person] = &holding;
        }
    }

    void add_everybody() {
        for (const auto& person : staff_.people) {
            const auto held = holdings_.find(person.id);
            if (held == holdings_.end()) continue;
            const auto* part = part_of(*held->second);
            add(part ? part->login : person.staff_number, person.id, person.name, *held->second);
            give(part ? part->role : Role::civil_servant, unit_over(part, *held->second));
        }
        for (const auto& part : parts) {
            if (!part.position.empty() || (part.in_nations_only && !here_.is_nation)) continue;
            add_without_record(part);
        }
    }

    const std::vector<AccountToAdd>& accounts() const { return accounts_; }
    const std::vector<GrantToAdd>& grants() const { return grants_; }

private:
    // The part that this holder plays, given once.
    const Part* part_of(const HoldingRow& holding) {
        const auto& place = places_.at(holding.unit);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto& part = parts[i];
            if (part.position.empty() || is_given_[i]) continue;
            const auto position = offices_.positions.at(std::string(part.position)).id;
            const auto& office = part.over == Over::province ? here_.department : here_.commune;
            if (positions_.at(holding.post) != position || !office.path.contains(place)) continue;
            // Of the heads of division, the one of the officer who is rated.
            if (part.role == Role::supervisor && !has_position(holding.unit, "VH")) continue;
            is_given_[i] = true;
            return &part;
        }
        return nullptr;
    }

    bool has_position(UnitId unit, std::string_view code) const {
        const auto position = offices_.positions.at(std::string(code)).id;
        return std::ranges::any_of(staff_.posts, [&](const organisation::PostRow& post) {
            return post.unit == unit && post.position == position;
        });
    }

    UnitId unit_over(const Part* part, const HoldingRow& holding) const {
        if (part == nullptr || part->over == Over::division) return holding.unit;
        if (part->over == Over::commune) return here_.commune.id;
        return part->over == Over::province ? here_.province.id : here_.root;
    }

    void add(
        std::string_view login, PersonId person, std::string_view name, const HoldingRow& holding
    ) {
        accounts_.push_back({
            .id = kit_.ids.make<AccountId>(),
            .login = std::string(login),
            .person = person,
            .unit = holding.unit,
            .place = places_.at(holding.unit),
            .name = std::string(name),
            .sort_key = {},
            .password_hash = {},
            .must_change = false,
        });
    }

    void add_without_record(const Part& part) {
        accounts_.push_back({
            .id = kit_.ids.make<AccountId>(),
            .login = std::string(part.login),
            .person = {},
            .unit = here_.root,
            .place = UnitPath::root(here_.root),
            .name = std::string(part.name),
            .sort_key = {},
            .password_hash = {},
            .must_change = false,
        });
        give(part.role, here_.root);
    }

    void give(Role role, UnitId unit) {
        grants_.push_back({
            .id = kit_.ids.make<GrantId>(),
            .account = accounts_.back().id,
            .role = role,
            .unit = unit,
            .period = {{2025, 7, 1}},
            .reason = "demo",
        });
    }

    const Kit& kit_;
    const Offices& offices_;
    const Staff& staff_;
    const Neighbourhood& here_;
    std::unordered_map<UnitId, UnitPath> places_;
    std::unordered_map<PostId, PositionId> positions_;
    std::unordered_map<PersonId, const HoldingRow*> holdings_;
    std::array<bool, parts.size()> is_given_{};
    std::vector<AccountToAdd> accounts_;
    std::vector<GrantToAdd> grants_;
};

// Sixteen letters and digits that are not mistaken for each other: 80 bits.
std::string random_password() {
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789+";
    std::string password;
    for (const char byte : random_bytes(16)) {
        password += letters[static_cast<unsigned char>(byte) % letters.size()];
        if (password.size() % 5 == 4 && password.size() < 18) password += '-';
    }
    return password;
}

}  // namespace

void add_accounts(
    db::Tx& tx,
    const Kit& kit,
    const Offices& offices,
    const Staff& staff,
    const Neighbourhood& here
) {
    Accounts accounts(kit, offices, staff, here);
    accounts.add_everybody();
    platform::add_accounts(tx, kit.clock, accounts.accounts());
    platform::add_grants(tx, kit.clock, accounts.grants());
}

std::vector<DemoLogin> renew_demo_passwords(const Kit& kit) {
    PasswordHasher hasher;
    std::vector<DemoLogin> logins;
    for (const auto& part : parts) {
        auto password = random_password();
        const auto hash = hasher.hash(password).value();
        const bool is_here = kit.db.transaction([&](db::Tx& tx) {
            const auto account = platform::find_account_by_login(tx, part.login);
            if (!account) return false;
            platform::save_password(tx, account.value().id, {hash, false}, kit.clock.now());
            return true;
        });
        if (!is_here) continue;  // a small nation has not every post
        logins.push_back({name_of(part.role), std::string(part.login), std::move(password)});
    }
    return logins;
}

}  // namespace nangluc::world
