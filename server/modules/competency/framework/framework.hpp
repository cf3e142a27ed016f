#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/word.hpp"
#include "modules/competency/api.hpp"

namespace nangluc::competency {

enum class VersionStatus { draft, approved, withdrawn };
BOOST_DESCRIBE_ENUM(VersionStatus, draft, approved, withdrawn)

struct Framework {
    FrameworkId id;
    std::string code;
    UnitId owner;  // none where it is published for all
    std::string source;
    std::string licence;
    std::string remarks;  // words of what readers must know: partial for_learners demo_wording
};

// One edition of a framework: drafted by one person, approved by another with a decision, in force
// from a day. A draft has no period yet.
struct Version {
    FrameworkVersionId id;
    FrameworkId framework;
    std::string label;
    ScaleId scale;
    VersionStatus status = VersionStatus::draft;
    std::string decision_number;
    std::optional<Date> decided_on;
    Period period{Date::never(), Date::never()};
    int revision = 1;

    struct Approval {
        std::string decision_number;
        Date decided_on;
        Date from;
    };
    // Whoever made or edited the draft cannot approve it.
    Result<> approve(
        const Approval& approval, const std::vector<AccountId>& drafters, AccountId by
    );
};

}  // namespace nangluc::competency
