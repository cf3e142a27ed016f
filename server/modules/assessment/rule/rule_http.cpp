#include "modules/assessment/rule/rule_http.hpp"

#include "base/clock.hpp"
#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/assessment/rule/rule_service.hpp"

namespace nangluc::assessment {

using http::Created;
using http::Page;
using http::Policy;
using http::Request;

struct RuleReply {
    RuleId id;
    std::string code;
    int version = 0;
    std::string title;
    RuleDefinition definition;
    std::string decision_number;
    UnitId scope;
    Date from_date;
    Date until_date;
    bool in_force = false;
    Instant recorded_at;
    std::optional<Instant> superseded_at;
    std::optional<JobId> job;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    RuleReply,
    (),
    (id,
     code,
     version,
     title,
     definition,
     decision_number,
     scope,
     from_date,
     until_date,
     in_force,
     recorded_at,
     superseded_at,
     job,
     actions)
)

struct RulesReply {
    std::vector<RuleReply> items;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(RulesReply, (), (items, actions))

struct RuleBody {
    std::string code;
    std::string title;
    RuleDefinition definition;
    std::string decision_number;
    UnitId scope;
    Date from_date;
    std::optional<Date> until_date;
};
BOOST_DESCRIBE_STRUCT(
    RuleBody, (), (code, title, definition, decision_number, scope, from_date, until_date)
)

struct RuleTrial {
    UnitId scope;
    RuleDefinition definition;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(RuleTrial, (), (scope, definition, language))

struct VersionTrial {
    std::optional<RuleDefinition> definition;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(VersionTrial, (), (definition, language))

// Null stands for not assessed.
struct ChangeReply {
    PersonId person;
    std::string person_name;
    CompetencyId competency;
    std::string competency_name;
    std::optional<int> from;
    std::optional<int> to;
};
BOOST_DESCRIBE_STRUCT(ChangeReply, (), (person, person_name, competency, competency_name, from, to))

struct PreviewReply {
    std::int64_t people = 0;
    std::int64_t changed = 0;
    std::int64_t raised = 0;
    std::int64_t lowered = 0;
    std::int64_t gained = 0;
    std::int64_t lost = 0;
    std::vector<ChangeReply> first_changes;
};
BOOST_DESCRIBE_STRUCT(
    PreviewReply, (), (people, changed, raised, lowered, gained, lost, first_changes)
)

struct RuleRunReply {
    RuleRunId id;
    RuleId rule;
    std::optional<JobId> job;
    std::int64_t people = 0;
    std::int64_t changed = 0;
    Instant began_at;
    std::optional<Instant> ended_at;
};
BOOST_DESCRIBE_STRUCT(RuleRunReply, (), (id, rule, job, people, changed, began_at, ended_at))

struct RuleRunsReply {
    std::vector<RuleRunReply> items;
};
BOOST_DESCRIBE_STRUCT(RuleRunsReply, (), (items))

struct ChangesQuery {
    std::optional<int> limit;
    std::optional<std::string> cursor;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(ChangesQuery, (), (limit, cursor, language))

enum class Reach { read_only, editable };

static Reach reach_of(RuleService& rules, const Actor& actor, const StoredRule& stored) {
    return rules.may_edit(actor, stored.rule.scope) ? Reach::editable : Reach::read_only;
}

static RuleReply reply_of(const StoredRule& stored, Date today, Reach reach) {
    const auto& rule = stored.rule;
    const bool is_known = stored.superseded_at == Instant::never();
    return {
        .id = rule.id,
        .code = rule.code,
        .version = rule.version,
        .title = rule.title,
        .definition = rule.definition,
        .decision_number = rule.decision_number,
        .scope = rule.scope,
        .from_date = rule.period.from,
        .until_date = rule.period.until,
        .in_force = is_known && rule.period.contains(today),
        .recorded_at = stored.recorded_at,
        .superseded_at = is_known ? std::nullopt : std::optional(stored.superseded_at),
        .job = {},
        .actions = reach == Reach::editable ? std::vector<std::string>{"edit"}
                                            : std::vector<std::string>{},
    };
}

static ChangeReply reply_of(const NamedChange& named) {
    const auto level = [](int value) {
        return value == not_assessed ? std::nullopt : std::optional(value);
    };
    return {
        .person = named.change.person,
        .person_name = named.person_name,
        .competency = named.change.competency,
        .competency_name = named.competency_name,
        .from = level(named.change.from),
        .to = level(named.change.to),
    };
}

static PreviewReply reply_of(const Preview& preview) {
    PreviewReply reply{
        .people = preview.people,
        .changed = preview.changed,
        .raised = preview.raised,
        .lowered = preview.lowered,
        .gained = preview.gained,
        .lost = preview.lost,
    };
    for (const auto& named : preview.first_changes) {
        reply.first_changes.push_back(reply_of(named));
    }
    return reply;
}

static void add_rule_reading(http::Routes& at, RuleService& rules, const Clock& clock) {
    at.get(
        "/rules",
        "list_rules",
        Policy::signed_in(),
        [&](const Request& request) -> Result<RulesReply> {
            RulesReply reply;
            for (const auto& stored : rules.list()) {
                const auto reach = reach_of(rules, request.actor(), stored);
                reply.items.push_back(reply_of(stored, clock.today(), reach));
            }
            if (request.actor().may_somewhere(Permission::edit_rules)) reply.actions = {"add"};
            return reply;
        }
    );

    at.get(
        "/rules/{rule}",
        "read_rule",
        Policy::signed_in(),
        [&](const Request& request) -> Result<RuleReply> {
            const auto id = TRY(request.path_id<RuleId>("rule"));
            const auto found = TRY(rules.find(id));
            return reply_of(found, clock.today(), reach_of(rules, request.actor(), found));
        }
    );
}

static void add_run_routes(http::Routes& at, RuleService& rules) {
    at.get(
        "/rules/{rule}/runs",
        "list_rule_runs",
        Policy::needs(Permission::edit_rules),
        [&](const Request& request) -> Result<RuleRunsReply> {
            const auto id = TRY(request.path_id<RuleId>("rule"));
            RuleRunsReply reply;
            for (const auto& run : TRY(rules.runs(request.actor(), id))) {
                const auto job = run.job ? std::optional(run.job) : std::nullopt;
                reply.items.push_back(
                    {run.id, run.rule, job, run.people, run.changed, run.began_at, run.ended_at}
                );
            }
            return reply;
        }
    );

    at.get(
        "/rule-runs/{run}/changes",
        "list_rule_changes",
        Policy::needs(Permission::edit_rules),
        [&](const Request& request, const ChangesQuery& query) -> Result<Page<ChangeReply>> {
            const auto id = TRY(request.path_id<RuleRunId>("run"));
            const auto after = TRY(http::decode_cursor<AfterChange>(query.cursor));
            const auto found = TRY(rules.changes(
                request.actor(),
                id,
                after.value_or(AfterChange{}),
                query.limit.value_or(50),
                query.language.value_or("vi")
            ));
            Page<ChangeReply> page;
            for (const auto& named : found.changes) page.items.push_back(reply_of(named));
            if (found.next) page.next = http::encode_cursor(*found.next);
            return page;
        }
    );
}

void add_rule_routes(http::Router& router, RuleService& rules, const Clock& clock) {
    http::Routes at(router, "assessment");
    const auto editors = Policy::needs(Permission::edit_rules);
    add_rule_reading(at, rules, clock);
    add_run_routes(at, rules);

    at.post(
        "/rules",
        "add_rule",
        editors,
        [&](const Request& request, const RuleBody& body) -> Result<Created<RuleReply>> {
            const RuleDraft draft{
                body.code,
                body.title,
                body.definition,
                body.decision_number,
                body.scope,
                {body.from_date, body.until_date.value_or(Date::never())},
            };
            const auto added = TRY(rules.add(request.actor(), draft));
            auto reply = reply_of(added.rule, clock.today(), Reach::editable);
            if (added.job) reply.job = added.job;
            return Created<RuleReply>{reply, "/rules/" + to_text(reply.id.value)};
        }
    );

    at.post(
        "/rules/preview",
        "preview_rule",
        editors,
        [&](const Request& request, const RuleTrial& body) -> Result<PreviewReply> {
            return reply_of(TRY(rules.preview(
                request.actor(), body.scope, body.definition, body.language.value_or("vi")
            )));
        }
    );

    at.post(
        "/rules/{rule}/preview",
        "preview_rule_version",
        editors,
        [&](const Request& request, const VersionTrial& body) -> Result<PreviewReply> {
            const auto id = TRY(request.path_id<RuleId>("rule"));
            const auto rule = TRY(rules.find(id)).rule;
            const auto found = TRY(rules.preview(
                request.actor(),
                rule.scope,
                body.definition.value_or(rule.definition),
                body.language.value_or("vi")
            ));
            return reply_of(found);
        }
    );
}

}  // namespace nangluc::assessment
