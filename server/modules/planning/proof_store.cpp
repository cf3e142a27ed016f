#include "modules/planning/proof_store.hpp"

#include "kit/json/json.hpp"
#include "kit/secrets.hpp"

namespace nangluc::planning {

using db::to_value;

constexpr auto insert_proof = R"sql(
    INSERT INTO planning_solution_proofs (
        solution_id, curve, prices, value_per_level, certificate_hash
    )
    VALUES ($1, $2, $3, $4, $5)
)sql";

constexpr auto insert_proof_file = R"sql(
    INSERT INTO planning_proof_files (solution_id, name, content)
    VALUES ($1, $2, $3)
)sql";

constexpr auto insert_shut_session = R"sql(
    INSERT INTO planning_shut_sessions (solution_id, session_id, reason, could_come)
    VALUES ($1, $2, $3, $4)
)sql";

void add_proof(db::Tx& tx, SolutionId solution, const Seating& seating, Money value_per_level) {
    const auto certificate = seating.proof.find("certificate.txt");
    const bool is_proven = certificate != seating.proof.end();
    tx.run(
        insert_proof,
        solution,
        json::write(seating.curve),
        json::write(seating.prices),
        value_per_level,
        is_proven ? to_hex(sha256(certificate->second)) : std::string()
    );
    std::vector<db::Values> files;
    for (const auto& [name, content] : seating.proof) {
        files.push_back({to_value(solution), to_value(name), to_value(content)});
    }
    tx.run_each(insert_proof_file, files);

    std::vector<db::Values> sessions;
    for (const auto& [session, reason, could_come] : seating.shut) {
        sessions.push_back(
            {to_value(solution), to_value(session), to_value(reason), to_value(could_come)}
        );
    }
    tx.run_each(insert_shut_session, sessions);
}

constexpr auto select_proof = R"sql(
    SELECT curve, prices, value_per_level, certificate_hash
      FROM planning_solution_proofs
     WHERE solution_id = $1
)sql";

std::optional<Proof> find_proof(db::Tx& tx, SolutionId solution) {
    const auto row = tx.one(select_proof, solution);
    if (!row) return std::nullopt;
    const auto curve = row->get<std::string>("curve");
    const auto prices = row->get<std::string>("prices");
    return Proof{
        .curve = json::read<std::vector<SearchPoint>>(curve).value(),
        .prices = json::read<std::vector<Price>>(prices).value(),
        .value_per_level = row->get<Money>("value_per_level"),
        .certificate_hash = row->get<std::string>("certificate_hash"),
    };
}

constexpr auto select_shut_sessions = R"sql(
    SELECT session_id, reason, could_come
      FROM planning_shut_sessions
     WHERE solution_id = $1
     ORDER BY session_id
)sql";

std::map<PlanSessionId, ShutSession> list_shut_sessions(db::Tx& tx, SolutionId solution) {
    std::map<PlanSessionId, ShutSession> shut;
    for (const auto& row : tx.all(select_shut_sessions, solution)) {
        const auto session = row.get<PlanSessionId>("session_id");
        shut[session] = {session, row.get<Shut>("reason"), row.get<int>("could_come")};
    }
    return shut;
}

constexpr auto select_proof_files = R"sql(
    SELECT name, content
      FROM planning_proof_files
     WHERE solution_id = $1
     ORDER BY name
)sql";

ProofFiles list_proof_files(db::Tx& tx, SolutionId solution) {
    ProofFiles files;
    for (const auto& row : tx.all(select_proof_files, solution)) {
        files.emplace(row.get<std::string>("name"), row.get<std::string>("content"));
    }
    return files;
}

}  // namespace nangluc::planning
