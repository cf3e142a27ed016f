#include "modules/organisation/person/account_link_http.hpp"

#include "kit/http/routes.hpp"
#include "modules/organisation/person/account_link.hpp"

namespace nangluc::organisation {

using http::Nothing;
using http::Policy;
using http::Request;

namespace {

struct HolderQuery {
    std::optional<std::string> search;
};
BOOST_DESCRIBE_STRUCT(HolderQuery, (), (search))

struct HolderReply {
    PersonId id;
    std::string staff_number;
    std::string name;
    std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(HolderReply, (), (id, staff_number, name, unit_name))

struct HoldersReply {
    std::vector<HolderReply> items;
};
BOOST_DESCRIBE_STRUCT(HoldersReply, (), (items))

struct LinkBody {
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(LinkBody, (), (account))

}  // namespace

void add_account_link_routes(http::Router& router, AccountLinkService& links) {
    http::Routes at(router, "organisation");
    const auto openers = Policy::needs(Permission::edit_accounts);
    at.get(
        "/account-holders",
        "find_account_holders",
        openers,
        [&](const Request& request, const HolderQuery& query) -> Result<HoldersReply> {
            HoldersReply reply;
            for (const auto& person :
                 links.find_people(request.actor(), query.search.value_or(""))) {
                reply.items.push_back(
                    {person.id, person.staff_number, person.name, person.unit_name}
                );
            }
            return reply;
        }
    );
    at.put(
        "/people/{person}/account",
        "link_account",
        openers,
        [&](const Request& request, const LinkBody& body) -> Result<Nothing> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            TRY(links.link(request.actor(), person, body.account));
            return Nothing{};
        }
    );
    at.del(
        "/people/{person}/account",
        "unlink_account",
        openers,
        [&](const Request& request) -> Result<Nothing> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            TRY(links.unlink(request.actor(), person));
            return Nothing{};
        }
    );
}

}  // namespace nangluc::organisation
