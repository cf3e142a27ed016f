#pragma once

#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "modules/competency/requirement/requirement_service.hpp"

namespace nangluc::competency {

// A requirement as every reply of the module shows it. Included by *_http.cpp only.
struct RequirementReply {
    RequirementId id;
    ReasonKind reason_kind = ReasonKind::position;
    std::string reason_id;    // of the post, position, group, rank or person; "0" for a level
    std::string reason_word;  // of an administrative level
    std::string reason_name;
    std::string reason_name_en;
    UnitId scope;
    std::string scope_name;
    CompetencyId competency;
    std::string competency_code;
    std::string competency_name;
    std::string area;
    int levels = 0;
    int minimum = 0;
    int desired = 0;
    Goal goal = Goal::present;
    std::string decision_number;
    std::string end_decision_number;
    std::string note;
    Date from;
    Date until;
    Instant recorded_at;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    RequirementReply,
    (),
    (id,
     reason_kind,
     reason_id,
     reason_word,
     reason_name,
     reason_name_en,
     scope,
     scope_name,
     competency,
     competency_code,
     competency_name,
     area,
     levels,
     minimum,
     desired,
     goal,
     decision_number,
     end_decision_number,
     note,
     from,
     until,
     recorded_at,
     actions)
)

inline std::vector<std::string> actions_on(const ListedRequirement& row, const Actor& reader) {
    if (!reader.may(Permission::edit_requirements, row.scope_place)) return {};
    if (!row.stated.requirement.period.is_open()) return {"correct"};
    return {"correct", "end"};
}

inline RequirementReply reply_of(
    const ListedRequirement& row, const Competency& competency, const Actor& reader
) {
    const auto& requirement = row.stated.requirement;
    return {
        .id = requirement.id,
        .reason_kind = requirement.reason.kind,
        .reason_id = to_text(requirement.reason.id),
        .reason_word = requirement.reason.word,
        .reason_name = row.reason_name,
        .reason_name_en = row.reason_name_en,
        .scope = requirement.scope,
        .scope_name = row.scope_name,
        .competency = requirement.competency,
        .competency_code = competency.code,
        .competency_name = competency.name,
        .area = competency.area,
        .levels = competency.levels,
        .minimum = requirement.minimum,
        .desired = requirement.desired,
        .goal = requirement.goal,
        .decision_number = requirement.decision_number,
        .end_decision_number = row.stated.end_decision_number,
        .note = row.stated.note,
        .from = requirement.period.from,
        .until = requirement.period.until,
        .recorded_at = row.recorded_at,
        .actions = actions_on(row, reader),
    };
}

}  // namespace nangluc::competency
