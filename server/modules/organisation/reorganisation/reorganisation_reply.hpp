#pragma once

#include <optional>

#include "modules/organisation/reorganisation/reorganisation_service.hpp"
#include "modules/organisation/unit/unit_reply.hpp"

namespace nangluc::organisation {

// A step as it is sent and shown. Included by *_http.cpp only.
struct ReorganisationCalled {
    std::optional<std::string> kind;
    std::optional<std::string> level;
    std::optional<std::string> code;
    std::optional<std::string> type;
    std::optional<std::string> name;
    std::optional<std::string> full_name;
    std::optional<std::string> name_en;
    std::optional<std::string> full_name_en;
};
BOOST_DESCRIBE_STRUCT(
    ReorganisationCalled, (), (kind, level, code, type, name, full_name, name_en, full_name_en)
)

struct ReorganisationStep {
    StepKind kind{};
    std::optional<UnitId> unit;
    std::optional<std::vector<UnitId>> units;
    std::optional<UnitId> into;
    std::optional<bool> individually;
    std::optional<ReorganisationCalled> called;
};
BOOST_DESCRIBE_STRUCT(ReorganisationStep, (), (kind, unit, units, into, individually, called))

inline Called called_of(const ReorganisationCalled& body) {
    return {
        .kind = body.kind.value_or(""),
        .level = body.level.value_or(""),
        .code = body.code.value_or(""),
        .type = body.type.value_or(""),
        .name = body.name.value_or(""),
        .full_name = body.full_name.value_or(""),
        .name_en = body.name_en.value_or(""),
        .full_name_en = body.full_name_en.value_or(""),
    };
}

inline Step step_of(const ReorganisationStep& body) {
    return {
        .kind = body.kind,
        .unit = body.unit.value_or(UnitId{}),
        .units = body.units.value_or(std::vector<UnitId>()),
        .into = body.into.value_or(UnitId{}),
        .individually = body.individually.value_or(false),
        .called = called_of(body.called.value_or(ReorganisationCalled())),
    };
}

inline std::optional<UnitId> shown(UnitId unit) {
    return unit ? std::optional(unit) : std::nullopt;
}

inline ReorganisationStep reply_of(const Step& step) {
    ReorganisationStep reply{
        .kind = step.kind,
        .unit = shown(step.unit),
        .units = step.units,
        .into = shown(step.into),
        .individually = step.individually,
    };
    if (step.kind == StepKind::establish || step.kind == StepKind::rename) {
        const auto& called = step.called;
        reply.called = ReorganisationCalled{
            called.kind,
            called.level,
            called.code,
            called.type,
            called.name,
            called.full_name,
            called.name_en,
            called.full_name_en};
    }
    return reply;
}

struct ReorganisationActReply {
    ReorganisationAct act{};
    AccountId account;
    std::string by_name;
    std::string reason;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ReorganisationActReply, (), (act, account, by_name, reason, at))

struct ReorganisationLine {
    ReorganisationId id;
    UnitReply root;
    std::string title;
    std::string decision_number;
    std::string issuer;
    Date effective_on;
    ReorganisationStatus status{};
    int steps = 0;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    ReorganisationLine,
    (),
    (id, root, title, decision_number, issuer, effective_on, status, steps, actions)
)

struct ReorganisationReply {
    ReorganisationId id;
    UnitReply root;
    std::string title;
    std::string decision_number;
    std::string issuer;
    Date effective_on;
    ReorganisationStatus status{};
    std::vector<ReorganisationStep> steps;
    std::vector<UnitReply> units;
    std::vector<ReorganisationActReply> acts;
    int version = 1;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(
    ReorganisationReply,
    (),
    (id,
     root,
     title,
     decision_number,
     issuer,
     effective_on,
     status,
     steps,
     units,
     acts,
     version,
     actions)
)

inline ReorganisationLine line_of(const ReorganisationPage& page) {
    const auto& found = page.reorganisation;
    return {
        .id = found.id,
        .root = reply_of(page.root),
        .title = found.title,
        .decision_number = found.decision_number,
        .issuer = found.issuer,
        .effective_on = found.effective_on,
        .status = found.status,
        .steps = static_cast<int>(found.steps.size()),
        .actions = page.actions,
    };
}

inline ReorganisationReply reply_of(const ReorganisationPage& page) {
    const auto& found = page.reorganisation;
    ReorganisationReply reply{
        .id = found.id,
        .root = reply_of(page.root),
        .title = found.title,
        .decision_number = found.decision_number,
        .issuer = found.issuer,
        .effective_on = found.effective_on,
        .status = found.status,
        .units = replies_of(page.units),
        .version = found.version,
        .actions = page.actions,
    };
    for (const auto& step : found.steps) reply.steps.push_back(reply_of(step));
    for (const auto& act : page.acts) {
        reply.acts.push_back({act.act, act.account, act.by_name, act.reason, act.at});
    }
    return reply;
}

struct ReorganisationFault {
    std::string path;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(ReorganisationFault, (), (path, code))

struct ReorganisationFlow {
    UnitReply from;
    UnitReply to;
    Extent extent{};
    bool is_default = true;
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(ReorganisationFlow, (), (from, to, extent, is_default, people))

struct ReorganisationPreview {
    std::vector<ReorganisationFault> faults;
    std::vector<LevelCount> before;
    std::vector<LevelCount> after;
    std::vector<UnitReply> established;
    std::vector<UnitReply> ended;
    std::vector<UnitReply> moved;
    std::vector<ReorganisationFlow> flows;
    int people_moved = 0;
    int people_asked = 0;
    int people_placed = 0;
    int posts = 0;
    std::vector<Impact> impacts;
};
BOOST_DESCRIBE_STRUCT(
    ReorganisationPreview,
    (),
    (faults,
     before,
     after,
     established,
     ended,
     moved,
     flows,
     people_moved,
     people_asked,
     people_placed,
     posts,
     impacts)
)

inline ReorganisationPreview reply_of(const Preview& preview) {
    ReorganisationPreview reply{
        .before = preview.before,
        .after = preview.after,
        .established = replies_of(preview.established),
        .ended = replies_of(preview.ended),
        .moved = replies_of(preview.moved),
        .people_moved = preview.people_moved,
        .people_asked = preview.people_asked,
        .people_placed = preview.people_placed,
        .posts = preview.posts,
        .impacts = preview.impacts,
    };
    for (const auto& [path, code] : preview.faults) reply.faults.push_back({path, code});
    for (const auto& flow : preview.flows) {
        reply.flows.push_back(
            {reply_of(flow.from), reply_of(flow.to), flow.extent, flow.is_default, flow.people}
        );
    }
    return reply;
}

struct PersonToPlaceReply {
    PersonId person;
    std::string name;
    std::string staff_number;
    std::string position;
    UnitId unit;
    std::string unit_name;
    std::optional<UnitId> placed;
    std::vector<UnitReply> choices;
};
BOOST_DESCRIBE_STRUCT(
    PersonToPlaceReply, (), (person, name, staff_number, position, unit, unit_name, placed, choices)
)

inline PersonToPlaceReply reply_of(const Unplaced& unplaced) {
    const auto& line = unplaced.line;
    return {
        .person = line.person,
        .name = line.name,
        .staff_number = line.staff_number,
        .position = line.position,
        .unit = line.unit,
        .unit_name = unplaced.unit_name,
        .placed = shown(line.placed),
        .choices = replies_of(unplaced.choices),
    };
}

}  // namespace nangluc::organisation
