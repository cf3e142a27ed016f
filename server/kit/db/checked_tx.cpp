#include "kit/db/checked_tx.hpp"

#include <stdexcept>

namespace nangluc::db {
namespace {

thread_local CheckedTx* innermost = nullptr;

}  // namespace

CheckedTx::CheckedTx(const Db& db, int lane) : db_(db), lane_(lane), outer_(innermost) {
    innermost = this;
}

CheckedTx::~CheckedTx() {
    innermost = outer_;
}

void refuse_nested(const Db& db) {
    for (const CheckedTx* tx = innermost; tx != nullptr; tx = tx->outer_) {
        if (&tx->db_ == &db) throw std::logic_error("a transaction inside another");
    }
}

bool CheckedTx::run(const std::function<bool(Tx&)>& work) {
    const bool commit = work(*this);
    if (commit && failure_) std::rethrow_exception(failure_);
    return commit;
}

template <class Act>
auto CheckedTx::guarded(Act&& act) {
    if (failure_) std::rethrow_exception(failure_);
    if (in_statement_) throw std::logic_error("a statement inside the rows of another");

    struct Mark {
        bool& on;
        ~Mark() { on = false; }
    };
    in_statement_ = true;
    const Mark mark{in_statement_};
    try {
        return act();
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

void CheckedTx::prepare(std::string_view sql) {
    guarded([&] { prepare_now(sql); });
}

void CheckedTx::query(
    std::string_view sql, const Values& values, const std::function<void(Row)>& use
) {
    guarded([&] { query_now(sql, values, use); });
}

std::int64_t CheckedTx::execute(std::string_view sql, const Values& values) {
    return guarded([&] { return execute_now(sql, values); });
}

std::int64_t CheckedTx::run_each(std::string_view sql, const std::vector<Values>& sets) {
    return guarded([&] { return run_each_now(sql, sets); });
}

std::int64_t CheckedTx::load(
    std::string_view table,
    const std::vector<std::string_view>& columns,
    const std::function<bool(Values&)>& next
) {
    return guarded([&] { return load_now(table, columns, next); });
}

}  // namespace nangluc::db
