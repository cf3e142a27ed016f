#include "modules/competency/requirement/requirement_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/events.hpp"
#include "modules/competency/framework/content_store.hpp"
#include "modules/competency/framework/framework_store.hpp"

namespace nangluc::competency {

BOOST_DESCRIBE_STRUCT(Reason, (), (kind, id, word))

// Before and after, as the audit keeps them.
struct RequirementChange {
    Reason reason;
    CompetencyId competency;
    UnitId scope;
    int minimum = 0;
    int desired = 0;
    Goal goal = Goal::present;
    std::string decision_number;
    Period period;
    std::string note;
    std::optional<RequirementId> replaces;
};
BOOST_DESCRIBE_STRUCT(
    RequirementChange,
    (),
    (reason, competency, scope, minimum, desired, goal, decision_number, period, note, replaces)
)

struct RequirementAct {
    std::string_view act;
    const StatedRequirement& stated;
    RequirementId replaces = {};
};

static void note_in_audit(
    db::Tx& tx, const Kit& kit, const Actor& actor, const RequirementAct& done
) {
    const auto& [act, stated, replaces] = done;
    const auto& requirement = stated.requirement;
    const RequirementChange change{
        .reason = requirement.reason,
        .competency = requirement.competency,
        .scope = requirement.scope,
        .minimum = requirement.minimum,
        .desired = requirement.desired,
        .goal = requirement.goal,
        .decision_number = requirement.decision_number,
        .period = requirement.period,
        .note = stated.note,
        .replaces = replaces ? std::optional(replaces) : std::nullopt,
    };
    const bool personal = requirement.reason.kind == ReasonKind::person;
    kit.audit.write(
        tx,
        actor,
        {.act = act,
         .object = requirement.id.value,
         .unit = requirement.scope,
         .person = personal ? PersonId{requirement.reason.id} : PersonId{},
         .change = json::write(change)}
    );
}

// What a question is about, and the day by whose structure rights are judged.
struct Asked {
    AsOf at;
    AsOf today;
};

static Result<std::vector<ListedRequirement>> list_for(
    db::Tx& tx, const Actor& actor, const RequirementQuestion& question, Asked asked
) {
    const auto judged =
        TRY(organisation::place_of_rights(tx, question.unit, asked.at, asked.today));
    if (!actor.sees(judged)) return not_found("unit");
    const bool reads_people = actor.may(Permission::read_people, judged);
    const auto place = TRY(organisation::path_of(tx, question.unit, asked.at));

    using People = RequirementFilter::People;
    return list_requirements(
        tx,
        {.unit = place,
         .kind = question.kind,
         .reason = question.reason,
         .competency = question.competency,
         .people = reads_people ? People::shown : People::hidden,
         .after = question.after,
         .limit = question.limit},
        asked.at
    );
}

Result<std::vector<ListedRequirement>> RequirementService::list(
    const Actor& actor, const RequirementQuestion& question, AsOf at
) {
    return kit_.db.read([&](db::Tx& tx) {
        return list_for(tx, actor, question, {at, kit_.clock.as_of_now()});
    });
}

Result<RequirementService::Whole> RequirementService::list_all(
    const Actor& actor, RequirementQuestion question, AsOf at
) {
    constexpr int most_exported = 20'000;
    question.limit = most_exported + 1;
    return kit_.db.read([&](db::Tx& tx) -> Result<Whole> {
        auto rows = TRY(list_for(tx, actor, question, {at, kit_.clock.as_of_now()}));
        if (rows.size() > most_exported) return too_large("requirement.too_many");
        return Whole{
            TRY(organisation::find_unit(tx, question.unit, at)).full_name, std::move(rows)};
    });
}

// The requirements that apply to a standing, by competency, each with its words.
static std::vector<AskedFor> asked_for(
    db::Tx& tx, const Standing& standing, Goal goal, AsOf at, const std::string& language
) {
    std::vector<AskedFor> asked;
    if (standing.places.empty()) return asked;

    const auto table = load_requirement_table(tx, at);
    std::map<RequirementId, ListedRequirement> listed;
    for (const auto& place : standing.places) {
        const RequirementFilter everything{
            .unit = place, .people = RequirementFilter::People::shown, .limit = 100'000};
        for (auto& row : list_requirements(tx, everything, at)) {
            listed.emplace(row.stated.requirement.id, std::move(row));
        }
    }
    std::map<CompetencyId, std::vector<ListedRequirement>> reasons;
    for (const auto* requirement : table.of(standing, goal)) {
        const auto found = listed.find(requirement->id);
        if (found != listed.end()) reasons[requirement->competency].push_back(found->second);
    }
    for (auto& competency : list_competencies(tx, language)) {
        const auto found = reasons.find(competency.id);
        if (found == reasons.end()) continue;
        AskedFor item{.competency = std::move(competency), .reasons = std::move(found->second)};
        for (const auto& reason : item.reasons) {
            item.minimum = std::max(item.minimum, reason.stated.requirement.minimum);
            item.desired = std::max(item.desired, reason.stated.requirement.desired);
        }
        asked.push_back(std::move(item));
    }
    return asked;
}

Result<std::vector<AskedFor>> RequirementService::list_of_person(
    const Actor& actor, PersonId person, Goal goal, AsOf at, const std::string& language
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<AskedFor>> {
        const auto place = TRY(organisation::place_of_person(tx, person, kit_.clock.as_of_now()));
        if (!actor.is(person)) TRY(actor.require(Permission::read_people, place, "person"));
        const auto standing = TRY(standing_of(tx, person, at));
        return asked_for(tx, standing, goal, at, language);
    });
}

Result<std::vector<AskedFor>> RequirementService::list_of_post(
    const Actor& actor, PostId post, AsOf at, const std::string& language
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<AskedFor>> {
        const auto place = TRY(place_of_post(tx, post, at, kit_.clock.as_of_now()));
        if (!actor.sees(place)) return not_found("post");
        const auto standing = TRY(standing_of_post(tx, post, at));
        return asked_for(tx, standing, Goal::present, at, language);
    });
}

