#include "modules/programmes/programme_reply.hpp"

namespace nangluc::programmes {

ProgrammeReply reply_of(const Programme& programme) {
    const auto& version = programme.version;
    return {
        .id = version.id,
        .programme = version.programme,
        .code = version.code,
        .number = version.number,
        .title = version.title,
        .title_en = version.title_en,
        .provider = version.provider,
        .content = programme.content,
        .form = programme.form,
        .status = programme.status,
        .from = programme.period.from,
        .until = programme.period.until,
        .hours = version.hours,
        .days = version.days,
        .min_class = version.min_class,
        .max_class = version.max_class,
        .cost_per_class = version.cost_per_class,
        .cost_per_person = version.cost_per_person,
        .outcomes = version.outcomes,
    };
}

static std::vector<std::string> acts_open_to(const Actor& reader, const ProgrammePage& page) {
    const auto& programme = page.programme;
    const bool edits = reader.may(Permission::edit_programmes, page.place);
    if (programme.status == ProgrammeStatus::draft) {
        std::vector<std::string> acts;
        if (edits) acts.emplace_back("edit");
        const bool approves = edits || reader.may(Permission::approve_plans, page.place);
        if (approves && programme.author != reader.account()) acts.emplace_back("approve");
        return acts;
    }
    if (!edits) return {};
    const bool is_newest =
        !page.versions.empty() && page.versions.front().version.id == programme.version.id;
    return is_newest ? std::vector<std::string>{"draft_next"} : std::vector<std::string>{};
}

ProgrammePageReply reply_of(const ProgrammePage& page, const Actor& reader) {
    const auto& programme = page.programme;
    ProgrammePageReply reply{
        .version = reply_of(programme),
        .owner = programme.owner,
        .purpose = programme.purpose,
        .audience = programme.audience,
        .languages = programme.languages,
        .legal_basis = programme.legal_basis,
        .source = programme.source,
        .topics = page.topics,
        .prerequisites = page.prerequisites,
        .actions = acts_open_to(reader, page),
    };
    for (const auto& [outcome, code, name, levels] : page.outcomes) {
        reply.outcomes.push_back(
            {outcome.competency, code, name, levels, outcome.from_level, outcome.to_level}
        );
    }
    for (const auto& [other, stands_for_other, months] : page.equivalences) {
        reply.equivalences.push_back({other, stands_for_other, months});
    }
    for (const auto& version : page.versions) reply.versions.push_back(reply_of(version));
    return reply;
}

}  // namespace nangluc::programmes
