#pragma once

// An HTTP/1.1 server that knows nothing of the application: requests in, replies out. One thread
// does input and output, a pool of workers runs the handler.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kit/http/http.hpp"

namespace nangluc::net {

struct TlsFiles {
    std::string certificate;  // PEM, with the chain
    std::string key;          // PEM
};

struct Limits {
    std::size_t header_bytes = 16 << 10;
    std::size_t connections = 10'000;
    std::size_t waiting_requests = 1'000;     // beyond the running ones; then 503 server.busy
    std::size_t small_body_bytes = 16 << 10;  // always taken
    std::size_t large_body_bytes = 1 << 20;   // from here on Handler::refuse is asked first
    std::size_t held_body_bytes = 256 << 20;  // of all requests at once; then 503 server.busy
};

struct Timeouts {
    using Time = std::chrono::milliseconds;
    Time handshake{10'000};
    Time header{10'000};  // for the whole head of a request
    Time body{30'000};    // for each 64 kB of it
    Time idle{60'000};    // between requests
    Time write{30'000};   // for each 64 kB
    Time linger{2'000};   // for the peer to hear the last answer
    Time drain{25'000};   // for requests in flight once the server shall stop
    Time sweep{1'000};    // how often the deadlines are looked at
    Time event{1'000};    // how often a reply with events is asked for the next
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  // 0: any free one, told by port()
    std::optional<TlsFiles> tls = std::nullopt;
    // Addresses and networks ("10.0.0.0/8") whose X-Forwarded-For, X-Forwarded-Proto and
    // X-Request-Id are believed.
    std::vector<std::string> trusted_proxies = {};
    unsigned workers = 8;
    bool stops_on_signals = true;  // SIGTERM and SIGINT drain
    // The web's component library writes <style> elements; scripts come from files only.
    std::string content_security_policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    Limits limits = {};
    Timeouts timeouts = {};
};

// What is known of a request once its answer is out.
struct Exchange {
    std::string request_id;
    std::string method;
    std::string path;  // without the query, which may hold names
    std::string peer;
    std::string operation;  // operationId; empty for files and for what found no route
    AccountId account = {};
    int status = 0;
    std::uint64_t bytes = 0;  // of the body as sent
    std::chrono::microseconds time{};
};

struct Handler {
    // Runs on a worker, on several at once. What it throws becomes a 500.
    std::function<http::Reply(http::Request)> answer;
    // The most bytes of body that the address takes, asked before the body is read. Input thread.
    std::function<std::size_t(http::Method, std::string_view path)> body_limit = nullptr;
    // What refuses a request with a large body before that is read. On a worker, like answer.
    std::function<std::optional<http::Reply>(const http::Request&)> refuse = nullptr;
    // Access log and metrics. Input thread: must not wait.
    std::function<void(const Exchange&)> exchanged = nullptr;
    // A fault outside a use case, for the log.
    std::function<void(std::string_view what)> fault = nullptr;
};

struct Load {
    std::size_t connections = 0;
    std::size_t waiting_requests = 0;
};

class Server {
public:
    // Listens at once. Throws where the address is taken or the TLS files are no good.
    Server(ServerOptions options, Handler handler);
    ~Server();

    std::uint16_t port() const;
    // Serves until drained.
    void run();
    // Stops accepting, closes idle connections and event streams, finishes what is in flight, and
    // lets run() return. From any thread.
    void drain();
    // From any thread.
    Load load() const;

private:
    class Machine;
    std::unique_ptr<Machine> machine_;
};

}  // namespace nangluc::net
