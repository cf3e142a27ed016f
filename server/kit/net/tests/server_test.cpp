#include <doctest/doctest.h>

#include "kit/net/gzip.hpp"
#include "kit/net/tests/running_server.hpp"

namespace nangluc::net {

TEST_CASE("a connection serves one request after the other") {
    RunningServer server;
    Client client(server.port());

    for (const auto* path : {"/a", "/b", "/c"}) {
        const auto answer = client.ask(get(path));
        CHECK(answer.status == 200);
        CHECK(answer.body == "get " + std::string(path) + " 127.0.0.1 plain");
        CHECK(answer.header("connection") == "keep-alive");
    }
}

TEST_CASE("requests sent together are answered in their order") {
    RunningServer server;
    Client client(server.port());
    client.send(get("/a") + post("/echo", "one") + get("/b") + post("/echo", "two"));

    CHECK(client.read().body.starts_with("get /a"));
    CHECK(client.read().body == "one");
    CHECK(client.read().body.starts_with("get /b"));
    CHECK(client.read().body == "two");
}

TEST_CASE("a request that comes byte by byte is the same request") {
    RunningServer server;
    Client client(server.port());
    for (const char byte : post("/echo", "Điện Biên") + get("/next")) {
        client.send(std::string_view(&byte, 1));
    }
    CHECK(client.read().body == "Điện Biên");
    CHECK(client.read().body.starts_with("get /next"));
}

TEST_CASE("a body in chunks is put together, however it is cut") {
    const std::string request =
        "POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nĐi\r\n6;note=x\r\nện B\r\n0\r\nTrailer: x\r\n\r\n";
    RunningServer server;
    Client client(server.port());

    CHECK(client.ask(request).body == "Điện B");
    for (const char byte : request) client.send(std::string_view(&byte, 1));
    CHECK(client.read().body == "Điện B");
    CHECK(client.ask(get("/next")).status == 200);
}

TEST_CASE("HEAD is told what GET would give, without it") {
    RunningServer server;
    Client client(server.port());
    client.send("HEAD /a HTTP/1.1\r\nHost: test\r\n\r\n");

    const auto head = client.read(true);
    CHECK(head.status == 200);
    CHECK(head.header("content-length") == std::to_string(client.ask(get("/a")).body.size()));
}

TEST_CASE("a client that asks to close, or knows no other way, is closed") {
    RunningServer server;
    for (const auto& request :
         {get("/a", "Connection: close\r\n"), std::string("GET /a HTTP/1.0\r\n\r\n")}) {
        Client client(server.port());
        const auto answer = client.ask(request);
        CHECK(answer.status == 200);
        CHECK(answer.header("connection") == "close");
        CHECK(client.is_closed());
    }
}

TEST_CASE("a client that waits to be told so sends its body then") {
    RunningServer server;
    Client client(server.port());
    client.send(
        "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"
    );
    CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    CHECK(client.ask("abc").body == "abc");
}

TEST_CASE("a long text is packed for whoever takes it") {
    RunningServer server;
    Client client(server.port());
    const auto packed = client.ask(get("/big", "Accept-Encoding: br, gzip\r\n"));
    const auto plain = client.ask(get("/big"));

    CHECK(packed.header("content-encoding") == "gzip");
    CHECK(packed.header("vary") == "Accept-Encoding");
    CHECK(packed.body.size() < 10'000);
    CHECK(gunzip(packed.body) == plain.body);
    CHECK(plain.header("content-encoding").empty());
    CHECK(plain.body.size() == 1'000'000);
}

TEST_CASE("events come one by one, empty ones not at all, and then the end") {
    RunningServer server;
    Client client(server.port());
    client.send(get("/events"));
    const auto head = client.read_head();

    CHECK(head.header("content-type") == "text/event-stream");
    CHECK(head.header("content-length").empty());
    CHECK(client.read_until("\n\n") == "data: event 1\ndata: second line\n\n");
    CHECK(client.read_until("\n\n") == "data: event 3\ndata: second line\n\n");
    CHECK(client.read_until("\n\n") == "data: event 5\ndata: second line\n\n");
    CHECK(client.is_closed());
}

TEST_CASE("an exception that escapes is a 500 without its words, and the connection goes on") {
    RunningServer server;
    Client client(server.port());
    const auto answer = client.ask(get("/fault"));

    CHECK(answer.status == 500);
    CHECK(answer.body.find("disk") == std::string::npos);
    CHECK(client.ask(get("/a")).status == 200);
}

TEST_CASE("every answer puts the browser on guard and names its request") {
    RunningServer server;
    const auto answer = Client(server.port()).ask(get("/a"));

    CHECK(answer.header("content-security-policy").starts_with("default-src 'self'"));
    CHECK(answer.header("content-security-policy").ends_with("frame-ancestors 'none'"));
    CHECK(answer.header("x-content-type-options") == "nosniff");
    CHECK(answer.header("referrer-policy") == "same-origin");
    CHECK(answer.header("cross-origin-opener-policy") == "same-origin");
    CHECK(answer.header("strict-transport-security").empty());
    CHECK(answer.header("x-request-id").size() > 8);
}

TEST_CASE("no value of a header can begin another header") {
    RunningServer server;
    const auto answer = Client(server.port()).ask(get("/evil"));

    CHECK(answer.header("x-name") == "a  Set-Cookie: b");
    CHECK(answer.header("set-cookie").empty());
}

TEST_CASE("each exchange is told to the log, without the query") {
    RunningServer server;
    Client client(server.port());
    const auto answer = client.ask(get("/a?name=secret"));
    (void)client.ask(get("/b"));

    const auto seen = server.exchanges();
    REQUIRE(!seen.empty());
    CHECK(seen[0].request_id == answer.header("x-request-id"));
    CHECK(seen[0].method == "GET");
    CHECK(seen[0].path == "/a");
    CHECK(seen[0].peer == "127.0.0.1");
    CHECK(seen[0].status == 200);
    CHECK(seen[0].bytes == answer.body.size());
}

TEST_CASE("a proxy is believed only where it is trusted") {
    const std::string forwarded =
        "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\nX-Request-Id: from-proxy\r\n";
    RunningServer open;
    const auto unbelieved = Client(open.port()).ask(get("/a", forwarded));
    CHECK(unbelieved.body == "get /a 127.0.0.1 plain");
    CHECK(unbelieved.header("x-request-id") != "from-proxy");

    RunningServer behind({.trusted_proxies = {"127.0.0.0/8"}});
    const auto believed = Client(behind.port()).ask(get("/a", forwarded));
    CHECK(believed.body == "get /a 203.0.113.9 secure");
    CHECK(believed.header("x-request-id") == "from-proxy");
    CHECK(believed.header("strict-transport-security").starts_with("max-age="));
}

}  // namespace nangluc::net
