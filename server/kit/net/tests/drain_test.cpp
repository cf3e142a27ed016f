#include <doctest/doctest.h>

#include <csignal>

#include "kit/net/tests/running_server.hpp"

namespace nangluc::net {

TEST_CASE("a request in flight is finished, and its client told to go") {
    RunningServer server;
    Client client(server.port());
    client.send(get("/wait"));
    server.await_arrival();
    server.server().drain();
    server.let_go();

    const auto answer = client.read();
    CHECK(answer.status == 200);
    CHECK(answer.header("connection") == "close");
    CHECK(client.is_closed());
}

TEST_CASE("once the server drains nobody new is let in") {
    RunningServer server;
    Client client(server.port());
    client.send(get("/wait"));
    server.await_arrival();
    Client idle(server.port());
    CHECK(idle.ask(get("/a")).status == 200);
    server.server().drain();

    // Its end shows that the drain has begun.
    CHECK(idle.is_closed());
    CHECK_THROWS(Client(server.port()));
    server.let_go();
    CHECK(client.read().status == 200);
}

TEST_CASE("a stream of events does not hold the drain up") {
    RunningServer server;
    Client client(server.port());
    client.send(get("/events"));
    CHECK(client.read_until("\n\n").starts_with("HTTP/1.1 200"));
    server.server().drain();

    (void)client.read_until("no such mark");
    CHECK(client.is_closed());
}

TEST_CASE("SIGTERM drains") {
    ServerOptions options;
    Server server(options, {.answer = [](const http::Request&) { return http::Reply{}; }});
    std::thread thread([&] { server.run(); });
    Client client(server.port());
    CHECK(client.ask(get("/a")).status == 200);
    std::raise(SIGTERM);
    thread.join();

    CHECK(client.is_closed());
}

TEST_CASE("a server that never had a guest leaves at once") {
    RunningServer server;
    server.stop();

    CHECK(server.server().load().connections == 0);
}

}  // namespace nangluc::net
