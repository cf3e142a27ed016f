#include "modules/organisation/reorganisation/reorganisation_http.hpp"

#include <algorithm>

#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/organisation/reorganisation/reorganisation_reply.hpp"

namespace nangluc::organisation {

using namespace http;

namespace {

struct NewReorganisation {
    UnitId root;
    std::string title;
    std::string decision_number;
    std::string issuer;
    Date effective_on;
};
BOOST_DESCRIBE_STRUCT(NewReorganisation, (), (root, title, decision_number, issuer, effective_on))

struct ReorganisationDraft {
    std::string title;
    std::string decision_number;
    std::string issuer;
    Date effective_on;
    json::BigList<ReorganisationStep> steps;
};
BOOST_DESCRIBE_STRUCT(
    ReorganisationDraft, (), (title, decision_number, issuer, effective_on, steps)
)

struct ReorganisationRef {
    ReorganisationId id;
};
BOOST_DESCRIBE_STRUCT(ReorganisationRef, (), (id))

struct PromisedUnit {
    UnitId unit;
};
BOOST_DESCRIBE_STRUCT(PromisedUnit, (), (unit))

struct ReorganisationVersion {
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(ReorganisationVersion, (), (version))

struct ReorganisationReturn {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReorganisationReturn, (), (reason))

struct ReorganisationPlacement {
    PersonId person;
    UnitId unit;
};
BOOST_DESCRIBE_STRUCT(ReorganisationPlacement, (), (person, unit))

struct ReorganisationPlacements {
    std::vector<ReorganisationPlacement> placements;
};
BOOST_DESCRIBE_STRUCT(ReorganisationPlacements, (), (placements))

struct ReorganisationsReply {
    std::vector<ReorganisationLine> items;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(ReorganisationsReply, (), (items, actions))

struct UnplacedQuery {
    std::optional<std::string> cursor;
    std::optional<int> limit;
    std::optional<bool> open;  // only those nobody answered for
};
BOOST_DESCRIBE_STRUCT(UnplacedQuery, (), (cursor, limit, open))

struct AfterPerson {
    std::string sort_key;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(AfterPerson, (), (sort_key, person))

std::vector<Step> steps_of(const ReorganisationDraft& body) {
    std::vector<Step> steps;
    for (const auto& step : body.steps.items) steps.push_back(step_of(step));
    return steps;
}

Result<Page<PersonToPlaceReply>> page_of(
    const std::vector<Unplaced>& people, const UnplacedQuery& query
) {
    const auto after = TRY(decode_cursor<AfterPerson>(query.cursor));
    const auto limit = static_cast<std::size_t>(std::clamp(query.limit.value_or(50), 1, 200));
    Page<PersonToPlaceReply> page;
    const Unplaced* last = nullptr;
    for (const auto& person : people) {
        const auto& line = person.line;
        if (query.open.value_or(false) && line.placed) continue;
        if (after &&
            std::pair(line.sort_key, line.person) <= std::pair(after->sort_key, after->person)) {
            continue;
        }
        if (page.items.size() == limit) {
            page.next = encode_cursor(AfterPerson{last->line.sort_key, last->line.person});
            break;
        }
        page.items.push_back(reply_of(person));
        last = &person;
    }
    return page;
}

void add_reads(Routes& at, ReorganisationService& reorganisations) {
    const auto anyone = Policy::signed_in();
    at.get(
        "/reorganisations",
        "list_reorganisations",
        anyone,
        [&](const Request& request) -> Result<ReorganisationsReply> {
            ReorganisationsReply reply;
            for (const auto& page : reorganisations.list(request.actor())) {
                reply.items.push_back(line_of(page));
            }
            if (request.actor().may_somewhere(Permission::prepare_reorganisations)) {
                reply.actions.emplace_back("prepare");
            }
            return reply;
        }
    );
    at.get(
        "/reorganisations/{id}",
        "read_reorganisation",
        anyone,
        [&](const Request& request) -> Result<Versioned<ReorganisationReply>> {
            const auto id = TRY(request.path_id<ReorganisationId>("id"));
            const auto page = TRY(reorganisations.find(request.actor(), id));
            return Versioned<ReorganisationReply>{reply_of(page), page.reorganisation.version};
        }
    );
    at.get(
        "/reorganisations/{id}/preview",
        "preview_reorganisation",
        anyone,
        [&](const Request& request) -> Result<ReorganisationPreview> {
            const auto id = TRY(request.path_id<ReorganisationId>("id"));
            return reply_of(TRY(reorganisations.preview(request.actor(), id)));
        }
    );
    at.get(
        "/reorganisations/{id}/unplaced",
        "list_people_to_place",
        Policy::needs(Permission::read_people),
        [&](const Request& request,
            const UnplacedQuery& query) -> Result<Page<PersonToPlaceReply>> {
            const auto id = TRY(request.path_id<ReorganisationId>("id"));
            return page_of(TRY(reorganisations.unplaced(request.actor(), id)), query);
        }
    );
}

void add_preparing(Routes& at, ReorganisationService& reorganisations) {
    const auto preparers = Policy::needs(Permission::prepare_reorganisations);
    at.post(
        "/reorganisations",
        "prepare_reorganisation",
        preparers,
        [&](const Request& request,
            const NewReorganisation& body) -> Result<Created<ReorganisationRef>> {
            const auto id = TRY(reorganisations.prepare(
                request.actor(),
                {body.root, body.title, body.decision_number, body.issuer, body.effective_on}
            ));
            return Created<ReorganisationRef>{{id}, "/reorganisations/" + to_text(id.value)};
        }
    );
    at.post(
        "/reorganisations/{id}/units",
        "promise_unit",
        preparers,
        [&](const Request& request) -> Result<PromisedUnit> {
            const auto id = TRY(request.path_id<ReorganisationId>("id"));
            return PromisedUnit{TRY(reorganisations.promise(request.actor(), id))};
        }
    );
    at.put(
        "/reorganisations/{id}",
        "edit_reorganisation",
        preparers,
        [&](const Request& request,
            const ReorganisationDraft& body) -> Result<Versioned<ReorganisationVersion>> {
            const auto id = TRY(request.path_id<ReorganisationId>("id"));
            const auto read = TRY(request.if_match());
            const auto version = TRY(reorganisations.edit(
                request.actor(),
                id,
                read,
                {{}, body.title, body.decision_number, body.issuer, body.effective_on},
                steps_of(body)
            ));
            return Versioned<ReorganisationVersion>{{version}, version};
        }
    );
    at.put(
        "/reorganisations/{id}/placements",
        "place_people",
        preparers,
        [&](const Request& request, const ReorganisationPlacements& body) -> Result<Nothing> {
            const auto id = TRY(request.path_id<ReorganisationId>("id"));
            std::vector<Placement> placements;
            for (const auto& [person, unit] : body.placements) placements.push_back({person, unit});
            TRY(reorganisations.place(request.actor(), id, placements));
            return Nothing{};
        }
    );
}

void add_acts(Routes& at, ReorganisationService& reorganisations) {
    at.post(
        "/reorganisations/{id}/submission",
        "submit_reorganisation",
        Policy::needs(Permission::prepare_reorganisations),
        [&](const Request& request) -> Result<Nothing> {
            const auto id = TRY(request.path_id<ReorganisationId>("id"));
            const auto read = TRY(request.if_match());
            TRY(reorganisations.submit(request.actor(), id, read));
            return Nothing{};
        }
    );
    at.post(
        "/reorganisations/{id}/withdrawal",
        "withdraw_reorganisation",
        Policy::needs(Permission::prepare_reorganisations),
        [&](const Request& request) -> Result<Nothing> {
            const auto id = TRY(request.path_id<ReorganisationId>("id"));
            const auto read = TRY(request.if_match());
            TRY(reorganisations.withdraw(request.actor(), id, read));
            return Nothing{};
        }
    );
    at.post(
        "/reorganisations/{id}/return",
        "return_reorganisation",
        Policy::needs(Permission::decide_reorganisations),
        [&](const Request& request, const ReorganisationReturn& body) -> Result<Nothing> {
            const auto id = TRY(request.path_id<ReorganisationId>("id"));
            const auto read = TRY(request.if_match());
            TRY(reorganisations.give_back(request.actor(), id, read, body.reason));
            return Nothing{};
        }
    );
    at.post(
        "/reorganisations/{id}/approval",
        "approve_reorganisation",
        Policy::needs(Permission::decide_reorganisations),
        [&](const Request& request) -> Result<Nothing> {
            const auto id = TRY(request.path_id<ReorganisationId>("id"));
            const auto read = TRY(request.if_match());
            TRY(reorganisations.approve(request.actor(), id, read));
            return Nothing{};
        }
    );
}

}  // namespace

void add_reorganisation_routes(Router& router, ReorganisationService& reorganisations) {
    Routes at(router, "organisation");
    add_reads(at, reorganisations);
    add_preparing(at, reorganisations);
    add_acts(at, reorganisations);
}

}  // namespace nangluc::organisation
