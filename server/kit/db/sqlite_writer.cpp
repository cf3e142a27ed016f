#include "kit/db/sqlite_writer.hpp"

#include "kit/db/sqlite_tx.hpp"

namespace nangluc::db {
namespace {

// The first of a group waits for the last: more together would cost it more than it saves.
constexpr std::size_t group_limit = 64;

}  // namespace

// The promise is moved out first: whoever waits may be gone before the call returns.
void SqliteWriter::Waiting::tell(const std::exception_ptr& failure) {
    auto promise = std::move(answer);
    if (failure) {
        promise.set_exception(failure);
    } else {
        promise.set_value();
    }
}

SqliteWriter::SqliteWriter(const Db& db, const std::string& path)
    : db_(db), connection_(path, SqliteConnection::Use::writing), thread_([this] { serve(); }) {}

SqliteWriter::~SqliteWriter() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void SqliteWriter::run(const Work& work) {
    Waiting waiting{&work, {}};
    auto answer = waiting.answer.get_future();
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(&waiting);
    }
    wake_.notify_one();
    answer.get();
}

void SqliteWriter::serve() {
    while (true) {
        const auto group = next_group();
        if (group.empty()) return;
        do_group(group);
    }
}

SqliteWriter::Group SqliteWriter::next_group() {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [&] { return stop_ || !queue_.empty(); });
    Group group;
    while (!queue_.empty() && group.size() < group_limit) {
        group.push_back(queue_.front());
        queue_.pop_front();
    }
    return group;
}

// A full disk, or a deferred constraint that one of them breaks, ends the transaction for all of
// them: then each is done again by itself, and only the guilty one hears of it.
void SqliteWriter::do_group(const Group& group) {
    if (group.size() > 1) {
        try {
            return do_together(group);
        } catch (const TogetherImpossible&) {
            connection_.roll_back();
        }
    }
    for (auto* waiting : group) do_alone(*waiting);
}

void SqliteWriter::do_alone(Waiting& waiting) {
    try {
        connection_.command("BEGIN IMMEDIATE");
        if (do_work(*waiting.work)) connection_.command("COMMIT");
        connection_.roll_back();
        waiting.tell(nullptr);
    } catch (...) {
        connection_.roll_back();
        waiting.tell(std::current_exception());
    }
}

void SqliteWriter::do_together(const Group& group) {
    std::vector<std::exception_ptr> failures;
    try {
        connection_.command("BEGIN IMMEDIATE");
        for (const auto* waiting : group) failures.push_back(do_in_savepoint(*waiting->work));
        connection_.command("COMMIT");
    } catch (const DbError&) {
        throw TogetherImpossible();
    }

    for (std::size_t i = 0; i < group.size(); ++i) group[i]->tell(failures[i]);
}

// What the work threw, if anything. Throws a DbError itself if the savepoint cannot be ended.
std::exception_ptr SqliteWriter::do_in_savepoint(const Work& work) {
    connection_.command("SAVEPOINT work");
    bool keep = false;
    std::exception_ptr failure;
    try {
        keep = do_work(work);
    } catch (...) {
        failure = std::current_exception();
    }
    if (!keep) connection_.command("ROLLBACK TO work");
    connection_.command("RELEASE work");
    return failure;
}

bool SqliteWriter::do_work(const Work& work) {
    SqliteTx tx(db_, connection_);
    return tx.run(work);
}

}  // namespace nangluc::db
