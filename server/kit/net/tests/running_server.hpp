#pragma once

#include <filesystem>
#include <fstream>
#include <future>
#include <mutex>
#include <thread>

#include "kit/net/server.hpp"
#include "kit/net/tests/client.hpp"

namespace nangluc::net {

// A server on a free port that lives as long as the test. Addresses: /echo gives back the body,
// /query the method and the path, /big a long text, /events three events, /wait answers when the
// test lets it.
class RunningServer {
public:
    explicit RunningServer(ServerOptions options = {})
        : server_(quiet(std::move(options)), handler()) {
        thread_ = std::thread([this] { server_.run(); });
    }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;
    ~RunningServer() { stop(); }

    std::uint16_t port() const { return server_.port(); }
    Server& server() { return server_; }
    void stop() {
        let_go();
        server_.drain();
        join();
    }
    void join() {
        if (thread_.joinable()) thread_.join();
    }

    // For /wait: until one has arrived, and to let it go.
    void await_arrival() { arrived_.get_future().wait(); }
    void let_go() {
        const std::lock_guard lock(mutex_);
        if (!is_let_go_) go_.set_value();
        is_let_go_ = true;
    }

    std::vector<Exchange> exchanges() {
        const std::lock_guard lock(mutex_);
        return exchanges_;
    }

private:
    static ServerOptions quiet(ServerOptions options) {
        options.stops_on_signals = false;
        options.timeouts.sweep = Timeouts::Time(10);
        options.timeouts.event = Timeouts::Time(1);
        return options;
    }

    Handler handler() {
        return {
            .answer = [this](const http::Request& request) { return answer(request); },
            .body_limit = [](http::Method, std::string_view) { return std::size_t{100'000}; },
            .refuse = [](const http::Request& request) -> std::optional<http::Reply> {
                if (request.path != "/forbidden") return std::nullopt;
                return http::problem(forbidden("forbidden"), request.request_id);
            },
            .exchanged =
                [this](const Exchange& exchange) {
                    const std::lock_guard lock(mutex_);
                    exchanges_.push_back(exchange);
                },
        };
    }

    http::Reply answer(const http::Request& request) {
        if (request.path == "/echo") return {.content_type = "text/plain", .body = request.body};
        if (request.path == "/big") {
            return {.content_type = "text/plain", .body = std::string(1'000'000, 'x')};
        }
        if (request.path == "/events") return events();
        if (request.path == "/fault") throw std::runtime_error("disk full");
        if (request.path == "/evil") {
            return {.headers = {{"X-Name", "a\r\nSet-Cookie: b"}}};
        }
        if (request.path == "/wait") wait();
        return {
            .content_type = "text/plain",
            .body = name_of(request.method) + ' ' + request.path + ' ' + request.peer + ' ' +
                    (request.secure ? "secure" : "plain"),
        };
    }

    static http::Reply events() {
        return {.events = [next = 0]() mutable -> std::optional<std::string> {
            ++next;
            if (next > 5) return std::nullopt;
            return next % 2 == 0 ? "" : "event " + std::to_string(next) + "\nsecond line";
        }};
    }

    void wait() {
        if (!has_arrived_.exchange(true)) arrived_.set_value();
        gone_.wait();
    }

    std::mutex mutex_;
    std::vector<Exchange> exchanges_;
    std::promise<void> arrived_;
    std::atomic<bool> has_arrived_{false};
    std::promise<void> go_;
    std::shared_future<void> gone_ = go_.get_future().share();
    bool is_let_go_ = false;
    Server server_;
    std::thread thread_;
};

inline std::string get(std::string_view target, std::string_view more = {}) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more) +
           "\r\n";
}
inline std::string post(std::string_view target, std::string_view body) {
    return "POST " + std::string(target) +
           " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
}

// A folder of its own, gone with the test.
class TestFolder {
public:
    TestFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "nangluc-net-XXXXXX").string();
        if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
        path_ = pattern;
    }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    ~TestFolder() { std::filesystem::remove_all(path_); }

    const std::filesystem::path& path() const { return path_; }
    std::string write(const std::string& name, const std::string& bytes) const {
        const auto file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }

private:
    std::filesystem::path path_;
};

}  // namespace nangluc::net
