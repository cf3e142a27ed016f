#include "modules/needs/gap/gap_reply.hpp"

namespace nangluc::needs {

PersonReply reply_of(const organisation::Person& person) {
    return {person.id, person.name, person.staff_number};
}

NamedUnit reply_of(const organisation::Unit& unit) {
    return {unit.id, unit.name, unit.full_name, unit.full_name_en};
}

std::string name_in(const CompetencyNames& names, CompetencyId competency) {
    const auto found = names.find(competency);
    return found == names.end() ? std::string() : found->second.name;
}

static ReasonReply reply_of(const competency::Reason& reason, const ReasonNames& reasons) {
    ReasonReply reply{
        .kind = reason.kind,
        .id = reason.id == 0 ? std::string() : std::to_string(reason.id),
        .word = reason.word,
    };
    if (const auto named = reasons.find(reason); named != reasons.end()) {
        reply.name = named->second.name;
        reply.name_en = named->second.name_en;
    }
    return reply;
}

static RequirementReply reply_of(
    const competency::Requirement& requirement, const ReasonNames& reasons
) {
    return {
        .id = requirement.id,
        .reason = reply_of(requirement.reason, reasons),
        .minimum = requirement.minimum,
        .desired = requirement.desired,
        .decision_number = requirement.decision_number,
        .from = requirement.period.from,
        .scope = requirement.scope,
    };
}

GapReply reply_of(const Gap& gap, const CompetencyNames& names, const ReasonNames& reasons) {
    GapReply reply{
        .competency = gap.competency,
        .required = gap.required,
        .desired = gap.desired,
        .held = gap.held,
        .missing = gap.missing(),
    };
    if (const auto named = names.find(gap.competency); named != names.end()) {
        reply.code = named->second.code;
        reply.name = named->second.name;
        reply.area = named->second.area;
        reply.levels = named->second.levels;
    }
    for (const auto& requirement : gap.requirements) {
        reply.requirements.push_back(reply_of(requirement, reasons));
    }
    if (!gap.reckoning) return reply;

    const auto& held = *gap.reckoning;
    reply.observed_on = held.observed_on;
    if (held.valid_until != Date::never()) reply.valid_until = held.valid_until;
    reply.rule = RuleReply{held.rule, held.rule_code, held.rule_version, held.rule_title};
    for (const auto& [rating, use] : held.ratings) {
        reply.ratings.push_back(
            {rating.id, rating.level, rating.method, rating.rater_role, rating.observed_on, use}
        );
    }
    return reply;
}

}  // namespace nangluc::needs
