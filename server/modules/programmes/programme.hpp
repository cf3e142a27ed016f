#pragma once

#include <string>
#include <vector>

#include "modules/programmes/api.hpp"

namespace nangluc::programmes {

enum class ProgrammeStatus { draft, approved, withdrawn };
BOOST_DESCRIBE_ENUM(ProgrammeStatus, draft, approved, withdrawn)

struct Topic {
    int seq = 0;
    std::string title;
    std::string description = {};
    std::string outcome;
    int hours = 0;

    friend bool operator==(const Topic&, const Topic&) = default;
};

// One programme stands for another for some months after its end; 0: for ever.
struct Equivalence {
    ProgrammeId programme;
    ProgrammeId stands_for;
    int months_valid = 0;
    Period period;
};

// A version of a programme as its page shows it. Once approved it does not change: a change is a
// new version, and runs keep the one they were held in.
struct Programme {
    Version version;
    UnitId owner;
    std::string purpose;
    std::string audience;
    std::string content;  // the content group of the training decree
    std::string form;     // class, online, blended, practical, rotation, coaching, self_study
    std::string languages;
    std::string legal_basis;
    std::string source;
    ProgrammeStatus status = ProgrammeStatus::draft;
    AccountId author;  // none where it came with the reference facts
    int lock = 1;
    Period period;

    // Only a draft is edited; refuses programme.not_draft.
    Result<> open_to_change() const;
    // Refuses what no programme can be with invalid("programme.invalid"), each fault at its place.
    Result<> check() const;
    // Refuses programme.not_draft, programme.no_outcome, programme.class_size and, for who drafted
    // it, programme.own_draft.
    Result<> approve(AccountId by, Date from);
    // The next version, a draft that says the same.
    Programme next_draft(ProgrammeVersionId id, AccountId by) const;
};

// How much of what one programme teaches the other teaches too: of the levels that the smaller one
// raises, the share that the other raises as well, in percent.
int overlap_percent(const Version& one, const Version& other);

}  // namespace nangluc::programmes
