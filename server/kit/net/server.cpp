#include "kit/net/server.hpp"

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>

#include "kit/net/connection.hpp"

namespace nangluc::net {

using Steady = std::chrono::steady_clock;
using asio::ip::tcp;

class Server::Machine {
public:
    Machine(ServerOptions options, Handler handler);
    ~Machine() { workers_.stop(); }

    std::uint16_t port() const { return port_; }
    void run();
    void drain() {
        asio::post(io_, [this] { begin_drain(); });
    }
    Load load() const { return {connections_.load(), workers_.waiting()}; }

private:
    void listen();
    void begin_drain();
    void admit(tcp::socket socket);
    bool make_room();
    asio::awaitable<void> accept_all();
    asio::awaitable<void> sweep_all();

    const ServerOptions options_;
    const Handler handler_;
    const TrustedProxies proxies_;
    WorkerPool workers_;
    std::atomic<std::size_t> connections_{0};
    // Outlives the loop, whose end destroys the connections that are left.
    Hall hall_;
    asio::io_context io_{1};
    std::optional<TlsContext> tls_;
    tcp::acceptor acceptor_{io_};
    asio::steady_timer sweeper_{io_};
    asio::signal_set signals_{io_};
    Steady::time_point drained_by_ = Steady::time_point::max();
    std::uint16_t port_ = 0;
};

Server::Machine::Machine(ServerOptions options, Handler handler)
    : options_(std::move(options)),
      handler_(std::move(handler)),
      proxies_(options_.trusted_proxies),
      workers_(options_.workers, options_.limits.waiting_requests),
      hall_{options_, handler_, proxies_, workers_, io_} {
    if (options_.tls) tls_.emplace(options_.tls->certificate, options_.tls->key);
    listen();
}

void Server::Machine::listen() {
    const tcp::endpoint place(asio::ip::make_address(options_.address), options_.port);
    acceptor_.open(place.protocol());
    acceptor_.set_option(tcp::acceptor::reuse_address(true));
    acceptor_.bind(place);
    acceptor_.listen();
    port_ = acceptor_.local_endpoint().port();
}

void Server::Machine::run() {
    if (options_.stops_on_signals) {
        signals_.add(SIGTERM);
        signals_.add(SIGINT);
        signals_.async_wait([this](const boost::system::error_code& error, int) {
            if (!error) begin_drain();
        });
    }
    asio::co_spawn(io_, accept_all(), asio::detached);
    asio::co_spawn(io_, sweep_all(), asio::detached);
    io_.run();
    workers_.stop();
}

void Server::Machine::begin_drain() {
    if (hall_.drains) return;
    hall_.drains = true;
    drained_by_ = Steady::now() + options_.timeouts.drain;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    const auto present = hall_.connections;
    for (auto* connection : present) connection->drain();
    if (hall_.connections.empty()) io_.stop();
}

static std::string text_of(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

// A full house turns out whoever only stands about; where all are busy, there is no room.
bool Server::Machine::make_room() {
    if (hall_.connections.size() < options_.limits.connections) return true;
    for (auto* connection : hall_.connections) {
        if (!connection->is_idle()) continue;
        connection->abort();
        return true;
    }
    return false;
}

void Server::Machine::admit(tcp::socket socket) {
    boost::system::error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (error || !make_room()) return;
    socket.set_option(tcp::no_delay(true), error);

    auto stream = tls_ ? tls_->stream(std::move(socket)) : plain_stream(std::move(socket));
    auto connection =
        std::make_shared<Connection>(hall_, std::move(stream), text_of(peer.address()));
    connections_ = hall_.connections.size();
    asio::co_spawn(io_, Connection::serve(std::move(connection)), asio::detached);
}

asio::awaitable<void> Server::Machine::accept_all() {
    while (!hall_.drains) {
        auto [error, socket] = co_await acceptor_.async_accept(quietly);
        if (!error) {
            admit(std::move(socket));
            continue;
        }
        // Out of descriptors, most likely: connections that end give some back.
        asio::steady_timer pause(io_, std::chrono::milliseconds(100));
        co_await pause.async_wait(quietly);
    }
}

asio::awaitable<void> Server::Machine::sweep_all() {
    for (;;) {
        sweeper_.expires_after(options_.timeouts.sweep);
        co_await sweeper_.async_wait(quietly);
        const auto now = Steady::now();
        const auto present = hall_.connections;
        for (auto* connection : present) connection->sweep(now);
        connections_ = hall_.connections.size();
        if (now >= drained_by_) io_.stop();
    }
}

Server::Server(ServerOptions options, Handler handler)
    : machine_(std::make_unique<Machine>(std::move(options), std::move(handler))) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return machine_->port();
}
void Server::run() {
    machine_->run();
}
void Server::drain() {
    machine_->drain();
}
Load Server::load() const {
    return machine_->load();
}

}  // namespace nangluc::net
