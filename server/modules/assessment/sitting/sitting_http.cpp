#include "modules/assessment/sitting/sitting_http.hpp"

#include <numeric>

#include "kit/http/routes.hpp"
#include "modules/assessment/rating/rating_reply.hpp"
#include "modules/assessment/sitting/sitting_service.hpp"

namespace nangluc::assessment {

using http::Created;
using http::Policy;
using http::Request;

struct SittingQuery {
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(SittingQuery, (), (language))

struct SittingBody {
    CompetencyId competency;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(SittingBody, (), (competency, language))

// `option` is left out by who does not know.
struct AnswerBody {
    int position = 1;
    ItemId item;
    std::optional<std::string> option;
    std::optional<int> milliseconds;
    std::optional<std::string> language;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (position, item, option, milliseconds, language))

struct ItemBankReply {
    int version = 0;
    BankStatus status = BankStatus::provisional;
    int highest_level = 0;  // that its tests can confirm
};
BOOST_DESCRIBE_STRUCT(ItemBankReply, (), (version, status, highest_level))

struct TestOfferReply {
    CompetencyReply competency;
    int required = 0;
    int at_least = 0;
    int at_most = 0;
    int minutes = 0;
    OfferState state = OfferState::ready;
    std::optional<SittingId> sitting;
    std::optional<Date> taken_on;
    std::optional<Date> rests_until;
};
BOOST_DESCRIBE_STRUCT(
    TestOfferReply,
    (),
    (competency, required, at_least, at_most, minutes, state, sitting, taken_on, rests_until)
)

struct TestOffersReply {
    std::optional<ItemBankReply> bank;
    int rest_days = 0;  // between two tests of one competency
    std::vector<TestOfferReply> items;
};
BOOST_DESCRIBE_STRUCT(TestOffersReply, (), (bank, rest_days, items))

struct OptionReply {
    std::string label;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(OptionReply, (), (label, text))

// What the person who is tested may know of an item: no credit, level or parameter. `language` is
// the one that the texts are in.
struct QuestionReply {
    int position = 1;
    ItemId item;
    ItemKind kind = ItemKind::single_choice;
    std::string language;
    std::string stem;
    std::vector<OptionReply> options;
};
BOOST_DESCRIBE_STRUCT(QuestionReply, (), (position, item, kind, language, stem, options))

struct LevelChanceReply {
    int level = 0;
    double probability = 0;
};
BOOST_DESCRIBE_STRUCT(LevelChanceReply, (), (level, probability))

struct OutcomeReply {
    int level = 0;
    double probability = 0;  // of just that level
    double at_least = 0;     // of that level or a higher one
    std::vector<LevelChanceReply> levels;
    Stop stop = Stop::longest;
    Date finished_on;
    RatingId rating;
};
BOOST_DESCRIBE_STRUCT(
    OutcomeReply, (), (level, probability, at_least, levels, stop, finished_on, rating)
)

struct SittingReply {
    SittingId id;
    CompetencyReply competency;
    std::optional<int> required;
    ItemBankReply bank;
    Instant started_at;
    int answered = 0;
    int at_least = 0;
    int at_most = 0;
    std::optional<QuestionReply> question;
    std::optional<OutcomeReply> outcome;
};
BOOST_DESCRIBE_STRUCT(
    SittingReply,
    (),
    (id, competency, required, bank, started_at, answered, at_least, at_most, question, outcome)
)

struct ReplayReply {
    bool same = false;
    int answers = 0;  // as many from the first on led to the same figures
    int engine = 0;
};
BOOST_DESCRIBE_STRUCT(ReplayReply, (), (same, answers, engine))

static ItemBankReply reply_of(const ItemBank& bank) {
    return {bank.number, bank.status, static_cast<int>(bank.rules.cuts.size())};
}

static TestOfferReply reply_of(const TestOffer& offer) {
    TestOfferReply reply{
        .competency = reply_of(offer.competency),
        .required = offer.required,
        .at_least = offer.at_least,
        .at_most = offer.at_most,
        .minutes = offer.minutes,
        .state = offer.state,
        .rests_until = offer.rests_until,
    };
    if (offer.last) {
        reply.sitting = offer.last->id;
        reply.taken_on = offer.last->finished_on;
    }
    return reply;
}

// The asked language of an item's texts; English where it has none of that language.
static const std::string& text_in(const Texts& texts, const std::string& language) {
    const auto found = texts.find(language);
    return found == texts.end() ? texts.at("en") : found->second;
}

static QuestionReply reply_of(const Item& item, int position, const std::string& language) {
    QuestionReply reply{
        .position = position,
        .item = item.id,
        .kind = item.kind,
        .language = item.stem.contains(language) ? language : "en",
        .stem = text_in(item.stem, language),
    };
    for (const auto& option : item.options) {
        reply.options.push_back({option.label, text_in(option.texts, language)});
    }
    return reply;
}

static OutcomeReply reply_of(const Sitting& sitting, const Outcome& outcome) {
    const auto& levels = outcome.levels;
    OutcomeReply reply{
        .level = outcome.level,
        .probability = levels.at(static_cast<std::size_t>(outcome.level)),
        .at_least = std::accumulate(levels.begin() + outcome.level, levels.end(), 0.0),
        .stop = outcome.stop,
        .finished_on = sitting.finished_on.value(),
        .rating = sitting.rating,
    };
    for (std::size_t level = 0; level < levels.size(); ++level) {
        reply.levels.push_back({static_cast<int>(level), levels[level]});
    }
    return reply;
}

static SittingReply reply_of(const SittingState& state, const std::string& language) {
    SittingReply reply{
        .id = state.sitting.id,
        .competency = reply_of(state.competency),
        .required = state.required,
        .bank = reply_of(state.bank),
        .started_at = state.sitting.started_at,
        .answered = state.answered,
        .at_least = state.at_least,
        .at_most = state.at_most,
    };
    reply.bank.highest_level = std::min(reply.bank.highest_level, state.competency.levels);
    if (state.question) reply.question = reply_of(*state.question, state.answered + 1, language);
    if (state.sitting.outcome) reply.outcome = reply_of(state.sitting, *state.sitting.outcome);
    return reply;
}

static void add_taking_routes(http::Routes& at, SittingService& sittings) {
    at.post(
        "/me/sittings",
        "begin_sitting",
        Policy::signed_in(),
        [&](const Request& request, const SittingBody& body) -> Result<Created<SittingReply>> {
            const auto language = body.language.value_or("vi");
            const auto state = TRY(sittings.start(request.actor(), body.competency, language));
            return Created<SittingReply>{
                reply_of(state, language), "/sittings/" + to_text(state.sitting.id.value)};
        }
    );

    at.post(
        "/sittings/{sitting}/answers",
        "answer_question",
        Policy::signed_in(),
        [&](const Request& request, const AnswerBody& body) -> Result<SittingReply> {
            const auto id = TRY(request.path_id<SittingId>("sitting"));
            const auto language = body.language.value_or("vi");
            const GivenAnswer given{
                body.position, body.item, body.option, body.milliseconds, language};
            return reply_of(TRY(sittings.answer(request.actor(), id, given)), language);
        }
    );
}

void add_sitting_routes(http::Router& router, SittingService& sittings) {
    http::Routes at(router, "assessment");
    const auto anyone = Policy::signed_in();

    at.get(
        "/me/tests",
        "list_my_tests",
        anyone,
        [&](const Request& request, const SittingQuery& query) -> Result<TestOffersReply> {
            const auto offers =
                TRY(sittings.offers(request.actor(), query.language.value_or("vi")));
            TestOffersReply reply;
            if (!offers) return reply;
            reply.bank = reply_of(offers->bank);
            reply.rest_days = offers->rest_days;
            for (const auto& offer : offers->items) reply.items.push_back(reply_of(offer));
            return reply;
        }
    );

    at.get(
        "/sittings/{sitting}",
        "read_sitting",
        anyone,
        [&](const Request& request, const SittingQuery& query) -> Result<SittingReply> {
            const auto id = TRY(request.path_id<SittingId>("sitting"));
            const auto language = query.language.value_or("vi");
            return reply_of(TRY(sittings.find(request.actor(), id, language)), language);
        }
    );

    at.get(
        "/sittings/{sitting}/replay",
        "replay_sitting",
        anyone,
        [&](const Request& request) -> Result<ReplayReply> {
            const auto id = TRY(request.path_id<SittingId>("sitting"));
            const auto again = TRY(sittings.replay(request.actor(), id));
            return ReplayReply{again.is_same, again.same_answers, again.engine};
        }
    );

    add_taking_routes(at, sittings);
}

}  // namespace nangluc::assessment
