#pragma once

#include "kit/kit.hpp"
#include "modules/assessment/sitting/offer.hpp"

namespace nangluc::assessment {

// A sitting as it stands, for who sits it.
struct SittingState {
    Sitting sitting;
    competency::Competency competency;
    std::optional<int> required;
    ItemBank bank;
    int at_least = 0;
    int at_most = 0;
    int answered = 0;
    std::optional<Item> question;  // none once it is over
};

struct GivenAnswer {
    int position = 1;
    ItemId item;
    std::optional<std::string> label;
    std::optional<int> milliseconds;
    std::string language;  // of the reply
};

// Tests that people take for themselves, of competencies required of them. Every call may be sent
// again: what was begun or answered stands, and the state as it is now is the reply.
class SittingService {
public:
    explicit SittingService(const Kit& kit) : kit_(kit) {}

    // Nothing where no bank was loaded.
    Result<std::optional<TestOffers>> offers(const Actor& actor, const std::string& language);

    // The open sitting where there is one. Refuses not_found("person") to an account without one,
    // not_found("test") for a competency that is not required or without enough items, and
    // test.resting.
    Result<SittingState> start(
        const Actor& actor, CompetencyId competency, const std::string& language
    );
    // Only one's own.
    Result<SittingState> find(const Actor& actor, SittingId id, const std::string& language);
    // The last one writes the rating too. Refuses sitting.answered for a position that has another
    // answer, sitting.out_of_turn for a question that is not the open one, and
    // sitting.no_such_option.
    Result<SittingState> answer(const Actor& actor, SittingId id, const GivenAnswer& given);

    // Gives the stored answers again: one's own, or read_ratings at the person's place.
    Result<Replay> replay(const Actor& actor, SittingId id);

private:
    Result<SittingState> state_of(db::Tx& tx, const Sitting& sitting, const std::string& language);
    // Goes on with a sitting that a new version of the engine left behind: no answer is lost, and
    // where there are enough by now it is finished.
    Result<> catch_up(db::Tx& tx, const Actor& actor, Sitting& sitting);
    Result<> finish(db::Tx& tx, const Actor& actor, Sitting& sitting, Outcome outcome);

    const Kit& kit_;
};

}  // namespace nangluc::assessment
