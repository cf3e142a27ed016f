#include <cstdio>

#include "app/commands/command.hpp"
#include "app/wiring/application.hpp"
#include "kit/db/migrations.hpp"
#include "kit/work/audit_chain.hpp"
#include "modules/assessment/sitting/replay.hpp"

namespace nangluc::app {

namespace {

int pending_migrations(db::Db& db) {
    int pending = 0;
    for (const auto& state : db::migration_states(db, db::embedded_migrations())) {
        if (state.applied_at.empty()) ++pending;
    }
    return pending;
}

void say(const char* what, bool is_sound, const std::string& detail) {
    std::printf("%-12s %-7s %s\n", what, is_sound ? "sound" : "broken", detail.c_str());
}

// Whether every test taken comes out as it did.
bool look_over_tests(db::Db& db) {
    const auto tests = db.read([](db::Tx& tx) { return assessment::replay_sittings(tx); });
    auto detail = std::to_string(tests.sittings) + " tests given again";
    if (tests.of_other_versions > 0) {
        detail += ", " + std::to_string(tests.of_other_versions) + " of another version left out";
    }
    say("tests", !tests.first_apart, detail);
    if (tests.first_apart) std::printf("  first at %s\n", to_text(tests.first_apart.value).c_str());
    return !tests.first_apart;
}

}  // namespace

static constexpr auto check_usage = R"(nangluc check

Looks over schema, audit, its signed heads, the figures in memory and the tests taken, whose
answers are given again, and changes nothing.
1 where anything is broken.

Settings: docs/operations/configuration.md)";

// Looks over an installation without changing it: schema, audit chain, figures in memory against
// those of the rows, tests against their answers. 1 where anything is broken.
int check(Arguments arguments) {
    if (print_help(arguments, check_usage)) return 0;
    const auto config = configure(arguments);
    if (!config) return print(config.error());
    if (!arguments.empty()) return print_unknown(arguments);

    const auto db = db::open({.address = config.value().database.address});
    const int pending = pending_migrations(*db);
    say("schema", pending == 0, std::to_string(pending) + " migrations pending");
    if (pending > 0) return 1;

    const auto audit = db->read([](db::Tx& tx) { return verify_audit(tx); });
    const bool is_whole = !audit.first_flaw;
    say("audit", is_whole, std::to_string(audit.rows) + " rows");
    if (!is_whole) {
        const auto& [flaw, chain, sequence] = *audit.first_flaw;
        std::printf(
            "  %s at chain %d, row %lld\n",
            name_of(flaw).c_str(),
            chain,
            static_cast<long long>(sequence)
        );
    }

    const auto clock = system_clock(config.value().time_zone);
    Application application(config.value(), *db, *clock);
    const auto [seals, first_broken] = application.verify_seals();
    say("seals", !first_broken, std::to_string(seals) + " signed heads of the audit");
    if (first_broken) std::printf("  first at %lld\n", static_cast<long long>(*first_broken));
    const bool agrees = application.figures_agree();
    say("figures", agrees, "live counts against a full pass over the rows");
    const bool replays = look_over_tests(*db);
    return is_whole && !first_broken && agrees && replays ? 0 : 1;
}

}  // namespace nangluc::app
