#include <doctest/doctest.h>

#include <future>
#include <thread>

#include "demo_world.hpp"
#include "testing/dom.hpp"

using namespace nangluc;
using testing::code_of;
using testing::DemoWorld;
using testing::dom_of;
using testing::number_at;

namespace {

// The database of the world, slow for everybody but the thread that asks in this test: what others
// read waits until it is let go.
class SlowForOthers final : public db::Db {
public:
    explicit SlowForOthers(db::Db& own) : own_(own) {}
    ~SlowForOthers() override { let_go(); }

    db::Engine engine() const override { return own_.engine(); }
    void let_go() {
        if (!std::exchange(is_let_go_, true)) gate_.set_value();
    }

protected:
    void write_once(const std::function<bool(db::Tx&)>& work) override {
        static_cast<void>(own_.transaction([&](db::Tx& tx) { return outcome_of(work(tx)); }));
    }
    void read_once(const std::function<bool(db::Tx&)>& work) override {
        if (std::this_thread::get_id() != asker_) opened_.wait();
        static_cast<void>(own_.read([&](db::Tx& tx) { return outcome_of(work(tx)); }));
    }

private:
    // A refusal rolls the transaction back, as false does; whoever asked keeps the reason.
    static Result<> outcome_of(bool is_done) {
        return is_done ? Result<>() : Result<>(conflict("rolled_back"));
    }

    db::Db& own_;
    std::thread::id asker_ = std::this_thread::get_id();
    std::promise<void> gate_;
    std::shared_future<void> opened_ = gate_.get_future().share();
    bool is_let_go_ = false;
};

Config config_of(const DemoWorld& world) {
    Config config;
    config.node = 1;
    config.data.folder = world.folder.path();
    config.share.folder = NANGLUC_SOURCE_FOLDER "/data";
    return config;
}

// Asks again while the figures are being built, which takes what the machine takes.
bool becomes_healthy(testing::TestClient& here) {
    constexpr int most_times = 6'000;
    for (int times = 0; times < most_times; ++times) {
        if (here.get("/health").status == 200) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

}  // namespace

TEST_CASE("a server that starts says that its figures are not there yet, and answers all else") {
    DemoWorld world;
    const auto matrix = "/units/" + world.unit_called("Tỉnh Điện Biên") + "/needs-matrix";
    const auto planner = world.as("planner");
    SlowForOthers slow(world.database.db());
    app::Application starting(config_of(world), slow, world.clock);
    starting.begin();
    testing::TestClient here(starting.router(), starting.hooks());
    here.bear(planner.token());

    const auto health = here.get("/health");
    const auto early = here.get(matrix);

    CHECK(health.status == 503);
    CHECK(health.body.find(R"({"name":"register","ok":false,"value":0})") != std::string::npos);
    CHECK(early.status == 503);
    CHECK(code_of(early) == "register.building");
    CHECK(early.header("retry-after").has_value());
    CHECK(here.get("/me/gaps").status == 200);

    slow.let_go();
    CHECK(becomes_healthy(here));
    CHECK(number_at(dom_of(here.get(matrix)), "/total/people") > 2'000);
    starting.stop();
}
