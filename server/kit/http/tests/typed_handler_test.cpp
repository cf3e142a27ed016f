#include <doctest/doctest.h>

#include "kit/http/tests/asking.hpp"

namespace nangluc::http {

enum class RunForm { classroom, online };
BOOST_DESCRIBE_ENUM(RunForm, classroom, online)

struct RunFilter {
    std::optional<RunForm> form;
    std::optional<UnitId> unit;
};
BOOST_DESCRIBE_STRUCT(RunFilter, (), (form, unit))

struct RunQuery {
    RunFilter filter;
    std::optional<int> year;
    std::optional<int> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(RunQuery, (), (filter, year, limit, cursor))

struct NewSession {
    Date on;
    int seats = 0;
};
BOOST_DESCRIBE_STRUCT(NewSession, (), (on, seats))

struct NewRun {
    std::string name;
    RunForm form = RunForm::classroom;
    std::vector<NewSession> sessions;
};
BOOST_DESCRIBE_STRUCT(NewRun, (), (name, form, sessions))

struct Told {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Told, (), (text))

static Reply call(const Operation& operation, const Request& request) {
    auto reply = operation.handle(request);
    return reply ? take(reply) : problem(reply.error(), request.request_id);
}

template <class Handler>
static Operation get(Handler handler) {
    Router router;
    Routes(router, "runs").get("/runs", "runs", Policy::open(), std::move(handler));
    return router.operations().front();
}
template <class Handler>
static Operation post(Handler handler) {
    Router router;
    Routes(router, "runs").post("/runs", "runs", Policy::open(), std::move(handler));
    return router.operations().front();
}

static Result<Told> tell(const Request&, const RunQuery& query) {
    return Told{
        (query.filter.form ? name_of(*query.filter.form) : "any") + ' ' +
        to_text(query.filter.unit.value_or(UnitId{}).value) + ' ' +
        std::to_string(query.year.value_or(0)) + ' ' + std::to_string(query.limit.value())};
}

TEST_CASE("a query reaches the handler as its struct") {
    const auto reply = call(
        get(tell), asking(Method::get, "/r?filter[form]=online&filter[unit]=5&year=2026&limit=7")
    );

    CHECK(reply.body == R"({"text":"online 5 2026 7"})");
}

TEST_CASE("a list gives 50 items unless asked otherwise, and never more than 200") {
    CHECK(call(get(tell), asking(Method::get, "/r")).body == R"({"text":"any 0 0 50"})");
    CHECK(call(get(tell), asking(Method::get, "/r?limit=200")).status == 200);
    for (const auto* limit : {"0", "201", "-1"}) {
        CAPTURE(limit);
        const auto reply = call(get(tell), asking(Method::get, std::string("/r?limit=") + limit));
        CHECK(reply.status == 422);
        CHECK(holds(reply, R"({"path":"?limit","code":"out_of_range"})"));
    }
}

TEST_CASE("all faults of a query are told at once, each at its parameter") {
    const auto reply =
        call(get(tell), asking(Method::get, "/r?filter[form]=walk&filter[unit]=x&year=y&z=1"));

    CHECK(reply.status == 422);
    CHECK(holds(reply, R"({"path":"?filter[form]","code":"not_one_of"})"));
    CHECK(holds(reply, R"({"path":"?filter[unit]","code":"malformed"})"));
    CHECK(holds(reply, R"("path":"?year")"));
    CHECK(holds(reply, R"({"path":"?z","code":"unknown_field"})"));
}

TEST_CASE("all faults of a body are told at once, each at its place") {
    const auto add =
        post([](const Request&, const NewRun& run) -> Result<Told> { return Told{run.name}; });
    const auto reply = call(
        add,
        asking(
            Method::post,
            "/r",
            R"({"form":"walk","sessions":[{"on":"2026-02-01","seats":5},)"
            R"({"on":"2026-02-30","seats":"many","room":1}]})"
        )
    );

    CHECK(reply.status == 422);
    CHECK(holds(reply, R"({"path":"/name","code":"required"})"));
    CHECK(holds(reply, R"({"path":"/form","code":"not_one_of"})"));
    CHECK(holds(reply, R"({"path":"/sessions/1/on","code":"malformed"})"));
    CHECK(holds(reply, R"({"path":"/sessions/1/seats","code":"wrong_type"})"));
    CHECK(holds(reply, R"({"path":"/sessions/1/room","code":"unknown_field"})"));
}

TEST_CASE("a thing that was made says where it is, and its version where it has one") {
    const auto add = post([](const Request&, const Told& told) -> Result<Created<Versioned<Told>>> {
        return Created<Versioned<Told>>{{told, 1}, "/runs/5"};
    });
    const auto reply = call(add, asking(Method::post, "/r", R"({"text":"a"})"));

    CHECK(reply.status == 201);
    CHECK(reply.header("Location") == "/api/v1/runs/5");
    CHECK(reply.header("ETag") == edit_tag(1, reply.body));
    CHECK(reply.body == R"({"text":"a"})");
}

TEST_CASE("what people edit carries its version, and a tag that changes with all that is told") {
    const auto told = [](const char* text) {
        const auto read = get([text](const Request&) -> Result<Versioned<Told>> {
            return Versioned<Told>{{text}, 12};
        });
        return call(read, asking(Method::get, "/r")).header("etag").value();
    };

    CHECK(told("a").starts_with("\"12-"));
    CHECK(told("a") == told("a"));
    CHECK(told("a") != told("b"));
}

TEST_CASE("a page has its items and the way on, null at the end") {
    const auto list = get([](const Request&) -> Result<Page<Told>> {
        return Page<Told>{{{"a"}}, std::nullopt};
    });

    CHECK(call(list, asking(Method::get, "/r")).body == R"({"items":[{"text":"a"}],"next":null})");
}

TEST_CASE("nothing to say is said by an empty answer") {
    const auto act = post([](const Request&) -> Result<Nothing> { return Nothing{}; });
    const auto reply = call(act, asking(Method::post, "/r"));

    CHECK(reply.status == 204);
    CHECK(reply.body.empty());
}

TEST_CASE("a download keeps its file name in any letters, and runs nothing in the browser") {
    const auto load = get([](const Request&) -> Result<Download> {
        return Download{"%PDF", "application/pdf", "Kế hoạch \"2026\".pdf"};
    });
    const auto reply = call(load, asking(Method::get, "/r"));

    CHECK(reply.content_type == "application/pdf");
    CHECK(reply.body == "%PDF");
    CHECK(
        reply.header("Content-Disposition") ==
        "attachment; filename=\"K___ ho___ch _2026_.pdf\"; "
        "filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%222026%22.pdf"
    );
    CHECK(reply.header("Content-Security-Policy") == "sandbox; default-src 'none'");
}

TEST_CASE("a body that is a file is handed on as it came") {
    Router router;
    Routes(router, "test")
        .upload(
            "/rosters",
            "import_roster",
            Policy::open(),
            20 << 20,
            [](const Request& request) -> Result<Told> {
                return Told{std::to_string(request.body.size())};
            }
        );
    auto request = asking(Method::post, "/r", std::string("\0\xff", 2));
    request.headers["content-type"] = "application/octet-stream";

    CHECK(router.operations()[0].body_limit == 20 << 20);
    CHECK(call(router.operations()[0], request).body == R"({"text":"2"})");
}

TEST_CASE("a refusal passes through as it is") {
    const auto read = get([](const Request&) -> Result<Told> { return conflict("run.closed"); });

    CHECK(call(read, asking(Method::get, "/r")).status == 409);
}

}  // namespace nangluc::http