std::map<CompetencyId, Competency> RequirementService::competencies(const std::string& language) {
    return kit_.db.read([&](db::Tx& tx) {
        std::map<CompetencyId, Competency> found;
        for (auto& competency : list_competencies(tx, language)) {
            found.emplace(competency.id, std::move(competency));
        }
        return found;
    });
}

std::vector<ReasonChoice> RequirementService::reason_choices(AsOf at) {
    return kit_.db.read([&](db::Tx& tx) { return list_reason_choices(tx, at); });
}

static Result<> refuse_repetition(
    db::Tx& tx, const StatedRequirement& stated, RequirementId but_for = {}
) {
    for (const auto& other : list_alike(tx, stated.requirement)) {
        const bool same = other.requirement.id == but_for;
        if (!same && stated.repeats(other.requirement)) return conflict("requirement.repeated");
    }
    return {};
}

Result<RequirementId> RequirementService::add(const Actor& actor, StatedRequirement stated) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<RequirementId> {
        auto added = stated;
        auto& requirement = added.requirement;
        const auto place =
            TRY(organisation::path_of(tx, requirement.scope, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::edit_requirements, place, "unit"));
        const auto levels = TRY(last_level_of(tx, requirement.competency));
        TRY(added.check(levels));
        TRY(refuse_repetition(tx, added));

        requirement.id = kit_.ids.make<RequirementId>();
        add_requirement(tx, kit_, added);
        note_in_audit(tx, kit_, actor, {"requirement.added", added});
        publish(kit_.outbox, tx, RequirementsChanged{requirement.scope});
        return requirement.id;
    });
}

// Finds it for someone who may change it.
static Result<StatedRequirement> find_editable(
    db::Tx& tx, const Kit& kit, const Actor& actor, RequirementId id
) {
    auto found = TRY(find_requirement(tx, id));
    const auto place =
        TRY(organisation::path_of(tx, found.requirement.scope, kit.clock.as_of_now()));
    TRY(actor.require(Permission::edit_requirements, place, "requirement"));
    return found;
}

// The row of before is known no longer; another one says what is so now.
static Result<RequirementId> replace(
    db::Tx& tx, const Kit& kit, const Actor& actor, const RequirementAct& done
) {
    const auto& [act, given, old] = done;
    auto stated = given;
    TRY(supersede_requirement(tx, kit, old));
    stated.requirement.id = kit.ids.make<RequirementId>();
    add_requirement(tx, kit, stated);
    note_in_audit(tx, kit, actor, {act, stated, old});
    publish(kit.outbox, tx, RequirementsChanged{stated.requirement.scope});
    return stated.requirement.id;
}

