#include <doctest/doctest.h>

#include "kit/net/tests/running_server.hpp"

namespace nangluc::net {

TEST_CASE("what is no HTTP gets a 400 and the door") {
    const std::string requests[] = {
        "\x16\x03\x01 hello\r\n\r\n",
        "GET /a HTTP/1.1\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost: test\r\nbad header\r\n\r\n",
        "GET /a%2Fb HTTP/1.1\r\nHost: test\r\n\r\n",
        "GET /a%zz HTTP/1.1\r\nHost: test\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: test\r\nContent-Length: -1\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: test\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST /a HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST /a HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
    };
    RunningServer server;
    for (const auto& request : requests) {
        CAPTURE(request);
        Client client(server.port());
        const auto answer = client.ask(request);
        CHECK(answer.status == 400);
        CHECK(answer.header("content-type") == "application/problem+json");
        CHECK(answer.header("connection") == "close");
        CHECK(client.is_closed());
    }
}

TEST_CASE("a method or a version that is not spoken here is named as such") {
    RunningServer server;

    CHECK(Client(server.port()).ask("TRACE /a HTTP/1.1\r\nHost: t\r\n\r\n").status == 501);
    CHECK(Client(server.port()).ask("GET /a HTTP/2.0\r\nHost: t\r\n\r\n").status == 505);
}

TEST_CASE("a head above the limit is refused, whether it ends or not") {
    RunningServer server;
    const std::string filler(20'000, 'x');

    CHECK(Client(server.port()).ask(get("/a", "X-Long: " + filler + "\r\n")).status == 431);
    CHECK(Client(server.port()).ask("GET /" + filler).status == 431);
    CHECK(
        Client(server.port())
            .ask(get("/a", "X-Long: " + filler.substr(0, 9'000) + "\r\n"))
            .status == 200
    );
}

TEST_CASE("a large body is refused before it is read where its sender may not send it") {
    RunningServer server({.limits = {.large_body_bytes = 50'000}});
    const auto sent = [&](const std::string& path) {
        Client client(server.port());
        return client.ask("POST " + path + " HTTP/1.1\r\nHost: t\r\nContent-Length: 60000\r\n\r\n");
    };

    CHECK(sent("/forbidden").status == 403);
    CHECK(
        Client(server.port())
            .ask("POST /forbidden HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n")
            .status == 403
    );
}

TEST_CASE("bodies that together hold too much memory are turned away, small ones never") {
    RunningServer server({.limits = {.small_body_bytes = 1'000, .held_body_bytes = 60'000}});
    Client holder(server.port());
    holder.send(
        "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 50001\r\n\r\n" + std::string(50'000, 'x')
    );
    const auto posted = [&](std::size_t size) {
        Client client(server.port());
        return client
            .ask(
                "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: " + std::to_string(size) +
                "\r\n\r\n" + std::string(size, 'x')
            )
            .status;
    };

    // Until the server has read what the holder sent.
    int status = 200;
    for (int tries = 0; status == 200 && tries < 1'000; ++tries) status = posted(20'000);
    CHECK(status == 503);
    CHECK(posted(1'000) == 200);
    holder.send("x");
    CHECK(holder.read().status == 200);
    CHECK(posted(20'000) == 200);
}

TEST_CASE("a body above the limit of its address is refused before it is sent") {
    RunningServer server;
    Client client(server.port());
    const auto answer =
        client.ask("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 100001\r\n\r\n");

    CHECK(answer.status == 413);
    CHECK(answer.body.find("body.too_large") != std::string::npos);
    CHECK(client.is_closed());
    CHECK(Client(server.port()).ask(post("/echo", std::string(100'000, 'x'))).status == 200);
}

TEST_CASE("a body in chunks is counted as it comes") {
    RunningServer server;
    Client client(server.port());
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "4e20\r\n" + std::string(20'000, 'x') + "\r\n";
    for (int i = 0; i < 6; ++i) client.send(chunk);

    CHECK(client.read().status == 413);
}

TEST_CASE("the answer to a refused body reaches a client that is still sending") {
    RunningServer server;
    Client client(server.port());
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 1000000\r\n\r\n");
    client.send(std::string(1'000'000, 'x'));

    CHECK(client.read().status == 413);
}

static ServerOptions impatient() {
    ServerOptions options;
    const Timeouts::Time soon(50);
    options.timeouts.header = soon;
    options.timeouts.body = soon;
    options.timeouts.idle = soon;
    options.timeouts.write = soon;
    return options;
}

TEST_CASE("a client that does not finish its head is cut off") {
    RunningServer server(impatient());
    Client client(server.port());
    client.send("GET /a HTTP/1.1\r\nHo");

    CHECK(client.is_closed());
}

TEST_CASE("a client that does not finish its body is cut off") {
    RunningServer server(impatient());
    Client client(server.port());
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\n\r\nabc");

    CHECK(client.is_closed());
}

TEST_CASE("a client that asks nothing any more is cut off") {
    RunningServer server(impatient());
    Client client(server.port());
    CHECK(client.ask(get("/a")).status == 200);

    CHECK(client.is_closed());
}

TEST_CASE("a client that does not read its answer is cut off") {
    RunningServer server(impatient());
    Client client(server.port());
    // More than the buffers of both ends hold.
    for (int i = 0; i < 40; ++i) client.send(get("/big"));
    while (server.server().load().connections > 0) std::this_thread::yield();

    CHECK(server.server().load().connections == 0);
}

TEST_CASE("a slow handler is not the client's fault") {
    RunningServer server(impatient());
    Client client(server.port());
    client.send(get("/wait"));
    server.await_arrival();
    std::this_thread::sleep_for(std::chrono::milliseconds(120));
    server.let_go();

    CHECK(client.read().status == 200);
}

TEST_CASE("a full house turns out whoever only stands about") {
    RunningServer server({.limits = {.connections = 2}});
    Client idle(server.port());
    CHECK(idle.ask(get("/a")).status == 200);
    Client busy(server.port());
    busy.send(get("/wait"));
    server.await_arrival();

    CHECK(Client(server.port()).ask(get("/b")).status == 200);
    CHECK(idle.is_closed());
    server.let_go();
    CHECK(busy.read().status == 200);
}

TEST_CASE("a busy server says so and when to come back") {
    RunningServer server({.workers = 1, .limits = {.waiting_requests = 1}});
    Client running(server.port());
    running.send(get("/wait"));
    server.await_arrival();
    Client waiting(server.port());
    waiting.send(get("/a"));
    while (server.server().load().waiting_requests < 1) std::this_thread::yield();

    const auto answer = Client(server.port()).ask(get("/b"));
    CHECK(answer.status == 503);
    CHECK(answer.header("retry-after") == "1");
    CHECK(answer.body.find("server.busy") != std::string::npos);

    server.let_go();
    CHECK(running.read().status == 200);
    CHECK(waiting.read().status == 200);
}

}  // namespace nangluc::net
