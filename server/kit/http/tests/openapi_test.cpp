#include <doctest/doctest.h>

#include "kit/http/openapi.hpp"
#include "kit/http/tests/asking.hpp"

namespace nangluc::http {

struct NoteQuery {
    std::optional<int> year;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(NoteQuery, (), (year, limit))

struct NewNote {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NewNote, (), (text))

struct NoteReply {
    std::string id;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NoteReply, (), (id, text))

static void add_reads(Routes& at) {
    at.get(
        "/notes",
        "list_notes",
        Policy::needs(Permission::read_plans),
        [](const Request&, const NoteQuery&) -> Result<Page<NoteReply>> {
            return Page<NoteReply>{};
        }
    );
    at.get("/notes/{id}", "read_note", Policy::open(), [](const Request&) -> Result<NoteReply> {
        return NoteReply{};
    });
}

static void add_writes(Routes& at) {
    at.post(
        "/notes",
        "add_note",
        Policy::signed_in(),
        [](const Request&, const NewNote&) -> Result<Created<NoteReply>> {
            return Created<NoteReply>{};
        }
    );
    at.del("/notes/{id}", "delete_note", Policy::signed_in(), [](const Request&) -> Result<> {
        return {};
    });
}

static std::string document() {
    Router router;
    Routes at(router, "notes");
    add_reads(at);
    add_writes(at);
    return openapi(router, "1.2.3");
}

static bool tells(std::string_view text) {
    // Compared without white space: the form is checked by another test.
    std::string bare;
    for (const char letter : document()) {
        if (letter != ' ' && letter != '\n') bare += letter;
    }
    return bare.find(text) != std::string::npos;
}

TEST_CASE("the interface document names each route with its policy") {
    CHECK(tells(R"("openapi":"3.1.0")"));
    CHECK(tells(R"("operationId":"list_notes","tags":["notes"],"x-policy":"read_plans")"));
    CHECK(tells(R"("operationId":"add_note","tags":["notes"],"x-policy":"signed_in")"));
    CHECK(tells(R"("x-policy":"open","security":[])"));
    CHECK(tells(R"("delete":{"operationId":"delete_note")"));
}

TEST_CASE("the interface document gives the parameters of path and query") {
    CHECK(tells(R"({"name":"id","in":"path","required":true,"schema":{"type":"string"}})"));
    CHECK(tells(R"({"name":"year","in":"query","required":false,)"));
    CHECK(tells(R"({"name":"limit","in":"query","required":false,)"));
}

TEST_CASE("the interface document gives bodies, answers and problems by their types") {
    CHECK(tells(R"("requestBody":{"required":true,"content":{"application/json":{"schema":)"
                R"({"$ref":"#/components/schemas/NewNote"}}}})"));
    CHECK(tells(R"("201":{"description":"Created","content":{"application/json":{"schema":)"
                R"({"$ref":"#/components/schemas/NoteReply"}}}})"));
    CHECK(tells(R"("#/components/schemas/NotePage")"));
    CHECK(tells(R"("204":{"description":"NoContent"})"));
    CHECK(tells(R"("default":{"$ref":"#/components/responses/Problem"})"));
    CHECK(tells(R"("application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}})")
    );
}

TEST_CASE("the interface document does not depend on the order of wiring") {
    Router router;
    Routes at(router, "notes");
    add_writes(at);
    add_reads(at);

    CHECK(openapi(router, "1.2.3") == document());
}

TEST_CASE("the interface document is broken into lines that differ well") {
    const auto text = document();

    CHECK(text.starts_with("{\n  \"openapi\": \"3.1.0\",\n  \"info\": {\n    \"title\""));
    CHECK(text.ends_with("  }\n}\n"));
    CHECK(text.find("\"security\": [],\n") != std::string::npos);
}

TEST_CASE("the interface document of no routes is a document too") {
    CHECK(openapi(Router(), "1").find("\"paths\": {},") != std::string::npos);
}

}  // namespace nangluc::http
