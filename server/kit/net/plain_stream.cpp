#include <array>
#include <boost/asio/write.hpp>

#include "kit/net/byte_stream.hpp"

namespace nangluc::net {

class PlainStream final : public ByteStream {
public:
    explicit PlainStream(asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}

    asio::awaitable<bool> handshake() override { co_return true; }

    asio::awaitable<std::size_t> read_some(asio::mutable_buffer into) override {
        const auto [error, size] = co_await socket_.async_read_some(into, quietly);
        co_return error ? 0 : size;
    }

    asio::awaitable<bool> write(asio::const_buffer first, asio::const_buffer second) override {
        const std::array both{first, second};
        const auto [error, size] = co_await asio::async_write(socket_, both, quietly);
        co_return !error;
    }

    asio::awaitable<void> shutdown() override {
        boost::system::error_code ignored;
        socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        co_return;
    }

    void abort() override {
        boost::system::error_code ignored;
        socket_.close(ignored);
    }

private:
    asio::ip::tcp::socket socket_;
};

std::unique_ptr<ByteStream> plain_stream(asio::ip::tcp::socket socket) {
    return std::make_unique<PlainStream>(std::move(socket));
}

}  // namespace nangluc::net
