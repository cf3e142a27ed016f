#pragma once

// A client that does exactly what a test tells it, byte for byte, over a real socket.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace nangluc::net {

struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

class Client {
public:
    explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        // Only so that a broken server fails the test instead of hanging it.
        const timeval patience{.tv_sec = 20, .tv_usec = 0};
        const int one = 1;
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);

        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_port = htons(port);
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(socket_, reinterpret_cast<sockaddr*>(&place), sizeof place) != 0) {
            close(socket_);
            throw std::runtime_error("connection refused");
        }
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { close(socket_); }

    int socket() const { return socket_; }

    // False once the server has gone.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    // One answer with the length it announces; `bodiless` for HEAD.
    Answer read(bool bodiless = false) {
        Answer answer = read_head();
        const auto length = answer.header("content-length");
        if (bodiless || length.empty()) return answer;
        const auto size = std::stoul(length);
        while (input_.size() < size && receive()) {
        }
        answer.body = take(size);
        return answer;
    }

    Answer ask(std::string_view request) {
        send(request);
        return read();
    }

    // What comes until the mark, with it; less where the server ends before.
    std::string read_until(std::string_view mark) {
        auto end = input_.find(mark);
        while (end == std::string::npos && receive()) end = input_.find(mark);
        return take(end == std::string::npos ? input_.size() : end + mark.size());
    }

    // True when nothing but the end is left.
    bool is_closed() {
        while (receive()) {
        }
        return input_.empty() && has_ended_;
    }

    Answer read_head() {
        Answer answer;
        auto head = read_until("\r\n\r\n");
        if (head.size() < 12) return answer;
        answer.status = std::stoi(head.substr(9, 3));
        for (auto at = head.find("\r\n") + 2; head.compare(at, 2, "\r\n") != 0;) {
            const auto end = head.find("\r\n", at);
            const auto colon = head.find(": ", at);
            auto name = head.substr(at, colon - at);
            for (auto& letter : name) letter = static_cast<char>(std::tolower(letter));
            answer.headers[name] = head.substr(colon + 2, end - colon - 2);
            at = end + 2;
        }
        return answer;
    }

private:
    bool receive() {
        char bytes[16384];
        const auto got = recv(socket_, bytes, sizeof bytes, 0);
        has_ended_ = got == 0 || (got < 0 && errno == ECONNRESET);
        if (got <= 0) return false;
        input_.append(bytes, static_cast<std::size_t>(got));
        return true;
    }
    std::string take(std::size_t size) {
        auto taken = input_.substr(0, size);
        input_.erase(0, size);
        return taken;
    }

    int socket_;
    bool has_ended_ = false;
    std::string input_;
};

}  // namespace nangluc::net
