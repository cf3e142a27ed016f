// The second half of a connection: from the handler to the wire.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>

#include "kit/net/connection.hpp"
#include "kit/net/gzip.hpp"
#include "kit/net/reply_head.hpp"

namespace nangluc::net {

static constexpr std::size_t sent_at_once = 64 << 10;

// A worker's task must not throw; what escapes the handler is a fault of the wiring.
static http::Reply guarded(const Handler& handler, http::Request request) {
    const auto id = request.request_id;
    const auto encodings = request.header("accept-encoding").value_or("");
    try {
        auto reply = handler.answer(std::move(request));
        pack(encodings, reply);
        return reply;
    } catch (const std::exception& error) {
        if (handler.fault) handler.fault(error.what());
    } catch (...) {
        if (handler.fault) handler.fault("not a std::exception");
    }
    return http::problem(500, unavailable("fault"), id);
}

asio::awaitable<http::Reply> Connection::answer(Turn& turn) {
    enter_unbounded(Phase::worker);
    http::Reply reply;
    std::function<void()> task = [this, &turn, &reply] {
        reply = guarded(hall_.handler, std::move(turn.request));
    };
    const bool taken = co_await on_worker(std::move(task));
    if (!taken) reply = http::problem(unavailable("server.busy"), turn.exchange.request_id);
    co_return reply;
}

std::string Connection::head_of(
    const Turn& turn, const http::Reply& reply, std::optional<std::uint64_t> length
) {
    return reply_head(
        reply,
        {
            .length = length,
            .keeps_alive = turn.keeps_alive,
            .is_secure = turn.is_secure,
            .request_id = turn.exchange.request_id,
            .content_security_policy = hall_.options.content_security_policy,
        }
    );
}

asio::awaitable<bool> Connection::write(std::string_view first, std::string_view second) {
    const asio::const_buffer a(first.data(), first.size());
    const asio::const_buffer b(second.data(), second.size());
    const bool written = co_await stream_->write(a, b);
    co_return written;
}

// Closed however the coroutine ends.
class OpenFile {
public:
    explicit OpenFile(const std::string& path) : number_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        struct stat facts {};
        if (number_ < 0 || fstat(number_, &facts) != 0 || !S_ISREG(facts.st_mode)) return;
        size_ = static_cast<std::uint64_t>(facts.st_size);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (number_ >= 0) close(number_);
    }
    int number() const { return number_; }
    std::optional<std::uint64_t> size() const { return size_; }

private:
    int number_;
    std::optional<std::uint64_t> size_;
};

asio::awaitable<bool> Connection::send(Turn& turn, http::Reply& reply) {
    if (hall_.drains) turn.keeps_alive = false;
    if (reply.events) {
        const bool sent = co_await send_events(turn, reply);
        co_return sent;
    }
    if (!reply.file) {
        const bool sent = co_await send_body(turn, reply);
        co_return sent;
    }
    const OpenFile file(*reply.file);
    if (!file.size()) {
        reply = http::problem(not_found("file"), turn.exchange.request_id);
        const bool sent = co_await send_body(turn, reply);
        co_return sent;
    }
    enter(Phase::reply, hall_.options.timeouts.write);
    const auto head = head_of(turn, reply, file.size());
    bool sent = co_await write(head, {});
    if (sent && !turn.is_head) sent = co_await send_file(turn, file.number());
    co_return sent && (turn.is_head || turn.exchange.bytes == *file.size());
}

asio::awaitable<bool> Connection::send_body(Turn& turn, const http::Reply& reply) {
    enter(Phase::reply, hall_.options.timeouts.write);
    const auto head = head_of(turn, reply, reply.body.size());
    std::string_view rest = turn.is_head ? std::string_view() : reply.body;
    bool sent = co_await write(head, rest.substr(0, sent_at_once));
    turn.exchange.bytes += std::min(rest.size(), sent_at_once);
    rest.remove_prefix(std::min(rest.size(), sent_at_once));

    while (sent && !rest.empty()) {
        enter(Phase::reply, hall_.options.timeouts.write);
        sent = co_await write(rest.substr(0, sent_at_once), {});
        turn.exchange.bytes += std::min(rest.size(), sent_at_once);
        rest.remove_prefix(std::min(rest.size(), sent_at_once));
    }
    co_return sent;
}

asio::awaitable<bool> Connection::send_file(Turn& turn, int file) {
    std::string bytes(sent_at_once, '\0');
    for (;;) {
        const auto got = ::read(file, bytes.data(), bytes.size());
        if (got < 0) co_return false;
        if (got == 0) co_return true;
        enter(Phase::reply, hall_.options.timeouts.write);
        const auto size = static_cast<std::size_t>(got);
        const bool sent = co_await write(std::string_view(bytes).substr(0, size), {});
        if (!sent) co_return false;
        turn.exchange.bytes += size;
    }
}

// An event stream: its body ends with the connection.
asio::awaitable<bool> Connection::send_events(Turn& turn, const http::Reply& reply) {
    static constexpr auto longest_silence = std::chrono::seconds(15);
    turn.keeps_alive = false;
    auto opened = reply;
    opened.content_type = "text/event-stream";
    opened.headers.emplace_back("X-Accel-Buffering", "no");
    enter(Phase::reply, hall_.options.timeouts.write);
    const auto head = head_of(turn, opened, std::nullopt);
    bool sent = co_await write(head, {});
    auto last = std::chrono::steady_clock::now();

    while (sent && !turn.is_head && !hall_.drains) {
        std::optional<std::string> event = "";
        std::function<void()> pull = [&event, &reply] { event = reply.events(); };
        enter_unbounded(Phase::worker);
        co_await on_worker(std::move(pull));
        if (!event) break;

        const auto now = std::chrono::steady_clock::now();
        if (!event->empty() || now - last > longest_silence) {
            // A comment tells whether anybody is still there.
            const auto text = event->empty() ? std::string(":\n\n") : event_text(*event);
            enter(Phase::reply, hall_.options.timeouts.write);
            sent = co_await write(text, {});
            turn.exchange.bytes += text.size();
            last = now;
        }
        if (hall_.drains) break;
        enter_unbounded(Phase::events);
        bell_.expires_after(hall_.options.timeouts.event);
        co_await bell_.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    co_return sent;
}

asio::awaitable<void> Connection::refuse(const RequestReader::Fault& fault, Turn& turn) {
    turn.keeps_alive = false;
    const auto error = fault.status == 503 ? unavailable(fault.code) : invalid(fault.code);
    const auto reply = http::problem(fault.status, error, turn.exchange.request_id);
    const bool sent = co_await send_body(turn, reply);
    report(turn, reply);
    if (sent) co_await linger();
}

// Closing while input is unread would take the answer back: the peer's side resets. So its end is
// waited for, within a time and an amount.
asio::awaitable<void> Connection::linger() {
    static constexpr std::size_t most = 4 << 20;
    enter(Phase::reply, hall_.options.timeouts.linger);
    co_await stream_->shutdown();
    std::string bytes(16 << 10, '\0');
    std::size_t seen = 0;
    while (seen < most) {
        const auto got = co_await stream_->read_some(asio::buffer(bytes));
        if (got == 0) co_return;
        seen += got;
    }
}

}  // namespace nangluc::net
