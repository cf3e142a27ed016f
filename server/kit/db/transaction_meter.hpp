#pragma once

#include <chrono>
#include <string_view>

namespace nangluc::db {

// Counts what becomes of one transaction and how long it took, waiting included, in the metrics
// nangluc_db_transactions_total and nangluc_db_seconds. One that is told nothing has failed.
class TransactionMeter {
public:
    explicit TransactionMeter(std::string_view kind);  // "read" or "write"
    ~TransactionMeter();
    TransactionMeter(const TransactionMeter&) = delete;
    TransactionMeter& operator=(const TransactionMeter&) = delete;

    void end(bool kept) { outcome_ = kept ? "kept" : "refused"; }
    // It is done again; counted besides its end.
    void again(std::string_view reason) const;

private:
    std::string_view kind_;
    std::string_view outcome_ = "failed";
    std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

}  // namespace nangluc::db
