#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/organisation/api.hpp"

namespace nangluc::organisation {

// rank has the code of a rank, yearly_rating a rating level of the country profile with its year;
// the others are words or figures of the personnel file.
enum class FactKind {
    rank,
    salary_group,
    salary_step,
    seniority,
    qualification,
    staff_kind,
    yearly_rating,
    achievement,
    email,
    sex,
};
BOOST_DESCRIBE_ENUM(
    FactKind,
    rank,
    salary_group,
    salary_step,
    seniority,
    qualification,
    staff_kind,
    yearly_rating,
    achievement,
    email,
    sex
)

using FactId = Id<struct PersonFactTag>;

// Something true of a person for a time.
struct PersonFact {
    FactId id;
    FactKind kind = FactKind::rank;
    std::string value;
    std::optional<int> year;
    std::string source;
    Period period;
};

// How a new fact changes those known: which are no longer known, and what is known instead, the new
// one last. Of most kinds a person has one at a time, so that the new one closes the one before; a
// rating stands once a year, and an achievement beside others.
struct FactChange {
    std::vector<FactId> superseded;
    std::vector<PersonFact> added;
};
// Refuses fact.period, fact.value (empty), fact.year (a yearly rating without its year).
Result<FactChange> change_of(const std::vector<PersonFact>& known, const PersonFact& wanted);

}  // namespace nangluc::organisation
