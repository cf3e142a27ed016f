#include "modules/competency/framework/framework_service.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "kit/audit.hpp"
#include "kit/events.hpp"
#include "modules/competency/framework/content_store.hpp"
#include "modules/competency/framework/framework_store.hpp"
#include "modules/competency/requirement/affected.hpp"

namespace nangluc::competency {

// What the audit keeps of an act on a version.
struct VersionChange {
    std::string framework;
    std::string label;
    std::string what;
};
BOOST_DESCRIBE_STRUCT(VersionChange, (), (framework, label, what))

struct VersionAct {
    std::string_view act;
    const Version& version;
    const std::string& what;
};

static void note_in_audit(db::Tx& tx, const Kit& kit, const Actor& actor, const VersionAct& done) {
    const auto& [act, version, what] = done;
    const auto framework = find_framework(tx, version.framework).value();
    kit.audit.write(
        tx,
        actor,
        {.act = act,
         .object = version.id.value,
         .unit = framework.owner,
         .change = json::write(VersionChange{framework.code, version.label, what})}
    );
}

Result<> require_editor(db::Tx& tx, const Actor& actor, const Framework& framework, Date today) {
    if (framework.owner) {
        const auto place = TRY(organisation::path_of(tx, framework.owner, AsOf::latest(today)));
        return actor.require(Permission::edit_frameworks, place, "framework");
    }
    const auto roots = actor.roots(Permission::edit_frameworks);
    const bool everywhere =
        std::ranges::any_of(roots, [](const UnitPath& root) { return root.depth() == 1; });
    if (!everywhere) return forbidden("edit_frameworks");
    return {};
}

static bool may_edit(db::Tx& tx, const Actor& actor, const Framework& framework, Date today) {
    return static_cast<bool>(require_editor(tx, actor, framework, today));
}

std::vector<ListedFramework> FrameworkService::list(const Actor& actor) {
    return kit_.db.read([&](db::Tx& tx) {
        std::vector<ListedFramework> listed;
        for (auto& framework : list_frameworks(tx)) {
            ListedFramework item;
            for (auto& version : list_versions(tx, framework.id)) {
                if (item.names.empty()) item.names = list_framework_names(tx, version.id);
                const auto items = count_items(tx, version.id);
                const auto roles = count_roles(tx, version.id);
                item.versions.push_back({std::move(version), items, roles});
            }
            item.may_edit = may_edit(tx, actor, framework, kit_.clock.today());
            item.framework = std::move(framework);
            listed.push_back(std::move(item));
        }
        return listed;
    });
}

Result<FrameworkPage> FrameworkService::find(const Actor& actor, FrameworkVersionId id) {
    return kit_.db.read([&](db::Tx& tx) -> Result<FrameworkPage> {
        auto version = TRY(find_version(tx, id));
        auto framework = TRY(find_framework(tx, version.framework));
        const bool draft = version.status == VersionStatus::draft;
        const bool editor = may_edit(tx, actor, framework, kit_.clock.today());
        const auto drafters = drafters_of(tx, id);
        const bool own = std::ranges::find(drafters, actor.account()) != drafters.end();
        return FrameworkPage{
            .framework = std::move(framework),
            .version = std::move(version),
            .content = content_of(tx, id),
            .ids = competency_ids_of(tx, id),
            .may_edit = draft && editor,
            .may_approve = draft && editor && !own,
        };
    });
}

static const Words& words_of(const Content& content, const std::string& code) {
    static const Words none;
    const auto item = std::ranges::find(content.items, code, &Item::code);
    return item == content.items.end() ? none : item->words;
}

Result<VersionComparison> FrameworkService::compare(
    const Actor& actor, FrameworkVersionId before, FrameworkVersionId after, UnitId below, AsOf at
) {
    return kit_.db.read([&](db::Tx& tx) -> Result<VersionComparison> {
        TRY(find_version(tx, before));
        TRY(find_version(tx, after));
        const auto place = TRY(organisation::path_of(tx, below, at));
        TRY(actor.require(Permission::read_people, place, "unit"));

        const auto old_content = content_of(tx, before);
        const auto new_content = content_of(tx, after);
        const auto ids = competency_ids_of(tx, before);
        VersionComparison comparison;
        std::vector<CompetencyId> touched;
        for (auto& difference : competency::compare(old_content, new_content)) {
            const bool removed = difference.change == Change::removed;
            const auto& words = words_of(removed ? old_content : new_content, difference.code);
            if (difference.change != Change::added) touched.push_back(ids.at(difference.code));
            comparison.lines.push_back({std::move(difference), words, 0});
        }
        const auto affected = count_affected(tx, touched, place, at);
        for (auto& line : comparison.lines) {
            if (line.difference.change == Change::added) continue;
            line.people = affected.by_competency.at(ids.at(line.difference.code));
        }
        comparison.people = affected.people;
        return comparison;
    });
}

Result<FrameworkVersionId> FrameworkService::copy(
    const Actor& actor, FrameworkVersionId id, const std::string& label
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<FrameworkVersionId> {
        const auto original = TRY(find_version(tx, id));
        const auto framework = TRY(find_framework(tx, original.framework));
        TRY(require_editor(tx, actor, framework, kit_.clock.today()));
        if (label.empty()) return invalid("framework.label_missing", {{"/label", "required"}});
        for (const auto& other : list_versions(tx, framework.id)) {
            if (other.label == label) return conflict("framework.label_taken");
        }

        const Version draft{
            .id = kit_.ids.make<FrameworkVersionId>(),
            .framework = framework.id,
            .label = label,
            .scale = original.scale,
        };
        add_version(tx, kit_, draft);
        TRY(add_content(tx, kit_, draft.id, content_of(tx, id)));
        add_act(tx, kit_, draft, actor.account(), "copied " + original.label);
        note_in_audit(tx, kit_, actor, {"framework.drafted", draft, original.label});
        return draft.id;
    });
}

