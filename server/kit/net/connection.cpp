#include "kit/net/connection.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstdio>
#include <exception>
#include <limits>

namespace nangluc::net {

using Steady = std::chrono::steady_clock;

static constexpr std::size_t head_read = 4 << 10;
static constexpr std::size_t body_read = 64 << 10;

Connection::Connection(Hall& hall, std::unique_ptr<ByteStream> stream, std::string address)
    : hall_(hall), stream_(std::move(stream)), address_(std::move(address)), bell_(hall.io) {
    hall_.connections.insert(this);
}

Connection::~Connection() {
    hall_.connections.erase(this);
}

void Connection::enter(Phase phase, Time allowed) {
    phase_ = phase;
    deadline_ = Steady::now() + allowed;
}

void Connection::enter_unbounded(Phase phase) {
    phase_ = phase;
    deadline_ = Steady::time_point::max();
}

void Connection::sweep(Steady::time_point now) {
    if (now >= deadline_) abort();
}

void Connection::drain() {
    if (phase_ == Phase::idle || phase_ == Phase::handshake) abort();
    if (phase_ == Phase::events) bell_.cancel();
}

void Connection::abort() {
    stream_->abort();
    if (phase_ == Phase::events) bell_.cancel();
}

asio::awaitable<void> Connection::serve(std::shared_ptr<Connection> self) {
    try {
        co_await self->run();
    } catch (const std::exception& error) {
        if (self->hall_.handler.fault) self->hall_.handler.fault(error.what());
    }
    self->stream_->abort();
    self->hall_.leave(self.get());
}

asio::awaitable<void> Connection::run() {
    enter(Phase::handshake, hall_.options.timeouts.handshake);
    const bool shook = co_await stream_->handshake();
    if (!shook) co_return;

    bool goes_on = true;
    while (goes_on) goes_on = co_await serve_one();
}

asio::awaitable<bool> Connection::read_more(std::size_t most) {
    const auto had = input_.size();
    input_.resize(had + most);
    const auto got = co_await stream_->read_some(asio::buffer(input_.data() + had, most));
    input_.resize(had + got);
    co_return got > 0;
}

// True once there is a head, or a reason to refuse.
asio::awaitable<bool> Connection::read_head(RequestReader& reader) {
    const auto& timeouts = hall_.options.timeouts;
    if (input_.empty()) {
        // A browser opens connections ahead of need, so the first request may take its time too.
        if (hall_.drains) co_return false;
        input_.shrink_to_fit();
        enter(Phase::idle, is_new_ ? timeouts.header : timeouts.idle);
        const bool got = co_await read_more(head_read);
        if (!got) co_return false;
    }
    is_new_ = false;
    enter(Phase::request, timeouts.header);
    for (;;) {
        input_.erase(0, reader.feed(input_));
        if (reader.state() != RequestReader::State::head) co_return true;
        const bool got = co_await read_more(head_read);
        if (!got) co_return false;
    }
}

asio::awaitable<bool> Connection::read_body(RequestReader& reader, HeldBody& held) {
    using State = RequestReader::State;
    if (reader.expects_continue() && reader.state() == State::body && input_.empty()) {
        enter(Phase::reply, hall_.options.timeouts.write);
        const bool written = co_await write("HTTP/1.1 100 Continue\r\n\r\n", {});
        if (!written) co_return false;
    }
    enter(Phase::request, hall_.options.timeouts.body);
    std::size_t since = 0;
    for (;;) {
        const auto used = reader.feed(input_);
        input_.erase(0, used);
        since += used;
        if (!held.add(used)) reader.refuse(503, "server.busy");
        if (reader.state() != State::body) co_return true;
        if (since >= body_read) {
            enter(Phase::request, hall_.options.timeouts.body);
            since = 0;
        }
        const bool got = co_await read_more(body_read);
        if (!got) co_return false;
    }
}

static std::string own_request_id(std::uint64_t number) {
    // Unlike in another process, or after a restart: the log is searched by it.
    static const auto process =
        static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
    char text[40];
    const int size = std::snprintf(
        text,
        sizeof text,
        "%012llx-%06llx",
        static_cast<unsigned long long>(process & 0xffffffffffff),
        static_cast<unsigned long long>(number)
    );
    return {text, static_cast<std::size_t>(size)};
}

static bool is_request_id(const std::string& text) {
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
    });
}

