#include "app/wiring/application.hpp"

#include "base/id.hpp"
#include "kit/db/migrations.hpp"
#include "kit/log.hpp"
#include "kit/work/work.hpp"
#include "modules/assessment/module.hpp"
#include "modules/competency/module.hpp"
#include "modules/needs/module.hpp"
#include "modules/organisation/module.hpp"
#include "modules/organisation/unit/unit_store.hpp"
#include "modules/planning/api.hpp"
#include "modules/planning/module.hpp"
#include "modules/platform/api.hpp"
#include "modules/platform/module.hpp"
#include "modules/programmes/module.hpp"

namespace nangluc::app {

namespace {

// The tree as organisation keeps it, for the kit and the modules below.
class OrganisationSubtrees final : public Subtrees {
public:
    std::optional<UnitPath> path_of(db::Tx& tx, UnitId unit, Date on) const override {
        auto path = organisation::path_of(tx, unit, AsOf::latest(on));
        return path ? std::optional(std::move(path.value())) : std::nullopt;
    }
};

void log_fault(const http::Request& request, std::string_view what) {
    log(Level::error, "request.failed", {{"request_id", request.request_id}, {"what", what}});
}

// Where the communes of the country lie; nowhere where the reference facts are not installed.
planning::Geography points_of(const Config& config) {
    const auto table = config.share.folder / "vietnam/communes-2025.csv";
    if (!std::filesystem::exists(table)) return {};
    return planning::Geography::read(table).value();
}

}  // namespace

// Made in this order, and gone in the other.
struct Application::Parts {
    Parts(const Config& config, db::Db& db, Clock& clock)
        : ids(clock, config.node),
          work(db, clock, ids, config.data.folder),
          kit{db, clock, ids, work.audit, work.outbox, work.jobs, work.files, subtrees},
          platform(kit, {work.keys, db::embedded_migrations(), config.data.folder}),
          organisation(kit, config.share.folder / "countries" / (config.country + ".json")),
          competency(kit),
          assessment(kit),
          programmes(kit),
          needs(kit),
          planning(kit, points_of(config)) {
        work.jobs.resolve_actors_with([this](AccountId id) { return platform.actor_of(id); });
        organisation.add_impact([](db::Tx& tx, const std::vector<UnitId>& units, Date) {
            return std::vector<organisation::Impact>{
                {"accounts", platform::count_accounts_of(tx, units)}};
        });
        organisation.add_impact([](db::Tx& tx, const std::vector<UnitId>& units, Date on) {
            return std::vector<organisation::Impact>{
                needs::count_groups_of(tx, units), planning::count_plans_of(tx, units, on)};
        });
        organisation.ask_before_undo(competency::people_kept);
        organisation.ask_before_undo(assessment::people_kept);
        organisation.ask_before_undo(programmes::people_kept);
        organisation.ask_before_undo(needs::people_kept);
        organisation.ask_who_lacks([this](const Actor& actor, UnitId unit) {
            return needs.people_lacking(actor, unit);
        });
        // People in the register that figures are read from; not well until it is there.
        platform.add_health_check([this] {
            const auto& reg = needs.register_of_today();
            return platform::HealthCheck{
                .name = "register",
                .ok = reg.is_ready(),
                .value = static_cast<std::int64_t>(reg.people()),
            };
        });
        platform.add_routes(router);
        organisation.add_routes(router);
        competency.add_routes(router);
        assessment.add_routes(router);
        programmes.add_routes(router);
        needs.add_routes(router);
        planning.add_routes(router);
        planning.add_jobs();
        add_rounds();
    }

    void add_rounds() {
        work.rounds.add_own("platform.seen", [this] { platform.keep_seen_sessions(); });
        work.rounds.add("platform.places", Every::day, [this] { platform.refresh_places(); });
        work.rounds.add("platform.files", Every::day, [this] { sweep_files(); });
        work.rounds.add("assessment.levels", Every::day, [this] { start_check_of_levels(); });
    }

    // What was only looked at, and evidence that nobody used, is gone after a week.
    void sweep_files() {
        assessment.forget_unused_evidence();
        const auto is_kept = [this](const std::string& hash) {
            return kit.db.read([&](db::Tx& tx) {
                return organisation::keeps_file(tx, hash) || assessment::keeps_file(tx, hash);
            });
        };
        kit.files.sweep(std::chrono::hours(7 * 24), is_kept);
    }

    // Nobody asks for it, so it is done with no account and no rights.
    void start_check_of_levels() {
        const auto at = AsOf::latest(kit.clock.today());
        const auto roots =
            kit.db.read([&](db::Tx& tx) { return organisation::list_roots(tx, at); });
        for (const auto& root : roots) assessment.start_nightly_check({}, root.id);
    }

    OrganisationSubtrees subtrees;
    IdMaker ids;
    Work work;
    Kit kit;
    http::Router router;
    platform::Module platform;
    organisation::Module organisation;
    competency::Module competency;
    assessment::Module assessment;
    programmes::Module programmes;
    needs::Module needs;
    planning::Module planning;
};

Application::Application(const Config& config, db::Db& db, Clock& clock)
    : parts_(std::make_unique<Parts>(config, db, clock)) {}

Application::~Application() = default;

const Kit& Application::kit() const {
    return parts_->kit;
}

const http::Router& Application::router() const {
    return parts_->router;
}

http::Hooks Application::hooks() {
    return {
        .sign_in = [this](const http::Request& request
                   ) { return parts_->platform.sign_in(request); },
        .idempotency = &parts_->work.idempotency,
        .fault = log_fault,
    };
}

Actor Application::actor_of(AccountId account) {
    return parts_->platform.actor_of(account);
}

void Application::begin() {
    parts_->platform.refresh_places();
    parts_->work.begin(2);
    parts_->needs.begin();
}

void Application::deliver_news() {
    while (parts_->work.outbox.deliver() > 0) continue;
}

void Application::run_jobs() {
    while (parts_->work.jobs.run_one()) continue;
}

int Application::run_rounds() {
    return parts_->work.rounds.run_due();
}

SealVerification Application::verify_seals() {
    auto& work = parts_->work;
    return parts_->kit.db.read([&](db::Tx& tx) {
        return nangluc::verify_seals(tx, work.seals.public_key());
    });
}

bool Application::figures_agree() {
    return parts_->needs.figures_agree();
}

void Application::stop() {
    parts_->work.stop();
    parts_->needs.stop();
}

}  // namespace nangluc::app
