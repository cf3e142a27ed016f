#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kit/http/http.hpp"

namespace nangluc::net {

// One request, read from bytes as they come. Beast's parser stays in the .cpp.
class RequestReader {
public:
    enum class State { head, body, done, refused };
    struct Fault {
        int status = 400;
        std::string code = "request.malformed";
    };

    explicit RequestReader(std::size_t most_header_bytes);
    ~RequestReader();

    // Takes what it can use and returns how much that was; the rest is to be given again, with more
    // behind it. Takes nothing beyond the head until the body's limit is known.
    std::size_t feed(std::string_view bytes);
    State state() const { return state_; }
    const Fault& fault() const { return fault_; }  // when refused

    // Once the head is there: the request without its body, to be moved from.
    http::Request& request() { return request_; }
    const std::string& method() const { return method_; }  // as sent, "HEAD"
    bool is_head() const { return method_ == "HEAD"; }
    bool keeps_alive() const { return keeps_alive_; }
    bool expects_continue() const { return expects_continue_; }

    // Refuses with 413 what the head already announces; later chunks are counted too.
    void limit_body(std::size_t most_bytes);
    // Whether the body may come to more: it says so, or does not say how long it is.
    bool may_exceed(std::size_t bytes) const;
    // Takes nothing more of the request.
    void refuse(int status, std::string code);
    // Once done.
    std::string take_body();

private:
    struct Parser;
    std::size_t put(std::string_view bytes, bool& goes_on);
    void read_head();
    void read_method();
    void read_target(std::string_view target);
    bool read_fields();

    std::unique_ptr<Parser> parser_;
    State state_ = State::head;
    Fault fault_;
    http::Request request_;
    std::string method_;
    bool keeps_alive_ = false;
    bool expects_continue_ = false;
    std::size_t most_header_bytes_;
    std::size_t header_bytes_ = 0;
};

}  // namespace nangluc::net