Connection::Turn Connection::begin(RequestReader& reader) {
    Turn turn;
    turn.began = Steady::now();
    turn.request = std::move(reader.request());
    turn.is_head = reader.is_head();
    turn.keeps_alive = reader.keeps_alive();

    auto& request = turn.request;
    request.request_id = own_request_id(++hall_.next_request);
    request.peer = address_;
    request.secure = hall_.options.tls.has_value();
    if (hall_.proxies.trusts(address_)) believe_proxy(request);

    turn.is_secure = request.secure;
    turn.exchange.request_id = request.request_id;
    turn.exchange.method = reader.method();
    turn.exchange.path = request.path;
    turn.exchange.peer = request.peer;
    return turn;
}

void Connection::believe_proxy(http::Request& request) const {
    request.peer =
        hall_.proxies.peer_behind(address_, request.header("x-forwarded-for").value_or(""));
    const auto scheme = request.header("x-forwarded-proto");
    if (scheme) request.secure = *scheme == "https";
    auto id = request.header("x-request-id").value_or("");
    if (is_request_id(id)) request.request_id = std::move(id);
}

// Nobody who may not send it anyway fills the memory with a large body.
asio::awaitable<std::optional<http::Reply>> Connection::refuse_large(
    const RequestReader& reader, const Turn& turn
) {
    std::optional<http::Reply> refusal;
    const auto& refuse = hall_.handler.refuse;
    if (!refuse || !reader.may_exceed(hall_.options.limits.large_body_bytes)) co_return refusal;

    enter_unbounded(Phase::worker);
    std::function<void()> task = [&refuse, &refusal, &turn] { refusal = refuse(turn.request); };
    const bool taken = co_await on_worker(std::move(task));
    if (!taken) refusal = http::problem(unavailable("server.busy"), turn.exchange.request_id);
    co_return refusal;
}

asio::awaitable<bool> Connection::serve_one() {
    using State = RequestReader::State;
    RequestReader reader(hall_.options.limits.header_bytes);
    const bool has_head = co_await read_head(reader);
    if (!has_head) co_return false;

    auto turn = begin(reader);
    if (reader.state() == State::body) {
        const auto& limit = hall_.handler.body_limit;
        const std::size_t none = std::numeric_limits<std::size_t>::max();
        reader.limit_body(limit ? limit(turn.request.method, turn.request.path) : none);
    }
    if (reader.state() == State::body) {
        auto refusal = co_await refuse_large(reader, turn);
        if (refusal) {
            turn.keeps_alive = false;
            co_await send(turn, *refusal);
            report(turn, *refusal);
            co_await linger();
            co_return false;
        }
    }
    HeldBody held(hall_);
    if (reader.state() == State::body) {
        const bool has_body = co_await read_body(reader, held);
        if (!has_body) co_return false;
    }
    if (reader.state() == State::refused) {
        co_await refuse(reader.fault(), turn);
        co_return false;
    }
    turn.request.body = reader.take_body();

    auto reply = co_await answer(turn);
    const bool sent = co_await send(turn, reply);
    report(turn, reply);
    if (sent && !turn.keeps_alive) co_await linger();
    co_return sent&& turn.keeps_alive;
}

// The bell cannot ring before it is waited for: whoever rings does so on this thread.
asio::awaitable<bool> Connection::on_worker(std::function<void()> task) {
    bool is_done = false;
    std::exception_ptr thrown;
    const bool taken = hall_.workers.add([this, &is_done, &thrown, task = std::move(task)] {
        try {
            task();
        } catch (...) {
            thrown = std::current_exception();
        }
        asio::post(hall_.io, [this, &is_done] {
            is_done = true;
            bell_.cancel();
        });
    });
    if (!taken) co_return false;
    while (!is_done) {
        bell_.expires_at(Steady::time_point::max());
        co_await bell_.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    if (thrown) std::rethrow_exception(thrown);
    co_return true;
}

void Connection::report(Turn& turn, const http::Reply& reply) {
    if (!hall_.handler.exchanged) return;
    auto& exchange = turn.exchange;
    exchange.operation = reply.operation;
    exchange.account = reply.account;
    exchange.status = reply.status;
    exchange.time =
        std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - turn.began);
    hall_.handler.exchanged(exchange);
}

}  // namespace nangluc::net