template <class Edit>
Result<int> FrameworkService::edit(
    const Actor& actor, FrameworkVersionId id, int revision, const Edit& change
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<int> {
        auto version = TRY(find_version(tx, id));
        const auto framework = TRY(find_framework(tx, version.framework));
        TRY(require_editor(tx, actor, framework, kit_.clock.today()));
        if (version.status != VersionStatus::draft) return conflict("framework.not_a_draft");
        if (version.revision != revision) return stale("framework.stale");

        auto content = content_of(tx, id);
        const auto what = TRY(change(content));
        if (auto faults = faults_of(content); !faults.empty()) {
            return invalid("framework.faulty", std::move(faults));
        }
        remove_content(tx, id);
        TRY(add_content(tx, kit_, id, content));
        TRY(save_version(tx, version));
        add_act(tx, kit_, version, actor.account(), what);
        note_in_audit(tx, kit_, actor, {"framework.edited", version, what});
        return version.revision;
    });
}

Result<int> FrameworkService::put_item(
    const Actor& actor, FrameworkVersionId version, int revision, const Item& item
) {
    return edit(actor, version, revision, [&](Content& content) -> Result<std::string> {
        if (item.code.empty()) return invalid("framework.code_missing", {{"/code", "required"}});
        const auto found = std::ranges::find(content.items, item.code, &Item::code);
        if (found == content.items.end()) {
            content.items.push_back(item);
        } else {
            *found = item;
        }
        return "competency " + item.code;
    });
}

Result<int> FrameworkService::remove_item(
    const Actor& actor, FrameworkVersionId version, int revision, const std::string& code
) {
    return edit(actor, version, revision, [&](Content& content) -> Result<std::string> {
        const auto found = std::ranges::find(content.items, code, &Item::code);
        if (found == content.items.end()) return not_found("competency");
        content.items.erase(found);
        for (auto& role : content.roles) {
            std::erase_if(role.levels, [&](const auto& asked) { return asked.first == code; });
        }
        return "without " + code;
    });
}

Result<int> FrameworkService::put_area(
    const Actor& actor, FrameworkVersionId version, int revision, const Area& area
) {
    return edit(actor, version, revision, [&](Content& content) -> Result<std::string> {
        if (area.code.empty()) return invalid("framework.code_missing", {{"/code", "required"}});
        const auto found = std::ranges::find(content.areas, area.code, &Area::code);
        if (found == content.areas.end()) {
            content.areas.push_back(area);
        } else {
            *found = area;
        }
        return "area " + area.code;
    });
}

Result<int> FrameworkService::remove_area(
    const Actor& actor, FrameworkVersionId version, int revision, const std::string& code
) {
    return edit(actor, version, revision, [&](Content& content) -> Result<std::string> {
        const auto found = std::ranges::find(content.areas, code, &Area::code);
        if (found == content.areas.end()) return not_found("area");
        const auto in_use = std::ranges::find(content.items, code, &Item::area);
        if (in_use != content.items.end()) return conflict("area.in_use");
        content.areas.erase(found);
        return "without area " + code;
    });
}

// Below which unit it counts: of its owner, or the whole country.
static UnitId reach_of(const Actor& actor, const Framework& framework) {
    if (framework.owner) return framework.owner;
    for (const auto& root : actor.roots(Permission::edit_frameworks)) {
        if (root.depth() == 1) return root.unit();
    }
    return {};
}

// What was in force until then ends that day; two versions are never in force at once.
static Result<> end_versions_before(db::Tx& tx, const Version& approved) {
    for (auto& other : list_versions(tx, approved.framework)) {
        const bool counts = other.id != approved.id && other.status == VersionStatus::approved;
        if (!counts || other.period.until <= approved.period.from) continue;
        if (other.period.from >= approved.period.from) return conflict("framework.later_version");
        other.period.until = approved.period.from;
        TRY(save_version(tx, other));
    }
    return {};
}

Result<> FrameworkService::approve(
    const Actor& actor, FrameworkVersionId id, int revision, const Version::Approval& approval
) {
    return kit_.db.transaction([&](db::Tx& tx) -> Result<> {
        auto version = TRY(find_version(tx, id));
        const auto framework = TRY(find_framework(tx, version.framework));
        TRY(require_editor(tx, actor, framework, kit_.clock.today()));
        if (version.revision != revision) return stale("framework.stale");
        TRY(version.approve(approval, drafters_of(tx, id), actor.account()));
        TRY(end_versions_before(tx, version));
        TRY(save_version(tx, version));

        add_act(tx, kit_, version, actor.account(), approval.decision_number);
        note_in_audit(tx, kit_, actor, {"framework.approved", version, approval.decision_number});
        publish(kit_.outbox, tx, RequirementsChanged{reach_of(actor, framework)});
        return {};
    });
}

}  // namespace nangluc::competency
