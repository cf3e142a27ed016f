#include "modules/organisation/roster_import/roster_import.hpp"

namespace nangluc::organisation {

bool is_required(RosterColumn column) {
    switch (column) {
        case RosterColumn::staff_number:
        case RosterColumn::name:
        case RosterColumn::birth_date:
        case RosterColumn::position:
        case RosterColumn::from_date:
            return true;
        default:
            return false;
    }
}

FaultSeverity severity_of(RosterFault fault) {
    switch (fault) {
        case RosterFault::mixed_unicode:
        case RosterFault::extra_blanks:
            return FaultSeverity::notice;
        case RosterFault::ambiguous_date:
        case RosterFault::lost_zeros:
        case RosterFault::same_person:
        case RosterFault::number_other_name:
        case RosterFault::unit_merged:
        case RosterFault::unit_renamed:
        case RosterFault::ambiguous_division:
        case RosterFault::hidden_row:
        case RosterFault::one_word_name:
            return FaultSeverity::question;
        default:
            return FaultSeverity::error;
    }
}

std::vector<RosterColumn> RosterMapping::missing() const {
    std::vector<RosterColumn> absent;
    for (const auto column :
         {RosterColumn::staff_number,
          RosterColumn::name,
          RosterColumn::birth_date,
          RosterColumn::position,
          RosterColumn::from_date}) {
        if (at(column) == 0) absent.push_back(column);
    }
    return absent;
}

}  // namespace nangluc::organisation
