#include "modules/competency/requirement/requirement_http.hpp"

#include "kit/http/as_of.hpp"
#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/competency/requirement/requirement_reply.hpp"
#include "modules/competency/requirement/requirement_sheet.hpp"

namespace nangluc::competency {

using namespace http;

BOOST_DESCRIBE_STRUCT(AfterRequirement, (), (block, slot, id))

namespace {

// Of a post, a position, a group, a rank or a person, as the kind says.
using ReasonId = Id<struct ReasonTag>;

struct RequirementQuery : AsOfQuery {
    UnitId unit;
    std::optional<ReasonKind> reason_kind;
    std::optional<ReasonId> reason_id;
    std::optional<CompetencyId> competency;
    std::optional<std::string> language;
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(
    RequirementQuery,
    (AsOfQuery),
    (unit, reason_kind, reason_id, competency, language, limit, cursor)
)

struct NewRequirement {
    ReasonKind reason_kind = ReasonKind::position;
    std::optional<ReasonId> reason_id;
    std::optional<std::string> reason_word;
    UnitId scope;
    CompetencyId competency;
    int minimum = 1;
    std::optional<int> desired;
    std::optional<Goal> goal;
    std::string decision_number;
    std::optional<std::string> note;
    Date from;
    std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(
    NewRequirement,
    (),
    (reason_kind,
     reason_id,
     reason_word,
     scope,
     competency,
     minimum,
     desired,
     goal,
     decision_number,
     note,
     from,
     until)
)

struct RequirementEnd {
    Date on;
    std::string decision_number;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(RequirementEnd, (), (on, decision_number, note))

struct RequirementCorrection {
    std::optional<int> minimum;
    std::optional<int> desired;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<std::string> decision_number;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(
    RequirementCorrection, (), (minimum, desired, from, until, decision_number, note)
)

struct RequirementRef {
    RequirementId id;
};
BOOST_DESCRIBE_STRUCT(RequirementRef, (), (id))

struct AskedQuery : AsOfQuery {
    std::optional<Goal> goal;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(AskedQuery, (AsOfQuery), (goal, language))

struct AskedForReply {
    CompetencyId competency;
    std::string code;
    std::string name;
    std::string area;
    int levels = 0;
    int minimum = 0;
    int desired = 0;
    std::vector<RequirementReply> reasons;
};
BOOST_DESCRIBE_STRUCT(
    AskedForReply, (), (competency, code, name, area, levels, minimum, desired, reasons)
)

struct AskedReply {
    Date on;
    std::vector<AskedForReply> items;
};
BOOST_DESCRIBE_STRUCT(AskedReply, (), (on, items))

struct ReasonChoiceReply {
    ReasonKind kind = ReasonKind::position;
    std::string id;
    std::string word;
    std::string name;
    std::string name_en;
};
BOOST_DESCRIBE_STRUCT(ReasonChoiceReply, (), (kind, id, word, name, name_en))

struct CompetencyChoiceReply {
    CompetencyId id;
    std::string code;
    std::string name;
    std::string area;
    int levels = 0;
};
BOOST_DESCRIBE_STRUCT(CompetencyChoiceReply, (), (id, code, name, area, levels))

struct RequirementChoices {
    std::vector<ReasonChoiceReply> reasons;
    std::vector<CompetencyChoiceReply> competencies;
};
BOOST_DESCRIBE_STRUCT(RequirementChoices, (), (reasons, competencies))

struct ChoicesQuery : AsOfQuery {
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(ChoicesQuery, (AsOfQuery), (language))

std::string language_of(const std::optional<std::string>& wished) {
    return wished.value_or("vi");
}

AskedReply reply_of(const std::vector<AskedFor>& asked, Date on, const Actor& reader) {
    AskedReply reply{.on = on};
    for (const auto& item : asked) {
        AskedForReply row{
            .competency = item.competency.id,
            .code = item.competency.code,
            .name = item.competency.name,
            .area = item.competency.area,
            .levels = item.competency.levels,
            .minimum = item.minimum,
            .desired = item.desired,
        };
        for (const auto& reason : item.reasons) {
            row.reasons.push_back(competency::reply_of(reason, item.competency, reader));
        }
        reply.items.push_back(std::move(row));
    }
    return reply;
}

RequirementQuestion question_of(const RequirementQuery& query) {
    return {
        .unit = query.unit,
        .kind = query.reason_kind,
        .reason = query.reason_id.value_or(ReasonId{}).value,
        .competency = query.competency.value_or(CompetencyId{}),
        .after = std::nullopt,
    };
}

Result<Page<RequirementReply>> page_of(
    RequirementService& requirements,
    const Request& request,
    const RequirementQuery& query,
    const Clock& clock
) {
    const auto limit = query.limit.value_or(50);
    auto question = question_of(query);
    question.after = TRY(decode_cursor<AfterRequirement>(query.cursor));
    question.limit = limit + 1;
    const auto rows = TRY(requirements.list(request.actor(), question, query.as_of(clock)));
    const auto competencies = requirements.competencies(language_of(query.language));
    Page<RequirementReply> page;
    for (const auto& row : rows) {
        if (page.items.size() == static_cast<std::size_t>(limit)) {
            const auto& last = rows[page.items.size() - 1];
            page.next =
                encode_cursor(AfterRequirement{last.block, last.slot, last.stated.requirement.id});
            break;
        }
        const auto& competency = competencies.at(row.stated.requirement.competency);
        page.items.push_back(competency::reply_of(row, competency, request.actor()));
    }
    return page;
}

StatedRequirement stated_of(const NewRequirement& body) {
    return {
        .requirement =
            {
                .reason =
                    {body.reason_kind,
                     body.reason_id ? body.reason_id->value : 0,
                     body.reason_word.value_or("")},
                .scope = body.scope,
                .competency = body.competency,
                .minimum = body.minimum,
                .desired = body.desired.value_or(body.minimum),
                .goal = body.goal.value_or(Goal::present),
                .decision_number = body.decision_number,
                .period = {body.from, body.until.value_or(Date::never())},
            },
        .note = body.note.value_or(""),
    };
}

void add_reading(Routes& at, RequirementService& requirements, const Clock& clock) {
    at.get(
        "/requirements",
        "list_requirements",
        Policy::signed_in(),
        [&](const Request& request, const RequirementQuery& query
        ) -> Result<Page<RequirementReply>> { return page_of(requirements, request, query, clock); }
    );
    at.get(
        "/people/{person}/requirements",
        "list_requirements_of_person",
        Policy::signed_in(),
        [&](const Request& request, const AskedQuery& query) -> Result<AskedReply> {
            const auto person = TRY(request.path_id<PersonId>("person"));
            const auto as_of = query.as_of(clock);
            const auto asked = TRY(requirements.list_of_person(
                request.actor(),
                person,
                query.goal.value_or(Goal::present),
                as_of,
                language_of(query.language)
            ));
            return reply_of(asked, as_of.on, request.actor());
        }
    );
    at.get(
        "/posts/{post}/requirements",
        "list_requirements_of_post",
        Policy::signed_in(),
        [&](const Request& request, const AskedQuery& query) -> Result<AskedReply> {
            const auto post = TRY(request.path_id<PostId>("post"));
            const auto as_of = query.as_of(clock);
            const auto asked = TRY(
                requirements.list_of_post(request.actor(), post, as_of, language_of(query.language))
            );
            return reply_of(asked, as_of.on, request.actor());
        }
    );
}

// The list as a file; its cursor and limit have no meaning here.
void add_files(Routes& at, RequirementService& requirements, const Clock& clock) {
    const auto read = [&](const Request& request,
                          const RequirementQuery& query) -> Result<RequirementFile> {
        const auto as_of = query.as_of(clock);
        auto whole = TRY(requirements.list_all(request.actor(), question_of(query), as_of));
        return RequirementFile{
            .unit_name = std::move(whole.unit_name),
            .on = as_of.on,
            .rows = std::move(whole.rows),
            .competencies = requirements.competencies(language_of(query.language)),
        };
    };
    at.get(
        "/requirements.xlsx",
        "export_requirements",
        Policy::signed_in(),
        [read](const Request& request, const RequirementQuery& query) -> Result<Download> {
            return xlsx_of(TRY(read(request, query)), language_of(query.language));
        }
    );
    at.get(
        "/requirements.csv",
        "export_requirements_csv",
        Policy::signed_in(),
        [read](const Request& request, const RequirementQuery& query) -> Result<Download> {
            return csv_of(TRY(read(request, query)), language_of(query.language));
        }
    );
}

// For the form of a new requirement.
void add_choices(Routes& at, RequirementService& requirements, const Clock& clock) {
    at.get(
        "/requirement-choices",
        "list_requirement_choices",
        Policy::signed_in(),
        [&](const Request&, const ChoicesQuery& query) -> Result<RequirementChoices> {
            RequirementChoices reply;
            for (const auto& [reason, name, name_en] :
                 requirements.reason_choices(query.as_of(clock))) {
                reply.reasons.push_back(
                    {reason.kind, to_text(reason.id), reason.word, name, name_en}
                );
            }
            for (const auto& [id, one] : requirements.competencies(language_of(query.language))) {
                reply.competencies.push_back({id, one.code, one.name, one.area, one.levels});
            }
            return reply;
        }
    );
}

void add_acts(Routes& at, RequirementService& requirements) {
    const auto editors = Policy::needs(Permission::edit_requirements);
    at.post(
        "/requirements",
        "add_requirement",
        editors,
        [&](const Request& request, const NewRequirement& body) -> Result<Created<RequirementRef>> {
            const auto id = TRY(requirements.add(request.actor(), stated_of(body)));
            return Created<RequirementRef>{{id}, "/requirements/" + to_text(id.value)};
        }
    );
    at.post(
        "/requirements/{requirement}/end",
        "end_requirement",
        editors,
        [&](const Request& request, const RequirementEnd& body) -> Result<RequirementRef> {
            const auto id = TRY(request.path_id<RequirementId>("requirement"));
            return RequirementRef{TRY(requirements.end(
                request.actor(), id, {body.on, body.decision_number, body.note.value_or("")}
            ))};
        }
    );
    at.post(
        "/requirements/{requirement}/correction",
        "correct_requirement",
        editors,
        [&](const Request& request, const RequirementCorrection& body) -> Result<RequirementRef> {
            const auto id = TRY(request.path_id<RequirementId>("requirement"));
            return RequirementRef{TRY(requirements.correct(
                request.actor(),
                id,
                {body.minimum,
                 body.desired,
                 body.from,
                 body.until,
                 body.decision_number,
                 body.note.value_or("")}
            ))};
        }
    );
}

}  // namespace

void add_requirement_routes(Router& router, RequirementService& requirements, const Clock& clock) {
    Routes at(router, "competency");
    add_reading(at, requirements, clock);
    add_files(at, requirements, clock);
    add_choices(at, requirements, clock);
    add_acts(at, requirements);
}

}  // namespace nangluc::competency
