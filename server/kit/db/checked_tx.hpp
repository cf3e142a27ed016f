#pragma once

#include <exception>

#include "kit/db/db.hpp"

namespace nangluc::db {

// What the transactions of both engines refuse alike: a statement after one that failed, a
// statement inside another's rows, a transaction inside another.
class CheckedTx : public Tx {
public:
    // `lane`: see lane() in locks.hpp.
    CheckedTx(const Db& db, int lane);
    ~CheckedTx() override;
    CheckedTx(const CheckedTx&) = delete;
    CheckedTx& operator=(const CheckedTx&) = delete;

    // Whether to commit. Throws what the work threw, and also what a statement threw and the work
    // caught, since PostgreSQL would commit nothing of it.
    bool run(const std::function<bool(Tx&)>& work);
    // Has the engine compile the statement, without running it.
    void prepare(std::string_view sql);
    int lane() const { return lane_; }

    Engine engine() const final { return db_.engine(); }
    void query(std::string_view sql, const Values& values, const std::function<void(Row)>& use)
        final;
    std::int64_t execute(std::string_view sql, const Values& values) final;
    std::int64_t run_each(std::string_view sql, const std::vector<Values>& sets) final;
    std::int64_t load(
        std::string_view table,
        const std::vector<std::string_view>& columns,
        const std::function<bool(Values&)>& next
    ) final;

protected:
    virtual void prepare_now(std::string_view sql) = 0;
    virtual void query_now(
        std::string_view sql, const Values& values, const std::function<void(Row)>& use
    ) = 0;
    virtual std::int64_t execute_now(std::string_view sql, const Values& values) = 0;
    virtual std::int64_t run_each_now(std::string_view sql, const std::vector<Values>& sets) = 0;
    virtual std::int64_t load_now(
        std::string_view table,
        const std::vector<std::string_view>& columns,
        const std::function<bool(Values&)>& next
    ) = 0;

private:
    template <class Act>
    auto guarded(Act&& act);

    friend void refuse_nested(const Db& db);

    const Db& db_;
    int lane_;
    CheckedTx* outer_;  // of another database, on the same thread
    std::exception_ptr failure_;
    bool in_statement_ = false;
};

// Throws std::logic_error if this thread is already inside a transaction of the same database: it
// would wait for itself.
void refuse_nested(const Db& db);

}  // namespace nangluc::db
