#pragma once

namespace nangluc {

namespace db {
class Db;
}
class Audit;
class Clock;
class Files;
class IdMaker;
class Jobs;
class Outbox;
class Subtrees;

// The tools every module is built with, made once in app/wiring.cpp and passed by reference. They
// outlive all modules.
struct Kit {
    db::Db& db;
    Clock& clock;
    IdMaker& ids;
    Audit& audit;
    Outbox& outbox;
    Jobs& jobs;
    Files& files;
    const Subtrees& subtrees;
};

}  // namespace nangluc
