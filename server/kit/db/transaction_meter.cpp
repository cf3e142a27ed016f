#include "kit/db/transaction_meter.hpp"

#include "kit/log.hpp"
#include "kit/metrics.hpp"

namespace nangluc::db {
namespace {

void count(std::string_view kind, std::string_view outcome) {
    const Labels labels{{"kind", std::string(kind)}, {"outcome", std::string(outcome)}};
    metrics().counter("nangluc_db_transactions_total", labels).add();
}

}  // namespace

TransactionMeter::TransactionMeter(std::string_view kind) : kind_(kind) {}

TransactionMeter::~TransactionMeter() {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started_;
    count(kind_, outcome_);
    metrics().histogram("nangluc_db_seconds", {{"kind", std::string(kind_)}}).observe(took.count());
}

void TransactionMeter::again(std::string_view reason) const {
    count(kind_, "again");
    const auto level = reason == "lost" ? Level::warning : Level::debug;
    log(level, "transaction.repeated", {{"kind", kind_}, {"reason", reason}});
}

}  // namespace nangluc::db
