#pragma once

// The border to Asio's streams: a coroutine that returns an awaitable is type-erased already, so
// one virtual interface keeps the templates of sockets and TLS in two small files.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <string>

namespace nangluc::net {

namespace asio = boost::asio;

// Failures are returned, not thrown.
inline constexpr auto quietly = asio::as_tuple(asio::use_awaitable);

class ByteStream {
public:
    virtual ~ByteStream() = default;
    virtual asio::awaitable<bool> handshake() = 0;
    // 0 once the peer has ended, or on any failure.
    virtual asio::awaitable<std::size_t> read_some(asio::mutable_buffer into) = 0;
    // All of both; false on any failure.
    virtual asio::awaitable<bool> write(asio::const_buffer first, asio::const_buffer second) = 0;
    // Tells the peer that nothing more comes; reading goes on.
    virtual asio::awaitable<void> shutdown() = 0;
    // Ends every operation that waits, now.
    virtual void abort() = 0;
};

std::unique_ptr<ByteStream> plain_stream(asio::ip::tcp::socket socket);

// Certificate, key and the rules of TLS. Throws where the files are no good.
class TlsContext {
public:
    TlsContext(const std::string& certificate_file, const std::string& key_file);
    ~TlsContext();
    std::unique_ptr<ByteStream> stream(asio::ip::tcp::socket socket);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace nangluc::net
