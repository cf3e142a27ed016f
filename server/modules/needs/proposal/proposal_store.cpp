#include "modules/needs/proposal/proposal_store.hpp"

namespace nangluc::needs {

static Proposal proposal_of(const db::Row& row) {
    return {
        .id = row.get<ProposalId>("id"),
        .person = row.get<PersonId>("person_id"),
        .competency = row.get<CompetencyId>("competency_id"),
        .level = row.get<int>("level"),
        .programme = row.get<ProgrammeVersionId>("programme_version_id"),
        .text = row.get<std::string>("text"),
        .until = row.get<Date>("until_date"),
        .status = row.get<ProposalStatus>("status"),
        .proposed_at = row.get<Instant>("proposed_at"),
        .decided_by = row.get<AccountId>("decided_by"),
        .decided_at = row.get<std::optional<Instant>>("decided_at").value_or(Instant{}),
        .answer = row.get<std::string>("answer"),
        .requirement = row.get<RequirementId>("requirement_id"),
    };
}

static std::vector<Proposal> proposals_of(const std::vector<db::Row>& rows) {
    std::vector<Proposal> proposals;
    proposals.reserve(rows.size());
    for (const auto& row : rows) proposals.push_back(proposal_of(row));
    return proposals;
}

constexpr auto select_proposal = R"sql(
    SELECT id, person_id, competency_id, level, programme_version_id, text, until_date, status,
           proposed_at, decided_by, decided_at, answer, requirement_id
      FROM needs_proposals
     WHERE id = $1
)sql";

Result<Proposal> find_proposal(db::Tx& tx, ProposalId id) {
    const auto row = tx.one(select_proposal, id);
    if (!row) return not_found("proposal");
    return proposal_of(*row);
}

constexpr auto select_proposals = R"sql(
    SELECT id, person_id, competency_id, level, programme_version_id, text, until_date, status,
           proposed_at, decided_by, decided_at, answer, requirement_id
      FROM needs_proposals
     WHERE person_id = $1
     ORDER BY id DESC
)sql";

std::vector<Proposal> list_proposals(db::Tx& tx, PersonId person) {
    return proposals_of(tx.all(select_proposals, person));
}

constexpr auto select_proposals_below = R"sql(
    SELECT DISTINCT r.id, r.person_id, r.competency_id, r.level, r.programme_version_id, r.text,
           r.until_date, r.status, r.proposed_at, r.decided_by, r.decided_at, r.answer,
           r.requirement_id
      FROM needs_proposals r
      JOIN organisation_v_holdings h
        ON h.person_id = r.person_id AND h.kind = 'main'
       AND h.from_date <= $3 AND h.until_date > $3
       AND h.recorded_at <= $4 AND h.superseded_at > $4
      JOIN organisation_v_places p
        ON p.unit_id = h.unit_id
       AND p.from_date <= $3 AND p.until_date > $3
       AND p.recorded_at <= $4 AND p.superseded_at > $4
     WHERE p.path >= $1 AND p.path < $2 AND r.status = $5
       AND r.id > $6 AND r.person_id <> $7
     ORDER BY r.id
     LIMIT $8
)sql";

std::vector<Proposal> list_proposals_below(
    db::Tx& tx, const UnitPath& place, const ProposalsQuestion& question, AsOf at
) {
    return proposals_of(tx.all(
        select_proposals_below,
        place.range_from(),
        place.range_until(),
        at.on,
        at.known_at,
        question.status,
        question.after.value,
        question.left_out.value,
        question.limit
    ));
}

constexpr auto insert_proposal = R"sql(
    INSERT INTO needs_proposals (id, person_id, competency_id, level, programme_version_id, text,
           until_date, status, proposed_at, answer)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '')
)sql";

void add_proposal(db::Tx& tx, const Proposal& proposal) {
    const auto programme = proposal.programme ? std::optional(proposal.programme) : std::nullopt;
    tx.run(
        insert_proposal,
        proposal.id,
        proposal.person,
        proposal.competency,
        proposal.level,
        programme,
        proposal.text,
        proposal.until,
        proposal.status,
        proposal.proposed_at
    );
}

constexpr auto update_decision = R"sql(
    UPDATE needs_proposals
       SET status = $2, decided_by = $3, decided_at = $4, answer = $5, requirement_id = $6
     WHERE id = $1 AND status = 'open'
)sql";

Result<> save_decision(db::Tx& tx, const Proposal& proposal) {
    const auto requirement =
        proposal.requirement ? std::optional(proposal.requirement) : std::nullopt;
    const auto rows = tx.run(
        update_decision,
        proposal.id,
        proposal.status,
        proposal.decided_by,
        proposal.decided_at,
        proposal.answer,
        requirement
    );
    if (rows == 0) return conflict("proposal.decided");
    return {};
}

}  // namespace nangluc::needs
