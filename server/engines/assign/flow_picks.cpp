#include <algorithm>
#include <limits>
#include <map>

#include "engines/assign/flow/flow.hpp"
#include "engines/assign/steps.hpp"

namespace nangluc::assign {

namespace {

int capped(std::uint32_t count) {
    constexpr auto most = static_cast<std::uint32_t>(std::numeric_limits<int>::max());
    return static_cast<int>(std::min(count, most));
}

// Source -> person -> (person, first outcome) -> session -> sink. Programmes with the same first
// outcome repeat each other, so a person takes at most one of them: the node in the middle lets one
// unit pass. It is left out where there is only one pair.
class SeatNetwork {
public:
    SeatNetwork(const Problem& problem, std::span<const Pair> pairs, const std::vector<bool>& shut)
        : problem_(problem), pairs_(pairs), arc_of_(pairs.size(), none) {
        network_.source = 0;
        network_.sink = 1;
        first_session_ = 2;
        network_.nodes = first_session_ + static_cast<int>(problem.sessions.size());
        for (std::uint32_t session = 0; session < problem.sessions.size(); ++session) {
            const auto seats = shut[session] ? 0 : capped(problem.sessions[session].seats_max);
            add(session_node(session), network_.sink, seats, 0);
        }
        for (std::size_t begin = 0; begin < pairs.size();) {
            const auto end = end_of_person(pairs, begin);
            add_person(begin, end, shut);
            begin = end;
        }
    }

    Picks solve() const {
        const auto flow = largest_gain(network_);
        Picks picks(pairs_.size());
        for (std::size_t at = 0; at < pairs_.size(); ++at) {
            picks[at] = arc_of_[at] != none && flow[arc_of_[at]] > 0;
        }
        return picks;
    }

private:
    static constexpr auto none = SIZE_MAX;

    void add(int from, int to, int capacity, std::int64_t gain) {
        network_.arcs.push_back({from, to, capacity, gain});
    }

    int session_node(std::uint32_t session) const {
        return first_session_ + static_cast<int>(session);
    }

    void add_person(std::size_t begin, std::size_t end, const std::vector<bool>& shut) {
        const auto person = network_.nodes++;
        const auto limit = problem_.people[pairs_[begin].person].max_sessions;
        add(network_.source, person, capped(limit), 0);

        std::map<Outcome, std::vector<std::size_t>> groups;
        for (auto at = begin; at < end; ++at) {
            const auto session = pairs_[at].session;
            if (shut[session]) continue;
            const auto& outcomes =
                problem_.programmes[problem_.sessions[session].programme].outcomes;
            groups[*std::min_element(outcomes.begin(), outcomes.end())].push_back(at);
        }
        for (const auto& [outcome, group] : groups) {
            auto from = person;
            if (group.size() > 1) {
                from = network_.nodes++;
                add(person, from, 1, 0);
            }
            for (const auto at : group) {
                arc_of_[at] = network_.arcs.size();
                add(from, session_node(pairs_[at].session), 1, pairs_[at].value);
            }
        }
    }

    const Problem& problem_;
    std::span<const Pair> pairs_;
    std::vector<std::size_t> arc_of_;
    Network network_;
    int first_session_ = 0;
};

}  // namespace

Picks flow_picks(
    const Problem& problem, std::span<const Pair> pairs, const std::vector<bool>& shut
) {
    return SeatNetwork(problem, pairs, shut).solve();
}

}  // namespace nangluc::assign
