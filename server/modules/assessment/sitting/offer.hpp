#pragma once

#include "kit/kit.hpp"
#include "modules/assessment/sitting/sitting.hpp"

namespace nangluc::assessment {

// ready: may begin. open: begun and not finished. resting: taken lately.
enum class OfferState { ready, open, resting };
BOOST_DESCRIBE_ENUM(OfferState, ready, open, resting)

// A test that a person may take.
struct TestOffer {
    competency::Competency competency;
    int required = 0;
    int at_least = 0;  // questions
    int at_most = 0;
    int minutes = 0;  // of one with the most questions; nothing ends when they are over
    OfferState state = OfferState::ready;
    std::optional<Sitting> last;      // open or finished
    std::optional<Date> rests_until;  // may be taken again on that day
};
struct TestOffers {
    ItemBank bank;
    int rest_days = 0;  // between two tests of one competency
    std::vector<TestOffer> items;

    const TestOffer* of(CompetencyId competency) const;  // null where there is none
};

// The tests of the newest bank that a person may take: of competencies required of them that have
// items enough. Nothing where no bank was loaded.
std::optional<TestOffers> list_offers(
    db::Tx& tx, const Kit& kit, PersonId person, const std::string& language
);

}  // namespace nangluc::assessment
