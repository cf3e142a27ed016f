#pragma once

#include <memory>
#include <string>
#include <vector>

namespace nangluc::db {

class PostgresConnection;

// The server as a whole, for who makes and drops databases: the tests.
class PostgresServer {
public:
    // `address` of any database of the server, with the right to create others.
    explicit PostgresServer(const std::string& address);
    ~PostgresServer();

    std::string address_of(const std::string& database) const;
    bool exists(const std::string& database);
    std::vector<std::string> databases(const std::string& prefix);
    // In UTF-8 and byte order; a copy of `original` if it is not empty, which nobody may be using.
    void create(const std::string& database, const std::string& original = "");
    void rename(const std::string& database, const std::string& name);
    // Also while it is in use; nothing where there is none.
    void drop(const std::string& database);
    // A statement without parameters and rows.
    void command(const std::string& sql);
    // Across all programs that use this server. Waits.
    void lock(const std::string& name);
    void unlock(const std::string& name);

private:
    std::string address_;
    std::unique_ptr<PostgresConnection> connection_;
};

}  // namespace nangluc::db
