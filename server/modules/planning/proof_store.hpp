#pragma once

#include <map>

#include "modules/planning/solution_store.hpp"

namespace nangluc::planning {

// How a solution was found and what proves it, beside its seats.
struct Proof {
    std::vector<SearchPoint> curve;
    std::vector<Price> prices;
    Money value_per_level;         // what a level counted for
    std::string certificate_hash;  // empty where the bound is not proven to others
};
void add_proof(db::Tx& tx, SolutionId solution, const Seating& seating, Money value_per_level);
// Nothing for a solution from before there were proofs.
std::optional<Proof> find_proof(db::Tx& tx, SolutionId solution);

std::map<PlanSessionId, ShutSession> list_shut_sessions(db::Tx& tx, SolutionId solution);

// By their names.
ProofFiles list_proof_files(db::Tx& tx, SolutionId solution);

}  // namespace nangluc::planning
