#pragma once

#include <filesystem>

#include "kit/work/audit_chain.hpp"
#include "kit/work/audit_seal.hpp"
#include "kit/work/disk_files.hpp"
#include "kit/work/job_runner.hpp"
#include "kit/work/person_keys.hpp"
#include "kit/work/rounds.hpp"
#include "kit/work/stored_idempotency.hpp"
#include "kit/work/stored_outbox.hpp"

namespace nangluc {

// The tools that keep their state in the database and in the data folder, made together. `begin`
// starts their threads; without it nothing runs by itself, which is how tests want it.
class Work {
public:
    Work(db::Db& db, const Clock& clock, IdMaker& ids, const std::filesystem::path& data_folder)
        : Work(db, clock, ids, data_folder, master_key(data_folder / "master.key")) {}

    void begin(int job_threads) {
        outbox.begin();
        jobs.begin(job_threads);
        rounds.begin();
    }
    void stop() {
        rounds.stop();
        jobs.stop();
        outbox.stop();
    }

private:
    Work(
        db::Db& db,
        const Clock& clock,
        IdMaker& ids,
        const std::filesystem::path& data_folder,
        const std::string& master
    )
        : keys(clock, master),
          audit(clock, ids, keys),
          seals(db, clock, master),
          outbox(db, clock, ids),
          jobs(db, clock, ids),
          files(data_folder / "files"),
          idempotency(db, clock, master),
          rounds(db, clock) {
        rounds.add("audit.seal", Every::minute, [this] { seals.seal(); });
    }

public:
    PersonKeys keys;
    AuditChain audit;
    AuditSeals seals;
    StoredOutbox outbox;
    JobRunner jobs;
    DiskFiles files;
    StoredIdempotency idempotency;
    Rounds rounds;
};

}  // namespace nangluc
