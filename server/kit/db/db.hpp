#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/period.hpp"
#include "base/result.hpp"
#include "kit/db/value.hpp"

namespace nangluc::db {

enum class Engine { sqlite, postgres };

// One row of a result. Columns are read by name; asking for one that is not there throws.
class Row {
public:
    Row(std::shared_ptr<const std::vector<std::string>> columns, std::vector<Value> values)
        : columns_(std::move(columns)), values_(std::move(values)) {}
    Row(const Row&);
    Row(Row&&) noexcept;
    Row& operator=(const Row&);
    Row& operator=(Row&&) noexcept;
    ~Row();

    template <class T>
    T get(std::string_view column) const {
        return FromValue<T>::read(at(column));
    }
    // The dated fact's columns from_date and until_date.
    Period period() const { return {get<Date>("from_date"), get<Date>("until_date")}; }

    const Value& at(std::string_view column) const;
    const std::vector<Value>& values() const { return values_; }

private:
    std::shared_ptr<const std::vector<std::string>> columns_;
    std::vector<Value> values_;
};

// The engine refused a statement. Thrown, because code that knows its constraints has checked them;
// where a constraint is the check (a unique key under concurrency), catch it with `kind`, outside
// the transaction: a statement that throws has ended it, on both engines.
class DbError : public std::runtime_error {
public:
    enum class Kind { unique, foreign_key, check, not_null, busy, serialization, lost, other };

    DbError(Kind kind, std::string constraint, const std::string& message)
        : std::runtime_error(message), kind_(kind), constraint_(std::move(constraint)) {}
    Kind kind() const { return kind_; }
    // Name of the constraint or index where the engine tells it; on SQLite "table.column".
    const std::string& constraint() const { return constraint_; }

private:
    Kind kind_;
    std::string constraint_;
};

// An open transaction. Lives inside Db::transaction or Db::read; nobody commits by hand.
// A statement is a `constexpr` text with $1, $2 … as its parameters, in any order and repeated;
// it is prepared once a connection. The number of values given is checked against it.
class Tx {
public:
    virtual ~Tx() = default;

    template <class... Args>
    std::vector<Row> all(std::string_view sql, const Args&... args) {
        return all_of(sql, values_of(args...));
    }
    // The first row, if there is one.
    template <class... Args>
    std::optional<Row> one(std::string_view sql, const Args&... args) {
        return first_of(sql, values_of(args...));
    }
    // Rows one by one, without holding them all in memory. `use` runs no other statement on the
    // same transaction.
    template <class Each, class... Args>
    void each(std::string_view sql, Each&& use, const Args&... args) {
        query(sql, values_of(args...), std::function<void(Row)>(std::forward<Each>(use)));
    }
    // Number of rows changed.
    template <class... Args>
    std::int64_t run(std::string_view sql, const Args&... args) {
        return execute(sql, values_of(args...));
    }

    // The same statement for each set of values: pipelined on PostgreSQL. Rows changed in all.
    virtual std::int64_t run_each(std::string_view sql, const std::vector<Values>& sets) = 0;
    // Bulk load: binary COPY on PostgreSQL, one prepared statement on SQLite. `next` fills the
    // values of a row, in the order of `columns`, and returns false when there are no more.
    virtual std::int64_t load(
        std::string_view table,
        const std::vector<std::string_view>& columns,
        const std::function<bool(Values&)>& next
    ) = 0;

    virtual Engine engine() const = 0;

    virtual void query(
        std::string_view sql, const Values& values, const std::function<void(Row)>& use
    ) = 0;
    virtual std::int64_t execute(std::string_view sql, const Values& values) = 0;

private:
    std::vector<Row> all_of(std::string_view sql, const Values& values);
    std::optional<Row> first_of(std::string_view sql, const Values& values);
};

// The database. Thread-safe.
class Db {
public:
    virtual ~Db() = default;

    // Runs `work(Tx&)` in a writing transaction: commits if it returns a value, rolls back if it
    // returns an Error or throws. `work` may be run again after a serialisation failure, so it
    // changes nothing outside but its result. Do not open one inside another.
    template <class Work>
    auto transaction(Work&& work) -> std::invoke_result_t<Work&, Tx&> {
        return run(work, &Db::write_once);
    }
    // The same for reading: one consistent snapshot, on a connection that cannot write.
    template <class Work>
    auto read(Work&& work) -> std::invoke_result_t<Work&, Tx&> {
        return run(work, &Db::read_once);
    }

    virtual Engine engine() const = 0;

protected:
    // Runs the work once more as often as the engine asks; commits where it returns true.
    virtual void write_once(const std::function<bool(Tx&)>& work) = 0;
    virtual void read_once(const std::function<bool(Tx&)>& work) = 0;

private:
    template <class Work, class Run>
    auto run(Work& work, Run run_once) -> std::invoke_result_t<Work&, Tx&> {
        using Outcome = std::invoke_result_t<Work&, Tx&>;
        if constexpr (std::is_void_v<Outcome>) {
            (this->*run_once)([&](Tx& tx) { return work(tx), true; });
        } else {
            std::optional<Outcome> outcome;
            (this->*run_once)([&](Tx& tx) {
                outcome.emplace(work(tx));
                return succeeded(*outcome);
            });
            return std::move(*outcome);
        }
    }
    template <class T>
    static bool succeeded(const Result<T>& result) {
        return static_cast<bool>(result);
    }
    template <class T>
    static bool succeeded(const T&) {
        return true;
    }
};

// Where the data is: "sqlite:/path/file.db" or "postgres://…" (a libpq address).
struct Options {
    std::string address;
    int readers = 8;  // connections for reading (SQLite) or in all (PostgreSQL)
};

// Opens the database; refuses a PostgreSQL database whose locale is not C.UTF-8 or C, or a server
// older than 15 (throws std::runtime_error with the reason). Applies no migration.
std::unique_ptr<Db> open(const Options& options);

}  // namespace nangluc::db
