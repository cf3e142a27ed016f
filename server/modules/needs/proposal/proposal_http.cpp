#include "modules/needs/proposal/proposal_http.hpp"

#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/needs/gap/gap_reply.hpp"
#include "modules/needs/proposal/proposal_service.hpp"

namespace nangluc::needs {

using http::Created;
using http::Policy;
using http::Request;

namespace {

struct ProposalLanguage {
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(ProposalLanguage, (), (language))

struct ProposalQuery : ProposalLanguage {
    std::optional<ProposalStatus> status;
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(ProposalQuery, (ProposalLanguage), (status, limit, cursor))

struct AfterProposal {
    ProposalId id;
};
BOOST_DESCRIBE_STRUCT(AfterProposal, (), (id))

struct NewProposal : ProposalLanguage {
    CompetencyId competency;
    int level = 0;
    std::optional<ProgrammeVersionId> programme;
    std::optional<Date> until;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NewProposal, (ProposalLanguage), (competency, level, programme, until, text))

struct ProposalAgreement : ProposalLanguage {
    std::optional<std::string> answer;
};
BOOST_DESCRIBE_STRUCT(ProposalAgreement, (ProposalLanguage), (answer))

struct ProposalReturn : ProposalLanguage {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ProposalReturn, (ProposalLanguage), (reason))

struct ProposedCompetency {
    CompetencyId id;
    std::string code;
    std::string name;
    int levels = 0;
};
BOOST_DESCRIBE_STRUCT(ProposedCompetency, (), (id, code, name, levels))

struct ProposedProgramme {
    ProgrammeVersionId id;
    std::string title;
    std::string title_en;
};
BOOST_DESCRIBE_STRUCT(ProposedProgramme, (), (id, title, title_en))

struct LearningProposalReply {
    ProposalId id;
    PersonReply person;
    ProposedCompetency competency;
    int level = 0;
    std::optional<int> held;
    int required = 0;
    std::optional<ProposedProgramme> programme;
    std::string text;
    std::optional<Date> until;
    ProposalStatus status{};
    Instant proposed_at;
    std::string decided_by;
    std::optional<Instant> decided_at;
    std::string answer;
    std::optional<RequirementId> requirement;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    LearningProposalReply,
    (),
    (id,
     person,
     competency,
     level,
     held,
     required,
     programme,
     text,
     until,
     status,
     proposed_at,
     decided_by,
     decided_at,
     answer,
     requirement,
     actions)
)

LearningProposalReply reply_of(const ProposalCase& found) {
    const auto& proposal = found.proposal;
    const auto& competency = found.competency;
    LearningProposalReply reply{
        .id = proposal.id,
        .person = needs::reply_of(found.person),
        .competency = {competency.id, competency.code, competency.name, competency.levels},
        .level = proposal.level,
        .held = found.held,
        .required = found.required,
        .programme = {},
        .text = proposal.text,
        .until = proposal.until == Date::never() ? std::nullopt : std::optional(proposal.until),
        .status = proposal.status,
        .proposed_at = proposal.proposed_at,
        .decided_by = found.decided_by,
        .decided_at = {},
        .answer = proposal.answer,
        .requirement = {},
        .actions = {},
    };
    if (const auto& programme = found.programme) {
        reply.programme = {programme->id, programme->title, programme->title_en};
    }
    if (proposal.decided_by) reply.decided_at = proposal.decided_at;
    if (proposal.requirement) reply.requirement = proposal.requirement;
    if (found.may_decide) reply.actions = {"agree", "return"};
    return reply;
}

http::Page<LearningProposalReply> reply_of(const std::vector<ProposalCase>& cases) {
    http::Page<LearningProposalReply> reply;
    for (const auto& found : cases) reply.items.push_back(reply_of(found));
    return reply;
}

std::string words_of(const ProposalLanguage& query) {
    return query.language.value_or("vi");
}

void add_own(http::Routes& at, ProposalService& proposals) {
    at.get(
        "/me/learning-proposals",
        "list_own_learning_proposals",
        Policy::signed_in(),
        [&](const Request& request,
            const ProposalLanguage& query) -> Result<http::Page<LearningProposalReply>> {
            return reply_of(TRY(proposals.list_own(request.actor(), words_of(query))));
        }
    );
    at.post(
        "/me/learning-proposals",
        "propose_learning",
        Policy::signed_in(),
        [&](const Request& request,
            const NewProposal& body) -> Result<Created<LearningProposalReply>> {
            const ProposalService::Wish wish{
                .competency = body.competency,
                .level = body.level,
                .programme = body.programme.value_or(ProgrammeVersionId{}),
                .until = body.until.value_or(Date::never()),
                .text = body.text,
            };
            return Created<LearningProposalReply>{
                reply_of(TRY(proposals.propose(request.actor(), wish, words_of(body))))};
        }
    );
}

void add_deciding(http::Routes& at, ProposalService& proposals) {
    at.get(
        "/learning-proposals",
        "list_learning_proposals",
        Policy::signed_in(),
        [&](const Request& request,
            const ProposalQuery& query) -> Result<http::Page<LearningProposalReply>> {
            const auto after = TRY(http::decode_cursor<AfterProposal>(query.cursor));
            const auto limit = static_cast<std::size_t>(query.limit.value_or(50));
            const ProposalsQuestion question{
                .status = query.status.value_or(ProposalStatus::open),
                .after = after ? after->id : ProposalId{},
                .left_out = {},
                .limit = static_cast<int>(limit) + 1,
            };
            auto page = reply_of(TRY(proposals.list(request.actor(), question, words_of(query))));
            if (page.items.size() > limit) {
                page.items.resize(limit);
                page.next = http::encode_cursor(AfterProposal{page.items.back().id});
            }
            return page;
        }
    );
    at.post(
        "/learning-proposals/{proposal}/agreement",
        "agree_learning_proposal",
        Policy::signed_in(),
        [&](const Request& request,
            const ProposalAgreement& body) -> Result<LearningProposalReply> {
            const auto id = TRY(request.path_id<ProposalId>("proposal"));
            const ProposalService::Decision agreed{
                ProposalStatus::agreed, body.answer.value_or("")};
            return reply_of(TRY(proposals.decide(request.actor(), id, agreed, words_of(body))));
        }
    );
    at.post(
        "/learning-proposals/{proposal}/return",
        "return_learning_proposal",
        Policy::signed_in(),
        [&](const Request& request, const ProposalReturn& body) -> Result<LearningProposalReply> {
            const auto id = TRY(request.path_id<ProposalId>("proposal"));
            const ProposalService::Decision returned{ProposalStatus::returned, body.reason};
            return reply_of(TRY(proposals.decide(request.actor(), id, returned, words_of(body))));
        }
    );
}

}  // namespace

void add_proposal_routes(http::Router& router, ProposalService& proposals) {
    http::Routes at(router, "needs");
    add_own(at, proposals);
    add_deciding(at, proposals);
}

}  // namespace nangluc::needs
