#include "kit/net/request_reader.hpp"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "kit/http/target.hpp"

namespace nangluc::net {

namespace beast = boost::beast::http;

struct RequestReader::Parser {
    beast::request_parser<beast::string_body> beast;
};

RequestReader::RequestReader(std::size_t most_header_bytes)
    : parser_(std::make_unique<Parser>()), most_header_bytes_(most_header_bytes) {
    parser_->beast.eager(false);
    parser_->beast.header_limit(static_cast<std::uint32_t>(most_header_bytes));
    // Ours comes later, when the route is known.
    parser_->beast.body_limit(boost::none);
}

RequestReader::~RequestReader() = default;

void RequestReader::refuse(int status, std::string code) {
    state_ = State::refused;
    fault_ = {status, std::move(code)};
}

static RequestReader::Fault fault_of(const boost::system::error_code& error) {
    if (error == beast::error::header_limit) return {431, "request.header_too_large"};
    if (error == beast::error::body_limit) return {413, "body.too_large"};
    if (error == beast::error::bad_version) return {505, "request.version"};
    return {400, "request.malformed"};
}

std::size_t RequestReader::feed(std::string_view bytes) {
    std::size_t used = 0;
    bool goes_on = true;
    while (goes_on && used < bytes.size()) {
        const auto rest = bytes.substr(used);
        const auto taken = put(rest, goes_on);
        used += taken;
        if (state_ == State::head && header_bytes_ + rest.size() - taken > most_header_bytes_) {
            refuse(431, "request.header_too_large");
        }
        goes_on = goes_on && state_ == State::body;
    }
    return used;
}

// One step of the parser; it stops for want of bytes, at a fault, and between head and body.
std::size_t RequestReader::put(std::string_view bytes, bool& goes_on) {
    if (state_ != State::head && state_ != State::body) {
        goes_on = false;
        return 0;
    }
    auto& parser = parser_->beast;
    boost::system::error_code error;
    const auto taken = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    goes_on = !error;
    if (error && error != beast::error::need_more) {
        const auto fault = fault_of(error);
        refuse(fault.status, fault.code);
        return taken;
    }
    if (state_ == State::body) {
        if (parser.is_done()) state_ = State::done;
        return taken;
    }
    header_bytes_ += taken;
    if (parser.is_header_done()) {
        read_head();
        goes_on = false;
    }
    return taken;
}

void RequestReader::read_head() {
    const auto& head = parser_->beast.get();
    method_ = std::string(head.method_string());
    keeps_alive_ = parser_->beast.keep_alive();
    state_ = State::body;

    if (!read_fields()) return refuse(400, "request.malformed");
    read_method();
    const auto target = head.target();
    if (state_ == State::body) read_target({target.data(), target.size()});
}

void RequestReader::read_method() {
    switch (parser_->beast.get().method()) {
        case beast::verb::get:
        case beast::verb::head:
            request_.method = http::Method::get;
            break;
        case beast::verb::post:
            request_.method = http::Method::post;
            break;
        case beast::verb::put:
            request_.method = http::Method::put;
            break;
        case beast::verb::patch:
            request_.method = http::Method::patch;
            break;
        case beast::verb::delete_:
            request_.method = http::Method::del;
            break;
        default:
            refuse(501, "request.method");
    }
}

// A proxy may send the whole address: "http://host/path".
static std::string_view without_origin(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const auto slash = target.find('/', scheme.size());
        return slash == std::string_view::npos ? "/" : target.substr(slash);
    }
    return target;
}

void RequestReader::read_target(std::string_view target) {
    auto parts = http::parse_target(without_origin(target));
    if (!parts) return refuse(400, parts.error().code);
    request_.path = std::move(parts.value().path);
    request_.query = std::move(parts.value().query);
}

static std::string lower(boost::beast::string_view text) {
    std::string low;
    for (const char letter : text) {
        low += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    }
    return low;
}

bool RequestReader::read_fields() {
    auto& headers = request_.headers;
    for (const auto& field : parser_->beast.get()) {
        const auto name = lower(field.name_string());
        const std::string value(field.value());
        const auto [place, is_new] = headers.emplace(name, value);
        if (is_new) continue;

        // Two hosts are two opinions on where the request belongs.
        if (name == "host") return false;
        place->second += (name == "cookie" ? "; " : ", ") + value;
    }
    expects_continue_ = request_.header("expect") == "100-continue";
    const bool needs_host = parser_->beast.get().version() >= 11;
    return !needs_host || headers.contains("host");
}

void RequestReader::limit_body(std::size_t most_bytes) {
    auto& parser = parser_->beast;
    const auto announced = parser.content_length();
    if (announced && *announced > most_bytes) return refuse(413, "body.too_large");
    parser.body_limit(most_bytes);
    parser.eager(true);
    if (parser.is_done()) state_ = State::done;
}

bool RequestReader::may_exceed(std::size_t bytes) const {
    const auto announced = parser_->beast.content_length();
    return !announced || *announced > bytes;
}

std::string RequestReader::take_body() {
    return std::move(parser_->beast.get().body());
}

}  // namespace nangluc::net
