#include <doctest/doctest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "kit/net/tests/running_server.hpp"

namespace nangluc::net {

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* thing) const {
        free(thing);
    }
};
template <class T, auto free>
using Owned = std::unique_ptr<T, Freed<free>>;

// A key and a certificate for it, signed by itself, made anew for each test.
class TestCertificate {
public:
    explicit TestCertificate(const TestFolder& folder)
        : files{(folder.path() / "cert.pem").string(), (folder.path() / "key.pem").string()} {
        const Owned<EVP_PKEY, EVP_PKEY_free> key(EVP_EC_gen("P-256"));
        const Owned<X509, X509_free> certificate(X509_new());
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
        X509_set_pubkey(certificate.get(), key.get());
        auto* name = X509_get_subject_name(certificate.get());
        const auto* host = reinterpret_cast<const unsigned char*>("localhost");
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, host, -1, -1, 0);
        X509_set_issuer_name(certificate.get(), name);
        X509_sign(certificate.get(), key.get(), EVP_sha256());

        const Owned<FILE, fclose> to_certificate(fopen(files.certificate.c_str(), "w"));
        PEM_write_X509(to_certificate.get(), certificate.get());
        const Owned<FILE, fclose> to_key(fopen(files.key.c_str(), "w"));
        PEM_write_PrivateKey(to_key.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    }

    TlsFiles files;
};

// A TLS client over the test's own socket.
class TlsClient {
public:
    TlsClient(std::uint16_t port, int most_version, const std::string& protocols)
        : client_(port), context_(SSL_CTX_new(TLS_client_method())), ssl_(nullptr) {
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_.get(), most_version);
        SSL_CTX_set_security_level(context_.get(), 0);
        ssl_.reset(SSL_new(context_.get()));
        const auto* bytes = reinterpret_cast<const unsigned char*>(protocols.data());
        if (!protocols.empty()) {
            SSL_set_alpn_protos(ssl_.get(), bytes, static_cast<unsigned>(protocols.size()));
        }
        SSL_set_fd(ssl_.get(), client_.socket());
        is_connected_ = SSL_connect(ssl_.get()) == 1;
    }

    bool is_connected() const { return is_connected_; }
    std::string protocol() const {
        const unsigned char* name = nullptr;
        unsigned size = 0;
        SSL_get0_alpn_selected(ssl_.get(), &name, &size);
        return {reinterpret_cast<const char*>(name), size};
    }
    std::string ask(const std::string& request) {
        SSL_write(ssl_.get(), request.data(), static_cast<int>(request.size()));
        std::string answer;
        char bytes[4096];
        while (answer.find("secure") == std::string::npos) {
            const int got = SSL_read(ssl_.get(), bytes, sizeof bytes);
            if (got <= 0) break;
            answer.append(bytes, static_cast<std::size_t>(got));
        }
        return answer;
    }

private:
    Client client_;
    Owned<SSL_CTX, SSL_CTX_free> context_;
    Owned<SSL, SSL_free> ssl_;
    bool is_connected_ = false;
};

static const std::string http_1 = "\x08http/1.1";
static const std::string http_2_first = "\x02h2\x08http/1.1";

TEST_CASE("over TLS the same requests get the same answers, and the browser is told to stay") {
    const TestFolder folder;
    RunningServer server({.tls = TestCertificate(folder).files});
    TlsClient client(server.port(), TLS1_3_VERSION, http_2_first);
    REQUIRE(client.is_connected());

    CHECK(client.protocol() == "http/1.1");
    const auto answer = client.ask(get("/a"));
    CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(answer.ends_with("get /a 127.0.0.1 secure"));
    CHECK(answer.find("Strict-Transport-Security: max-age=31536000") != std::string::npos);
    CHECK(client.ask(get("/b")).ends_with("get /b 127.0.0.1 secure"));
}

TEST_CASE("TLS 1.2 is the least that is spoken") {
    const TestFolder folder;
    RunningServer server({.tls = TestCertificate(folder).files});

    CHECK(TlsClient(server.port(), TLS1_2_VERSION, http_1).is_connected());
    CHECK_FALSE(TlsClient(server.port(), TLS1_1_VERSION, http_1).is_connected());
}

TEST_CASE("a client that speaks other protocols only is refused in the handshake") {
    const TestFolder folder;
    RunningServer server({.tls = TestCertificate(folder).files});

    CHECK_FALSE(TlsClient(server.port(), TLS1_3_VERSION, "\x02h2").is_connected());
    CHECK(TlsClient(server.port(), TLS1_3_VERSION, "").is_connected());
}

TEST_CASE("a client that does not shake hands is cut off, and the server goes on") {
    const TestFolder folder;
    ServerOptions options{.tls = TestCertificate(folder).files};
    options.timeouts.handshake = Timeouts::Time(50);
    RunningServer server(std::move(options));
    Client silent(server.port());
    Client plain(server.port());
    plain.send(get("/a"));

    CHECK(silent.is_closed());
    CHECK(plain.read_until("no such mark").find("200 OK") == std::string::npos);
    CHECK(TlsClient(server.port(), TLS1_3_VERSION, http_1).is_connected());
}

TEST_CASE("a server without its certificate does not start") {
    const TestFolder folder;
    const auto absent = (folder.path() / "absent.pem").string();

    CHECK_THROWS(Server({.tls = TlsFiles{absent, absent}}, {}));
}

}  // namespace nangluc::net
