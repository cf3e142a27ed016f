#include <doctest/doctest.h>

#include <map>
#include <stdexcept>

#include "kit/http/tests/asking.hpp"

namespace nangluc::http {

// Keeps answers in memory, by the promises of the interface.
class MemoryIdempotency final : public Idempotency {
public:
    Result<std::optional<Reply>> begin(
        const Actor&, std::string_view key, std::string_view request_hash
    ) override {
        const auto [place, is_new] = rows_.try_emplace(std::string(key));
        auto& row = place->second;
        if (is_new) row.hash = request_hash;
        if (row.hash != request_hash) return invalid("idempotency.other_request");
        if (!is_new && !row.reply) return conflict("idempotency.in_progress");
        return row.reply;
    }
    void finish(const Actor&, std::string_view key, const Reply& reply) override {
        rows_.at(std::string(key)).reply = reply;
    }
    void forget(const Actor&, std::string_view key) noexcept override {
        rows_.erase(std::string(key));
    }

private:
    struct Row {
        std::string hash;
        std::optional<Reply> reply;
    };
    std::map<std::string, Row> rows_;
};

struct Note {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text))

// Notes are counted; "fault" throws and "busy" is refused for now.
struct NoteBook {
    NoteBook() {
        hooks.idempotency = &kept;
        Routes(router, "test")
            .post(
                "/notes",
                "add_note",
                Policy::signed_in(),
                [this](const Request& request, const Note& note) -> Result<Created<Note>> {
                    seen_key = request.actor().request().idempotency_key;
                    if (note.text == "fault") throw std::runtime_error("disk full");
                    if (note.text == "busy") return unavailable("server.busy");
                    if (note.text == "bad") return invalid("note.bad");
                    ++count;
                    return Created<Note>{{std::to_string(count)}, "/notes/1"};
                }
            );
    }

    Reply add(const std::string& text, const std::string& key) {
        auto request = asking(Method::post, "/api/v1/notes", json::write(Note{text}));
        request.headers["idempotency-key"] = key;
        return dispatch(router, request, hooks);
    }

    MemoryIdempotency kept;
    Hooks hooks = as(planner());
    Router router;
    int count = 0;
    std::string seen_key;
};

TEST_CASE("a request sent again under its key is answered again and not done again") {
    NoteBook book;
    const auto first = book.add("a", "k1");
    const auto second = book.add("a", "k1");

    CHECK(book.count == 1);
    CHECK(second.status == 201);
    CHECK(second.body == first.body);
    CHECK(second.header("location") == "/api/v1/notes/1");
    CHECK(second.header("idempotency-replayed") == "true");
}

TEST_CASE("another request under the same key is refused") {
    NoteBook book;
    (void)book.add("a", "k1");

    const auto reply = book.add("b", "k1");
    CHECK(reply.status == 422);
    CHECK(holds(reply, "idempotency.other_request"));
}

TEST_CASE("a refusal for good is kept like any other answer") {
    NoteBook book;
    (void)book.add("bad", "k1");

    CHECK(book.add("bad", "k1").header("idempotency-replayed") == "true");
}

TEST_CASE("after a fault, or when the server was busy, the same key may try again") {
    NoteBook book;

    for (const auto* text : {"fault", "busy"}) {
        CAPTURE(text);
        const auto first = book.add(text, text);
        CHECK(first.status >= 500);
        CHECK_FALSE(book.add(text, text).header("idempotency-replayed").has_value());
    }
}

TEST_CASE("the use case knows the key, so that the audit can name it") {
    NoteBook book;
    (void)book.add("a", "k1");

    CHECK(book.seen_key == "k1");
}

TEST_CASE("a key of other than visible ASCII, or too long a one, is refused") {
    NoteBook book;

    for (const auto& key : {std::string(), std::string("a b"), std::string(256, 'k')}) {
        CAPTURE(key);
        CHECK(holds(book.add("a", key), "idempotency.malformed_key"));
    }
    CHECK(book.count == 0);
}

}  // namespace nangluc::http
