#include "modules/assessment/rule/rule_job.hpp"

#include "base/clock.hpp"
#include "kit/events.hpp"
#include "modules/assessment/rule/rule_run_store.hpp"
#include "modules/assessment/rule/rule_store.hpp"

namespace nangluc::assessment {

static constexpr auto apply_kind = "assessment.apply_rule";
static constexpr auto check_kind = "assessment.check_levels";

struct RuleJobInput {
    std::optional<RuleId> rule;
    std::optional<UnitId> scope;
};
BOOST_DESCRIBE_STRUCT(RuleJobInput, (), (rule, scope))

struct RuleJobCheckpoint {
    RuleRunId run;
    std::optional<PersonId> after;
};
BOOST_DESCRIBE_STRUCT(RuleJobCheckpoint, (), (run, after))

struct RuleJobResult {
    RuleRunId run;
    std::int64_t people = 0;
    std::int64_t changed = 0;
    std::int64_t mended = 0;
};
BOOST_DESCRIBE_STRUCT(RuleJobResult, (), (run, people, changed, mended))

JobId start_rule_job(db::Tx& tx, const Kit& kit, const Actor& actor, const Rule& rule) {
    const RuleJobInput input{rule.id, rule.scope};
    return kit.jobs.start(tx, actor, apply_kind, json::write(input), rule.scope);
}

JobId start_nightly_check(db::Tx& tx, const Kit& kit, const Actor& actor, UnitId root) {
    return kit.jobs.start(tx, actor, check_kind, json::write(RuleJobInput{{}, root}), root);
}

namespace {

// One run over the people of a scope, a page a transaction, so that others write in between and a
// crash loses a page at most.
class Recomputing {
public:
    Recomputing(const Kit& kit, JobRun& job) : kit_(kit), job_(job) {}

    Result<std::string> run() {
        input_ = TRY(json::read<RuleJobInput>(job_.input()));
        TRY(begin());
        while (!job_.is_cancelled()) {
            const auto done = kit_.db.transaction([&](db::Tx& tx) { return mend_page(tx); });
            run_ = done.run;
            after_ = done.last;
            job_.progress("reckoning", run_.people, total_);
            if (!after_) break;
            job_.save_checkpoint(json::write(RuleJobCheckpoint{run_.id, after_}));
        }
        kit_.db.transaction([&](db::Tx& tx) { finish(tx); });
        return json::write(RuleJobResult{run_.id, run_.people, run_.changed, run_.mended});
    }

private:
    Result<> begin() {
        const auto checkpoint =
            job_.checkpoint().empty()
                ? std::nullopt
                : std::optional(json::read<RuleJobCheckpoint>(job_.checkpoint()));
        return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
            const auto at = AsOf::latest(kit_.clock.today());
            UnitPath root;
            if (input_.scope) root = TRY(organisation::path_of(tx, *input_.scope, at));
            scan_.emplace(std::move(root), at);
            total_ = count_people(tx);
            if (checkpoint && *checkpoint) {
                run_ = TRY(find_run(tx, checkpoint->value().run));
                after_ = checkpoint->value().after.value_or(PersonId{});
                return {};
            }
            run_ = {
                .id = kit_.ids.make<RuleRunId>(),
                .rule = input_.rule.value_or(RuleId{}),
                .job = job_.id(),
                .began_at = kit_.clock.now(),
            };
            add_run(tx, run_);
            return {};
        });
    }

    struct PageDone {
        RuleRun run;
        PersonId last;  // none at the end
    };

    // Changes nothing of this object: the transaction may be run again.
    PageDone mend_page(db::Tx& tx) {
        const auto at = scan_->at();
        const auto page = scan_->next(tx, after_);
        const HeldComparison comparison(tx, load_rule_book(tx, at), at);
        const auto found = comparison.mend(tx, page.people, kit_.clock.now());
        auto run = run_;
        run.people += page.seen;
        run.changed += static_cast<std::int64_t>(found.changes.size());
        run.mended += found.mended;
        add_changes(tx, run.id, found.changes);
        save_run(tx, run);
        return {run, page.last};
    }

    void finish(db::Tx& tx) {
        run_.ended_at = kit_.clock.now();
        save_run(tx, run_);
        if (input_.scope && run_.mended > 0) {
            publish(kit_.outbox, tx, RuleChanged{*input_.scope});
        }
    }

    const Kit& kit_;
    JobRun& job_;
    RuleJobInput input_;
    std::optional<PeopleScan> scan_;
    RuleRun run_;
    PersonId after_;
    std::int64_t total_ = 0;
};

}  // namespace

void add_rule_jobs(const Kit& kit) {
    const auto recompute = [&kit](JobRun& job) { return Recomputing(kit, job).run(); };
    kit.jobs.handle(apply_kind, recompute);
    kit.jobs.handle(check_kind, recompute);
}

}  // namespace nangluc::assessment
