#pragma once

#include "kit/db/db.hpp"
#include "modules/assessment/sitting/sitting.hpp"

namespace nangluc::assessment {

void add_sitting(db::Tx& tx, const Sitting& sitting);
Result<Sitting> find_sitting(db::Tx& tx, SittingId id);
std::optional<Sitting> find_open(db::Tx& tx, PersonId person, CompetencyId competency);
// Of a person, the newest first.
std::vector<Sitting> list_sittings(db::Tx& tx, PersonId person);
// Ids of all that are finished, in their order.
std::vector<SittingId> list_finished(db::Tx& tx, SittingId after, int limit);
// What engine it goes on under, and how many answers it carries there.
void save_engine(db::Tx& tx, const Sitting& sitting);
void save_outcome(db::Tx& tx, const Sitting& sitting);

std::vector<Answer> list_answers(db::Tx& tx, SittingId id);
// A position can be answered once.
void add_answer(db::Tx& tx, SittingId id, const Answer& answer);

}  // namespace nangluc::assessment
