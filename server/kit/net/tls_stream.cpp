#include <array>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include "kit/net/byte_stream.hpp"

namespace nangluc::net {

namespace ssl = asio::ssl;

class TlsStream final : public ByteStream {
public:
    TlsStream(asio::ip::tcp::socket socket, ssl::context& context)
        : stream_(std::move(socket), context) {}

    asio::awaitable<bool> handshake() override {
        const auto [error] = co_await stream_.async_handshake(ssl::stream_base::server, quietly);
        co_return !error;
    }

    asio::awaitable<std::size_t> read_some(asio::mutable_buffer into) override {
        const auto [error, size] = co_await stream_.async_read_some(into, quietly);
        co_return error ? 0 : size;
    }

    asio::awaitable<bool> write(asio::const_buffer first, asio::const_buffer second) override {
        const std::array both{first, second};
        const auto [error, size] = co_await asio::async_write(stream_, both, quietly);
        co_return !error;
    }

    asio::awaitable<void> shutdown() override {
        co_await stream_.async_shutdown(quietly);
        boost::system::error_code ignored;
        stream_.next_layer().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

    void abort() override {
        boost::system::error_code ignored;
        stream_.next_layer().close(ignored);
    }

private:
    ssl::stream<asio::ip::tcp::socket> stream_;
};

struct TlsContext::Parts {
    ssl::context context{ssl::context::tls_server};
};

// HTTP/1.1 is all we speak; a client that offers other protocols only is told so in the handshake.
using Bytes = const unsigned char;
// NOLINTNEXTLINE(readability-function-size): the form of the callback is OpenSSL's.
static int choose(SSL*, Bytes** chosen, unsigned char* size, Bytes* offer, unsigned length, void*) {
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* found = nullptr;
    const int outcome = SSL_select_next_proto(&found, size, ours, sizeof ours - 1, offer, length);
    *chosen = found;
    return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

TlsContext::TlsContext(const std::string& certificate_file, const std::string& key_file)
    : parts_(std::make_unique<Parts>()) {
    auto& context = parts_->context;
    context.use_certificate_chain_file(certificate_file);
    context.use_private_key_file(key_file, ssl::context::pem);

    auto* native = context.native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_alpn_select_cb(native, choose, nullptr);
}

TlsContext::~TlsContext() = default;

std::unique_ptr<ByteStream> TlsContext::stream(asio::ip::tcp::socket socket) {
    return std::make_unique<TlsStream>(std::move(socket), parts_->context);
}

}  // namespace nangluc::net
