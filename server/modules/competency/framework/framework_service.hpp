#pragma once

#include <map>
#include <string>
#include <vector>

#include "kit/actor.hpp"
#include "kit/kit.hpp"
#include "modules/competency/framework/content.hpp"
#include "modules/competency/framework/framework.hpp"

namespace nangluc::competency {

struct ListedVersion {
    Version version;
    int competencies = 0;
    int roles = 0;
};

struct ListedFramework {
    Framework framework;
    Words names;
    std::vector<ListedVersion> versions;
    bool may_edit = false;
};

struct FrameworkPage {
    Framework framework;
    Version version;
    Content content;
    std::map<std::string, CompetencyId> ids;  // of its competencies, by code
    bool may_edit = false;
    bool may_approve = false;
};

// What changes for whom when one version follows another.
struct VersionComparison {
    struct Line {
        Difference difference;
        Words names;     // of the newer version, or the older one's of what was removed
        int people = 0;  // of whom the competency is required
    };
    std::vector<Line> lines;
    int people = 0;  // of whom anything changed or removed is required, each once
};

// Frameworks are read by everybody; drafted and approved by those who may edit frameworks at the
// unit that owns them, and published ones only by those who may at the root of the country.
class FrameworkService {
public:
    explicit FrameworkService(const Kit& kit) : kit_(kit) {}

    std::vector<ListedFramework> list(const Actor& actor);
    Result<FrameworkPage> find(const Actor& actor, FrameworkVersionId version);

    // People are counted at or below a unit, where the actor may read people.
    Result<VersionComparison> compare(
        const Actor& actor,
        FrameworkVersionId before,
        FrameworkVersionId after,
        UnitId below,
        AsOf at
    );

    // A new draft that says what another version of the framework says.
    Result<FrameworkVersionId> copy(
        const Actor& actor, FrameworkVersionId version, const std::string& label
    );

    // Edits of a draft; `revision` is the one that the caller read. Return the new one.
    Result<int> put_item(
        const Actor& actor, FrameworkVersionId version, int revision, const Item& item
    );
    Result<int> remove_item(
        const Actor& actor, FrameworkVersionId version, int revision, const std::string& code
    );
    Result<int> put_area(
        const Actor& actor, FrameworkVersionId version, int revision, const Area& area
    );

    // Refuses "area.in_use" while a competency stands in it.
    Result<int> remove_area(
        const Actor& actor, FrameworkVersionId version, int revision, const std::string& code
    );

    // The version before it ends on the day this one begins.
    Result<> approve(
        const Actor& actor,
        FrameworkVersionId version,
        int revision,
        const Version::Approval& approval
    );

private:
    template <class Edit>
    Result<int> edit(
        const Actor& actor, FrameworkVersionId version, int revision, const Edit& change
    );

    const Kit& kit_;
};

// The gate: refuses not_found("framework") or forbidden("edit_frameworks").
Result<> require_editor(db::Tx& tx, const Actor& actor, const Framework& framework, Date today);

}  // namespace nangluc::competency