Result<RequirementId> RequirementService::end(
    const Actor& actor, RequirementId id, const End& end
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<RequirementId> {
        const auto found = TRY(find_editable(tx, kit_, actor, id));
        auto closed = TRY(found.ended(end.on, end.decision_number));
        if (!end.note.empty()) closed.note = end.note;
        return replace(tx, kit_, actor, {"requirement.ended", closed, id});
    });
}

Result<RequirementId> RequirementService::correct(
    const Actor& actor, RequirementId id, const Correction& correction
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<RequirementId> {
        auto corrected = TRY(find_editable(tx, kit_, actor, id));
        auto& requirement = corrected.requirement;
        requirement.minimum = correction.minimum.value_or(requirement.minimum);
        requirement.desired = correction.desired.value_or(requirement.desired);
        requirement.period.from = correction.from.value_or(requirement.period.from);
        requirement.period.until = correction.until.value_or(requirement.period.until);
        requirement.decision_number =
            correction.decision_number.value_or(requirement.decision_number);
        if (correction.note.empty()) {
            return invalid("requirement.correction_unexplained", {{"/note", "required"}});
        }
        corrected.note = correction.note;
        const auto levels = TRY(last_level_of(tx, requirement.competency));
        TRY(corrected.check(levels));
        TRY(refuse_repetition(tx, corrected, id));

        return replace(tx, kit_, actor, {"requirement.corrected", corrected, id});
    });
}

// What the role asks for, as it would be stated; in the order of the codes.
static Result<std::vector<StatedRequirement>> requirements_of_role(
    db::Tx& tx, const RequirementService::FromRole& wish
) {
    TRY(find_version(tx, wish.version));
    const auto content = content_of(tx, wish.version);
    const auto role = std::ranges::find(content.roles, wish.role, &Role::code);
    if (role == content.roles.end()) return not_found("role");

    const auto ids = competency_ids_of(tx, wish.version);
    std::vector<StatedRequirement> requirements;
    for (const auto& [code, level] : role->levels) {
        requirements.push_back({
            .requirement =
                {
                    .reason = wish.reason,
                    .scope = wish.scope,
                    .competency = ids.at(code),
                    .minimum = level,
                    .desired = level,
                    .decision_number = wish.decision_number,
                    .period = {wish.from, Date::never()},
                },
            .note = role->code,
        });
    }
    return requirements;
}

Result<int> RequirementService::add_from_role(const Actor& actor, const FromRole& wish) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<int> {
        const auto place = TRY(organisation::path_of(tx, wish.scope, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::edit_requirements, place, "unit"));

        int added = 0;
        for (auto& stated : TRY(requirements_of_role(tx, wish))) {
            const auto levels = TRY(last_level_of(tx, stated.requirement.competency));
            TRY(stated.check(levels));
            if (!refuse_repetition(tx, stated)) continue;
            stated.requirement.id = kit_.ids.make<RequirementId>();
            add_requirement(tx, kit_, stated);
            note_in_audit(tx, kit_, actor, {"requirement.added", stated});
            ++added;
        }
        if (added > 0) publish(kit_.outbox, tx, RequirementsChanged{wish.scope});
        return added;
    });
}

static std::optional<int> required_already(db::Tx& tx, const StatedRequirement& stated) {
    for (const auto& other : list_alike(tx, stated.requirement)) {
        if (stated.repeats(other.requirement)) return other.requirement.minimum;
    }
    return std::nullopt;
}

Result<std::vector<RequirementService::Proposal>> RequirementService::propose_from_role(
    const Actor& actor, const FromRole& wish, const std::string& language
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<std::vector<Proposal>> {
        const auto place = TRY(organisation::path_of(tx, wish.scope, kit_.clock.as_of_now()));
        TRY(actor.require(Permission::edit_requirements, place, "unit"));

        std::vector<Proposal> proposals;
        for (const auto& stated : TRY(requirements_of_role(tx, wish))) {
            const auto& requirement = stated.requirement;
            proposals.push_back({
                .competency = TRY(find_competency(tx, requirement.competency, language)),
                .level = requirement.minimum,
                .required = required_already(tx, stated),
            });
        }
        return proposals;
    });
}

}  // namespace nangluc::competency
