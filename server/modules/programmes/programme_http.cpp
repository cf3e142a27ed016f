#include "modules/programmes/programme_http.hpp"

#include "base/text.hpp"
#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"
#include "modules/programmes/programme_reply.hpp"
#include "modules/programmes/topic_sheet.hpp"

namespace nangluc::programmes {

using namespace http;

namespace {

struct CatalogueQuery {
    std::optional<std::string> search;
    std::optional<CompetencyId> competency;
    std::optional<std::string> form;
    std::optional<Date> on;
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(CatalogueQuery, (), (search, competency, form, on, limit, cursor))

struct AfterProgramme {
    std::string key;
};
BOOST_DESCRIBE_STRUCT(AfterProgramme, (), (key))

struct LanguageQuery {
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(LanguageQuery, (), (language))

struct OverlapQuery {
    std::optional<int> percent;
};
BOOST_DESCRIBE_STRUCT(OverlapQuery, (), (percent))

struct ProgrammeDraft {
    std::optional<UnitId> owner;      // needed for a new one
    std::optional<std::string> code;  // likewise
    std::string title;
    std::string title_en;
    std::string provider;
    std::string purpose;
    std::string audience;
    std::string content;
    std::string form;
    std::string languages;
    std::string legal_basis;
    std::string source;
    int hours = 0;
    int days = 0;
    int min_class = 1;
    int max_class = 1;
    Money cost_per_class;
    Money cost_per_person;
    std::vector<Outcome> outcomes;
    std::vector<ProgrammeId> prerequisites;
};
BOOST_DESCRIBE_STRUCT(
    ProgrammeDraft,
    (),
    (owner,
     code,
     title,
     title_en,
     provider,
     purpose,
     audience,
     content,
     form,
     languages,
     legal_basis,
     source,
     hours,
     days,
     min_class,
     max_class,
     cost_per_class,
     cost_per_person,
     outcomes,
     prerequisites)
)

struct NewEquivalence {
    ProgrammeId stands_for;
    int months_valid = 0;
};
BOOST_DESCRIBE_STRUCT(NewEquivalence, (), (stands_for, months_valid))

struct ProgrammeVersionRef {
    ProgrammeVersionId id;
};
BOOST_DESCRIBE_STRUCT(ProgrammeVersionRef, (), (id))

struct ProgrammeVersionsReply {
    std::vector<ProgrammeReply> items;
};
BOOST_DESCRIBE_STRUCT(ProgrammeVersionsReply, (), (items))

struct OverlapReply {
    OtherProgramme other;
    int percent = 0;
};
BOOST_DESCRIBE_STRUCT(OverlapReply, (), (other, percent))

struct OverlapsReply {
    std::vector<OverlapReply> items;
};
BOOST_DESCRIBE_STRUCT(OverlapsReply, (), (items))

struct TopicsRead {
    int topics = 0;
};
BOOST_DESCRIBE_STRUCT(TopicsRead, (), (topics))

using VersionedPage = Versioned<ProgrammePageReply>;

Programme programme_of(const ProgrammeDraft& body) {
    return {
        .version =
            {.code = tidy(body.code.value_or("")),
             .title = tidy(body.title),
             .title_en = tidy(body.title_en),
             .provider = tidy(body.provider),
             .hours = body.hours,
             .days = body.days,
             .min_class = body.min_class,
             .max_class = body.max_class,
             .cost_per_class = body.cost_per_class,
             .cost_per_person = body.cost_per_person,
             .outcomes = body.outcomes,
             .prerequisites = body.prerequisites},
        .owner = body.owner.value_or(UnitId{}),
        .purpose = body.purpose,
        .audience = body.audience,
        .content = body.content,
        .form = body.form,
        .languages = body.languages,
        .legal_basis = body.legal_basis,
        .source = body.source,
    };
}

Result<ProgrammeService::Read> version_read(const Request& request) {
    const auto version = TRY(request.path_id<ProgrammeVersionId>("version"));
    return ProgrammeService::Read{version, TRY(request.if_match())};
}

Result<VersionedPage> page_of(
    ProgrammeService& programmes,
    const Request& request,
    ProgrammeVersionId id,
    const std::optional<std::string>& language = {}
) {
    const auto page = TRY(programmes.find(request.actor(), id, language.value_or("vi")));
    return VersionedPage{reply_of(page, request.actor()), page.programme.lock};
}

Result<Page<ProgrammeReply>> list_page(
    ProgrammeService& programmes, const CatalogueQuery& query, Date today
) {
    const auto after = TRY(decode_cursor<AfterProgramme>(query.cursor));
    const auto limit = static_cast<std::size_t>(query.limit.value_or(default_limit));
    const CatalogueQuestion question{
        .search = query.search.value_or(""),
        .competency = query.competency.value_or(CompetencyId{}),
        .form = query.form.value_or(""),
        .after = after ? after->key : "",
        .limit = static_cast<int>(limit) + 1,
    };
    Page<ProgrammeReply> page;
    for (const auto& programme : programmes.list(question, query.on.value_or(today))) {
        if (page.items.size() == limit) {
            const auto& last = page.items.back();
            page.next =
                encode_cursor(AfterProgramme{sort_key(last.title) + to_text(last.id.value)});
            break;
        }
        page.items.push_back(reply_of(programme));
    }
    return page;
}

void add_catalogue(Routes& at, ProgrammeService& programmes, const Clock& clock) {
    at.get(
        "/programmes",
        "list_programmes",
        Policy::signed_in(),
        [&](const Request&, const CatalogueQuery& query) -> Result<Page<ProgrammeReply>> {
            return list_page(programmes, query, clock.today());
        }
    );
}

void add_versions(Routes& at, ProgrammeService& programmes) {
    const auto anyone = Policy::signed_in();
    at.get(
        "/programme-drafts",
        "list_programme_drafts",
        anyone,
        [&](const Request& request) -> Result<ProgrammeVersionsReply> {
            ProgrammeVersionsReply reply;
            for (const auto& draft : programmes.drafts(request.actor())) {
                reply.items.push_back(reply_of(draft));
            }
            return reply;
        }
    );
    at.get(
        "/programmes/{programme}/versions",
        "list_programme_versions",
        anyone,
        [&](const Request& request) -> Result<ProgrammeVersionsReply> {
            const auto id = TRY(request.path_id<ProgrammeId>("programme"));
            ProgrammeVersionsReply reply;
            for (const auto& version : TRY(programmes.versions(request.actor(), id))) {
                reply.items.push_back(reply_of(version));
            }
            return reply;
        }
    );
    at.get(
        "/programme-versions/{version}",
        "read_programme_version",
        anyone,
        [&](const Request& request, const LanguageQuery& query) -> Result<VersionedPage> {
            const auto id = TRY(request.path_id<ProgrammeVersionId>("version"));
            return page_of(programmes, request, id, query.language);
        }
    );
    at.get(
        "/programme-versions/{version}/overlaps",
        "list_programme_overlaps",
        anyone,
        [&](const Request& request, const OverlapQuery& query) -> Result<OverlapsReply> {
            const auto id = TRY(request.path_id<ProgrammeVersionId>("version"));
            OverlapsReply reply;
            const auto percent = query.percent.value_or(50);
            for (const auto& found : TRY(programmes.overlaps(request.actor(), id, percent))) {
                reply.items.push_back({found.other, found.percent});
            }
            return reply;
        }
    );
}

void add_drafting(Routes& at, ProgrammeService& programmes) {
    const auto editors = Policy::needs(Permission::edit_programmes);
    at.post(
        "/programmes",
        "draft_programme",
        editors,
        [&](const Request& request,
            const ProgrammeDraft& body) -> Result<Created<ProgrammeVersionRef>> {
            const auto id = TRY(programmes.draft(request.actor(), programme_of(body)));
            return Created<ProgrammeVersionRef>{{id}, "/programme-versions/" + to_text(id.value)};
        }
    );
    at.post(
        "/programme-versions/{version}/next",
        "draft_next_programme_version",
        editors,
        [&](const Request& request) -> Result<Created<ProgrammeVersionRef>> {
            const auto from = TRY(request.path_id<ProgrammeVersionId>("version"));
            const auto id = TRY(programmes.draft_next(request.actor(), from));
            return Created<ProgrammeVersionRef>{{id}, "/programme-versions/" + to_text(id.value)};
        }
    );
    at.put(
        "/programme-versions/{version}",
        "edit_programme_version",
        editors,
        [&](const Request& request, const ProgrammeDraft& body) -> Result<VersionedPage> {
            const auto read = TRY(version_read(request));
            auto wish = programme_of(body);
            if (wish.version.code.empty()) wish.version.code = "-";  // kept as it is
            TRY(programmes.edit(request.actor(), read, wish));
            return page_of(programmes, request, read.first);
        }
    );
    at.post(
        "/programme-versions/{version}/approval",
        "approve_programme_version",
        Policy::signed_in(),  // editors and leaders, at the programme's place
        [&](const Request& request) -> Result<VersionedPage> {
            const auto read = TRY(version_read(request));
            TRY(programmes.approve(request.actor(), read));
            return page_of(programmes, request, read.first);
        }
    );
    at.post(
        "/programmes/{programme}/equivalences",
        "add_programme_equivalence",
        editors,
        [&](const Request& request, const NewEquivalence& body) -> Result<Nothing> {
            const auto id = TRY(request.path_id<ProgrammeId>("programme"));
            TRY(programmes.add_equivalence(
                request.actor(), {id, body.stands_for, body.months_valid, {}}
            ));
            return Nothing{};
        }
    );
}

void add_topics(Routes& at, ProgrammeService& programmes) {
    at.get(
        "/programme-versions/{version}/topics.xlsx",
        "export_programme_topics",
        Policy::signed_in(),
        [&](const Request& request) -> Result<Download> {
            const auto id = TRY(request.path_id<ProgrammeVersionId>("version"));
            const auto page = TRY(programmes.find(request.actor(), id, "vi"));
            const auto& version = page.programme.version;
            return Download{
                write_topics(version.title, page.topics),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                version.code + "-" + std::to_string(version.number) + ".xlsx"};
        }
    );
    at.upload(
        "/programme-versions/{version}/topics",
        "import_programme_topics",
        Policy::needs(Permission::edit_programmes),
        4 << 20,
        [&](const Request& request) -> Result<TopicsRead> {
            const auto read = TRY(version_read(request));
            const auto topics = TRY(read_topics(request.body));
            return TopicsRead{TRY(programmes.replace_topics(request.actor(), read, topics))};
        }
    );
}

}  // namespace

void add_programme_routes(Router& router, ProgrammeService& programmes, const Clock& clock) {
    Routes at(router, "programmes");
    add_catalogue(at, programmes, clock);
    add_versions(at, programmes);
    add_drafting(at, programmes);
    add_topics(at, programmes);
}

}  // namespace nangluc::programmes
