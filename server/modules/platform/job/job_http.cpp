#include "modules/platform/job/job_http.hpp"

#include <memory>

#include "kit/http/cursor.hpp"
#include "kit/http/routes.hpp"

namespace nangluc::platform {

using namespace http;

namespace {

struct JobQuery {
    std::optional<JobStatus> status;
    std::optional<std::string> kind;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(JobQuery, (), (status, kind, cursor, limit))

struct BeforeJob {
    JobId job;
};
BOOST_DESCRIBE_STRUCT(BeforeJob, (), (job))

struct JobItem {
    JobId id;
    std::string kind;
    std::optional<UnitId> unit;
    std::optional<AccountId> asked_by;
    JobStatus status = JobStatus::waiting;
    std::string stage;
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::optional<json::Raw> result;
    std::optional<std::string> refusal_code;
    std::optional<json::Raw> faults;
    std::optional<json::Raw> offer;
    bool is_cancel_asked = false;
    int attempts = 0;
    Instant created_at;
    std::optional<Instant> started_at;
    std::optional<Instant> ended_at;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    JobItem,
    (),
    (id,
     kind,
     unit,
     asked_by,
     status,
     stage,
     done,
     total,
     result,
     refusal_code,
     faults,
     offer,
     is_cancel_asked,
     attempts,
     created_at,
     started_at,
     ended_at,
     actions)
)

std::optional<json::Raw> raw(const std::optional<std::string>& text) {
    return text && !text->empty() ? std::optional(json::Raw{*text}) : std::nullopt;
}

std::vector<std::string> acts_open_on(const Job& job) {
    if (job.may_be_run_again()) return {"run_again"};
    std::vector<std::string> acts;
    if (job.may_be_accepted()) acts.emplace_back("accept");
    if (!job.has_ended() && !job.is_cancel_asked) acts.emplace_back("cancel");
    return acts;
}

JobItem item_of(const Job& job) {
    return {
        .id = job.id,
        .kind = job.kind,
        .unit = job.unit ? std::optional(job.unit) : std::nullopt,
        .asked_by = job.asked_by ? std::optional(job.asked_by) : std::nullopt,
        .status = job.status,
        .stage = job.stage,
        .done = job.done,
        .total = job.total,
        .result = raw(job.result),
        .refusal_code = job.refusal_code,
        .faults = raw(job.faults),
        .offer = raw(job.offer),
        .is_cancel_asked = job.is_cancel_asked,
        .attempts = job.attempts,
        .created_at = job.created_at,
        .started_at = job.started_at,
        .ended_at = job.ended_at,
        .actions = acts_open_on(job),
    };
}

Result<Page<JobItem>> list_page(JobService& jobs, const Actor& actor, const JobQuery& query) {
    const auto before = TRY(decode_cursor<BeforeJob>(query.cursor));
    const auto found = jobs.list(
        actor,
        {.status = query.status,
         .kind = query.kind,
         .before = before ? before->job.value : INT64_MAX,
         .limit = query.limit.value()}
    );
    Page<JobItem> page;
    for (const auto& job : found.rows) page.items.push_back(item_of(job));
    if (found.next_before != 0) page.next = encode_cursor(BeforeJob{{found.next_before}});
    return page;
}

// The job as an event each time it has changed; the last one when it has ended. Ends as well when
// the reader may no longer see it.
Reply follow(JobService& jobs, const Actor& actor, JobId id) {
    struct Followed {
        std::string last;
        bool is_over = false;
    };
    // Shared, because std::function is copied: one reader pulls it at a time.
    auto state = std::make_shared<Followed>();
    Reply reply{.content_type = "text/event-stream"};
    reply.events = [&jobs, actor, id, state]() -> std::optional<std::string> {
        if (state->is_over) return std::nullopt;
        const auto job = jobs.find(actor, id);
        if (!job) return std::nullopt;
        state->is_over = job.value().has_ended();
        auto text = json::write(item_of(job.value()));
        if (text == state->last) return "";
        state->last = text;
        return text;
    };
    return reply;
}

void add_reading(Routes& at, JobService& jobs) {
    at.get(
        "/jobs",
        "list_jobs",
        Policy::signed_in(),
        [&jobs](const Request& request, const JobQuery& query) {
            return list_page(jobs, request.actor(), query);
        }
    );
    at.get(
        "/jobs/{job}",
        "read_job",
        Policy::signed_in(),
        [&jobs](const Request& request) -> Result<JobItem> {
            const auto id = TRY(request.path_id<JobId>("job"));
            return item_of(TRY(jobs.find(request.actor(), id)));
        }
    );
    at.get(
        "/jobs/{job}/progress",
        "follow_job",
        Policy::signed_in(),
        [&jobs](const Request& request) -> Result<Reply> {
            const auto id = TRY(request.path_id<JobId>("job"));
            TRY(jobs.find(request.actor(), id));
            return follow(jobs, request.actor(), id);
        }
    );
}

}  // namespace

void add_job_routes(Router& router, JobService& jobs) {
    Routes at(router, "platform");
    add_reading(at, jobs);
    at.post(
        "/jobs/{job}/cancellation",
        "cancel_job",
        Policy::signed_in(),
        [&jobs](const Request& request) -> Result<JobItem> {
            const auto id = TRY(request.path_id<JobId>("job"));
            return item_of(TRY(jobs.cancel(request.actor(), id)));
        }
    );
    at.post(
        "/jobs/{job}/acceptance",
        "accept_job",
        Policy::signed_in(),
        [&jobs](const Request& request) -> Result<JobItem> {
            const auto id = TRY(request.path_id<JobId>("job"));
            return item_of(TRY(jobs.accept(request.actor(), id)));
        }
    );
    at.post(
        "/jobs/{job}/retry",
        "run_job_again",
        Policy::signed_in(),
        [&jobs](const Request& request) -> Result<JobItem> {
            const auto id = TRY(request.path_id<JobId>("job"));
            return item_of(TRY(jobs.run_again(request.actor(), id)));
        }
    );
}

}  // namespace nangluc::platform
