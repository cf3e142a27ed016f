#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "kit/net/byte_stream.hpp"
#include "kit/net/request_reader.hpp"
#include "kit/net/server.hpp"
#include "kit/net/trusted_proxies.hpp"
#include "kit/net/worker_pool.hpp"

namespace nangluc::net {

class Connection;
class HeldBody;

// What all connections of a server share. Only the input thread touches it, but for the pool.
struct Hall {
    const ServerOptions& options;
    const Handler& handler;
    const TrustedProxies& proxies;
    WorkerPool& workers;
    asio::io_context& io;
    std::set<Connection*> connections = {};
    bool drains = false;
    std::uint64_t next_request = 0;
    std::size_t held_body_bytes = 0;  // of all requests that are read or answered now

    // Once drained, the last one to leave ends the server.
    void leave(Connection* connection) {
        connections.erase(connection);
        if (drains && connections.empty()) io.stop();
    }
};

// The bytes of one body while its request lasts, as a share of what all may hold.
class HeldBody {
public:
    explicit HeldBody(Hall& hall) : hall_(hall) {}
    HeldBody(const HeldBody&) = delete;
    HeldBody& operator=(const HeldBody&) = delete;
    ~HeldBody() { hall_.held_body_bytes -= bytes_; }

    // False where there is no room for a body of that size.
    bool add(std::size_t bytes) {
        bytes_ += bytes;
        hall_.held_body_bytes += bytes;
        const auto& limits = hall_.options.limits;
        return bytes_ <= limits.small_body_bytes || hall_.held_body_bytes <= limits.held_body_bytes;
    }

private:
    Hall& hall_;
    std::size_t bytes_ = 0;
};

// One connection, from its handshake to its end: requests one after the other, answered in order.
class Connection {
public:
    Connection(Hall& hall, std::unique_ptr<ByteStream> stream, std::string address);
    ~Connection();

    static asio::awaitable<void> serve(std::shared_ptr<Connection> self);

    // Called by the server. A connection past its deadline is cut.
    void sweep(std::chrono::steady_clock::time_point now);
    bool is_idle() const { return phase_ == Phase::idle; }
    void drain();
    void abort();

private:
    // What the connection waits for.
    enum class Phase { handshake, idle, request, worker, events, reply };
    using Time = Timeouts::Time;
    // A request on its way.
    struct Turn {
        http::Request request;  // given away to the handler
        Exchange exchange;
        bool is_secure = false;
        bool is_head = false;
        bool keeps_alive = false;
        std::chrono::steady_clock::time_point began;
    };

    asio::awaitable<void> run();
    asio::awaitable<bool> serve_one();
    asio::awaitable<bool> read_head(RequestReader& reader);
    asio::awaitable<bool> read_body(RequestReader& reader, HeldBody& held);
    asio::awaitable<std::optional<http::Reply>> refuse_large(
        const RequestReader& reader, const Turn& turn
    );
    asio::awaitable<bool> read_more(std::size_t most);
    Turn begin(RequestReader& reader);
    void believe_proxy(http::Request& request) const;

    asio::awaitable<http::Reply> answer(Turn& turn);
    asio::awaitable<bool> send(Turn& turn, http::Reply& reply);
    asio::awaitable<bool> send_body(Turn& turn, const http::Reply& reply);
    asio::awaitable<bool> send_file(Turn& turn, int file);
    asio::awaitable<bool> send_events(Turn& turn, const http::Reply& reply);
    asio::awaitable<bool> write(std::string_view first, std::string_view second);
    asio::awaitable<void> refuse(const RequestReader::Fault& fault, Turn& turn);
    asio::awaitable<void> linger();

    // Runs the task on a worker and throws what it throws; false when too many wait.
    asio::awaitable<bool> on_worker(std::function<void()> task);
    std::string head_of(
        const Turn& turn, const http::Reply& reply, std::optional<std::uint64_t> length
    );
    void enter(Phase phase, Time allowed);
    void enter_unbounded(Phase phase);
    void report(Turn& turn, const http::Reply& reply);

    Hall& hall_;
    std::unique_ptr<ByteStream> stream_;
    std::string address_;
    asio::steady_timer bell_;  // rung by a worker that is done, or by the drain
    std::string input_;        // read and not used yet
    Phase phase_ = Phase::handshake;
    std::chrono::steady_clock::time_point deadline_;
    bool is_new_ = true;
};

}  // namespace nangluc::net
