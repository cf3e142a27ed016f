#include "modules/needs/ranking/ranking_http.hpp"

#include <algorithm>
#include <charconv>

#include "kit/http/as_of.hpp"
#include "kit/http/routes.hpp"
#include "modules/needs/gap/gap_reply.hpp"
#include "modules/needs/ranking/ranking_sheet.hpp"

namespace nangluc::needs {

namespace {

constexpr int highest_weight = 9;

// `weights`: competencies with what they count, 2 to 9, as "ID:3,ID:2".
struct RankingQuery : http::AsOfQuery {
    std::optional<RankBy> by;
    std::optional<std::string> weights;
    std::optional<int> count;
    std::optional<std::string> language;

    std::string words() const { return language.value_or("vi"); }
};
BOOST_DESCRIBE_STRUCT(RankingQuery, (http::AsOfQuery), (by, weights, count, language))

struct NeedReply {
    std::optional<CompetencyId> competency;
    std::optional<PositionId> position;
    std::string name;
    std::optional<int> weight;  // of the competency
    int people = 0;
    int levels = 0;
    std::int64_t weighted = 0;
};
BOOST_DESCRIBE_STRUCT(NeedReply, (), (competency, position, name, weight, people, levels, weighted))

struct RankingReply {
    Date on;
    NamedUnit unit;
    RankBy by{};
    std::vector<NeedReply> items;
};
BOOST_DESCRIBE_STRUCT(RankingReply, (), (on, unit, by, items))

Error bad_weights() {
    return invalid("ranking.weights", {{"?weights", "malformed"}});
}

Result<std::pair<CompetencyId, int>> weight_in(std::string_view part) {
    const auto colon = std::min(part.find(':'), part.size());
    const auto competency = parse_id(part.substr(0, colon));
    const auto digits = part.substr(std::min(colon + 1, part.size()));
    int weight = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), weight);
    const bool is_whole = fault == std::errc() && end == digits.data() + digits.size();
    if (!competency || !is_whole || weight < 1 || weight > highest_weight) return bad_weights();
    return std::pair(CompetencyId{competency.value()}, weight);
}

Result<Weights> weights_in(std::string_view list) {
    constexpr std::size_t most_weights = 200;
    Weights weights;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        weights.insert(TRY(weight_in(list.substr(0, comma))));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    if (weights.size() > most_weights) return bad_weights();
    return weights;
}

RankingReply ranking_reply(const RankingPage& page) {
    RankingReply reply{
        .on = page.on, .unit = needs::reply_of(page.unit), .by = page.by, .items = {}};
    for (const auto& need : page.needs) {
        NeedReply line{
            .competency = {},
            .position = {},
            .name = page.name_of(need),
            .weight = {},
            .people = need.people,
            .levels = need.levels,
            .weighted = need.weighted,
        };
        if (page.by == RankBy::position) line.position = need.position;
        if (page.by == RankBy::competency) {
            line.competency = need.competency;
            line.weight = page.weight_of(need.competency);
        }
        reply.items.push_back(std::move(line));
    }
    return reply;
}

}  // namespace

void add_ranking_routes(http::Router& router, GapService& gaps, const Clock& clock) {
    http::Routes at(router, "needs");
    const auto readers = http::Policy::needs(Permission::read_needs);
    const auto read = [&gaps, &clock](
                          const http::Request& request, const RankingQuery& query
                      ) -> Result<RankingPage> {
        const auto as_of = query.as_of(clock);
        const RankingQuestion question{
            .unit = TRY(request.path_id<UnitId>("unit")),
            .at = as_of,
            .is_today = !query.known_at && as_of.on == clock.today(),
            .by = query.by.value_or(RankBy::competency),
            .weights = TRY(weights_in(query.weights.value_or(""))),
            .language = query.words(),
        };
        auto page = TRY(gaps.ranking(request.actor(), question));
        const auto count = static_cast<std::size_t>(std::max(query.count.value_or(1'000), 1));
        if (page.needs.size() > count) page.needs.resize(count);
        return page;
    };
    at.get(
        "/units/{unit}/needs-ranking",
        "rank_needs",
        readers,
        [read](const http::Request& request, const RankingQuery& query) -> Result<RankingReply> {
            return ranking_reply(TRY(read(request, query)));
        }
    );
    at.get(
        "/units/{unit}/needs-ranking.xlsx",
        "export_needs_ranking",
        readers,
        [read](const http::Request& request, const RankingQuery& query) -> Result<http::Download> {
            return xlsx_of(TRY(read(request, query)), query.words());
        }
    );
    at.get(
        "/units/{unit}/needs-ranking.csv",
        "export_needs_ranking_csv",
        readers,
        [read](const http::Request& request, const RankingQuery& query) -> Result<http::Download> {
            return csv_of(TRY(read(request, query)), query.words());
        }
    );
}

}  // namespace nangluc::needs
