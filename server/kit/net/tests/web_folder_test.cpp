#include <doctest/doctest.h>

#include "kit/net/tests/running_server.hpp"
#include "kit/net/web_folder.hpp"

namespace nangluc::net {

struct BuiltWeb {
    BuiltWeb() {
        folder.write("web/index.html", "<!doctype html>");
        folder.write("web/assets/index-B1x9aQz7.js", "script");
        folder.write("web/assets/index-B1x9aQz7.js.br", "brotli");
        folder.write("web/assets/index-B1x9aQz7.js.gz", "gzip");
        folder.write("web/robots.txt", "none");
        folder.write("secret.txt", "secret");
        std::filesystem::create_symlink("../secret.txt", folder.path() / "web/link.txt");
    }
    http::Reply ask(const std::string& path, std::map<std::string, std::string> headers = {})
        const {
        http::Request request;
        request.path = path;
        request.headers = std::move(headers);
        return WebFolder(folder.path() / "web").answer(request);
    }
    static std::string content(const http::Reply& reply) {
        std::ifstream stream(reply.file.value());
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    TestFolder folder;
};

TEST_CASE("a file of the web is given with its type") {
    const BuiltWeb web;
    const auto reply = web.ask("/robots.txt");

    CHECK(web.content(reply) == "none");
    CHECK(reply.content_type == "text/plain; charset=utf-8");
    CHECK(reply.header("cache-control") == "no-cache");
}

TEST_CASE("a file whose name holds its hash may be kept for ever") {
    CHECK(
        BuiltWeb().ask("/assets/index-B1x9aQz7.js").header("cache-control") ==
        "public, max-age=31536000, immutable"
    );
}

TEST_CASE("a file is sent packed as the browser takes it") {
    const BuiltWeb web;
    const auto ask = [&](const char* encodings) {
        return web.ask("/assets/index-B1x9aQz7.js", {{"accept-encoding", encodings}});
    };

    CHECK(web.content(ask("gzip, br")) == "brotli");
    CHECK(web.content(ask("gzip")) == "gzip");
    CHECK(web.content(ask("br;q=0, gzip;q=0.5")) == "gzip");
    CHECK(web.content(ask("identity")) == "script");
    CHECK(ask("br").header("content-encoding") == "br");
    CHECK(ask("br").content_type == "text/javascript; charset=utf-8");
}

TEST_CASE("the address of a screen gives the app") {
    const BuiltWeb web;

    for (const auto* path : {"/", "/plans/7", "/units"}) {
        CAPTURE(path);
        const auto reply = web.ask(path);
        CHECK(web.content(reply) == "<!doctype html>");
        CHECK(reply.header("cache-control") == "no-cache");
    }
}

TEST_CASE("a missing file is missing and not the app") {
    CHECK(BuiltWeb().ask("/assets/index-old.js").status == 404);
    CHECK(BuiltWeb().ask("/favicon.ico").status == 404);
}

TEST_CASE("the app is not sent again to whoever has it") {
    const BuiltWeb web;
    const auto tag = web.ask("/").header("etag").value();

    const auto same = web.ask("/", {{"if-none-match", tag}});
    CHECK(same.status == 304);
    CHECK_FALSE(same.file.has_value());
    CHECK(web.ask("/", {{"if-none-match", "\"other\""}}).status == 200);
}

TEST_CASE("no path leads out of the folder") {
    const BuiltWeb web;

    for (const auto* path :
         {"/../secret.txt",
          "/assets/../../secret.txt",
          "//secret.txt",
          "/./../secret.txt",
          "/link.txt",
          "/..\\secret.txt"}) {
        CAPTURE(path);
        CHECK(web.ask(path).status == 404);
    }
}

TEST_CASE("the web can only be read") {
    http::Request request;
    request.method = http::Method::post;
    request.path = "/";
    const BuiltWeb web;

    CHECK(WebFolder(web.folder.path() / "web").answer(request).status == 405);
}

static Server serving(const WebFolder& web) {
    return {
        {.stops_on_signals = false},
        {.answer = [&web](const http::Request& request) { return web.answer(request); }},
    };
}

TEST_CASE("a file goes over the wire whole, and no trick of spelling reaches another one") {
    const TestFolder folder;
    const std::string big(300'000, 'b');
    folder.write("web/index.html", "app");
    folder.write("web/big.txt", big);
    folder.write("secret.txt", "secret");
    const WebFolder web(folder.path() / "web");
    auto server = serving(web);
    std::thread thread([&] { server.run(); });

    {
        Client client(server.port());
        CHECK(client.ask(get("/big.txt")).body == big);
        CHECK(client.ask(get("/deep/link")).body == "app");
        client.send("HEAD /big.txt HTTP/1.1\r\nHost: t\r\n\r\n");
        CHECK(client.read(true).header("content-length") == "300000");
        for (const auto* target :
             {"/../secret.txt", "/%2e%2e/secret.txt", "/a/..%5c../secret.txt"}) {
            CAPTURE(target);
            CHECK(client.ask(get(target)).status == 404);
        }
        CHECK(Client(server.port()).ask(get("/..%2Fsecret.txt")).status == 400);
        std::filesystem::remove(folder.path() / "web/big.txt");
        CHECK(client.ask(get("/big.txt")).status == 404);
        CHECK(client.ask(get("/")).status == 200);
    }
    server.drain();
    thread.join();
}

}  // namespace nangluc::net
