#include <doctest/doctest.h>

#include "modules/organisation/tests/staffed.hpp"
#include "modules/platform/api.hpp"

using namespace nangluc;
using namespace nangluc::organisation;

namespace {

constexpr AccountId theirs{501};
constexpr AccountId other{502};
constexpr AccountId far{503};

// An administrator of Mường Ảng, with two accounts there and one of the neighbour.
struct Desk : Staffed {
    Desk() {
        kit.db.transaction([&](db::Tx& tx) {
            add(tx, theirs, "binh.qv", muong_ang);
            add(tx, other, "other", muong_ang);
            add(tx, far, "far", bung_lao);
        });
        act_as(muong_ang, {Permission::edit_accounts});
    }

    http::Reply link(PersonId person, AccountId account) {
        return client.put(
            at(person, "/account"), R"({"account":")" + to_text(account.value) + R"("})"
        );
    }

    AccountId account_of(PersonId person) {
        return kit.db.read([&](db::Tx& tx) { return platform::find_account_of_person(tx, person); }
        );
    }

private:
    void add(db::Tx& tx, AccountId id, const std::string& login, UnitId unit) {
        const platform::AccountToAdd account{
            .id = id,
            .login = login,
            .unit = unit,
            .place = path_of(tx, unit, AsOf::latest(today)).value(),
            .name = "Quàng Văn Bình",
            .sort_key = {},
            .password_hash = {},
        };
        platform::add_accounts(tx, kit.clock, {&account, 1});
    }
};

}  // namespace

TEST_CASE("who opens accounts finds a person by name or number, and reads no file") {
    Desk now;

    const auto found = now.text("/account-holders?search=0302");

    CHECK(
        found == R"({"items":[{"id":"6002","staff_number":"0302","name":"Quàng Văn Bình",)"
                 R"("unit_name":"Văn phòng HĐND và UBND"}]})"
    );
    CHECK(now.text("/account-holders?search=binh") == found);
    CHECK(now.client.get(now.at(now.binh)).status == 403);
}

TEST_CASE("people of another place are not found to be given accounts") {
    Desk now;

    CHECK(now.text("/account-holders?search=0500") == R"({"items":[]})");
    CHECK(now.text("/account-holders?search=050") == R"({"items":[]})");
}

TEST_CASE("an account is linked to its person once") {
    Desk now;

    CHECK(now.link(now.binh, theirs).status == 204);

    CHECK(now.account_of(now.binh) == theirs);
    CHECK(testing::code_of(now.link(now.head, theirs)) == "account.has_person");
    CHECK(testing::code_of(now.link(now.binh, other)) == "account.person_has_one");
}

TEST_CASE("neither a person nor an account of another place is linked") {
    Desk now;

    CHECK(now.link(now.far_person, theirs).status == 404);
    CHECK(now.link(now.binh, far).status == 404);
    now.act_as_hr_officer();
    CHECK(now.link(now.binh, theirs).status == 403);

    CHECK_FALSE(now.account_of(now.binh));
}

TEST_CASE("a wrong link is taken back by who opens accounts there, and the audit tells") {
    Desk now;
    REQUIRE(now.link(now.head, theirs).status == 204);
    now.act_as(now.bung_lao, {Permission::edit_accounts});
    CHECK(now.client.del(now.at(now.head, "/account")).status == 404);
    now.act_as(now.muong_ang, {Permission::edit_accounts});

    CHECK(now.client.del(now.at(now.head, "/account")).status == 204);

    CHECK_FALSE(now.account_of(now.head));
    CHECK(testing::code_of(now.client.del(now.at(now.head, "/account"))) == "account");
    CHECK(now.link(now.binh, theirs).status == 204);
    constexpr auto select_act = "SELECT id FROM platform_audit WHERE act = 'account.unlinked'";
    CHECK(now.kit.db.read([&](db::Tx& tx) { return tx.all(select_act).size(); }) == 1);
}
