#pragma once

#include <string>

#include "kit/db/pool.hpp"

namespace nangluc::db {

class PostgresConnection;
class TransactionMeter;

class PostgresDb final : public Db {
public:
    PostgresDb(const std::string& address, int connections);
    ~PostgresDb() override;

    Engine engine() const override { return Engine::postgres; }

protected:
    void write_once(const std::function<bool(Tx&)>& work) override;
    void read_once(const std::function<bool(Tx&)>& work) override;

private:
    using Loan = Pool<PostgresConnection>::Loan;

    void refuse_unsuitable();
    // Runs `attempt` again, with growing pauses, while the engine asks for it. It says whether the
    // transaction was kept, and sets `committing` once it cannot be done again.
    void retrying(TransactionMeter& meter, const std::function<bool(bool& committing)>& attempt);
    bool run_work(const Loan& connection, const std::function<bool(Tx&)>& work);

    Pool<PostgresConnection> pool_;
};

}  // namespace nangluc::db
